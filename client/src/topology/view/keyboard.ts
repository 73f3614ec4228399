import type { Part } from "../messages.ts";

type Direction = readonly [number, number];

const DIRECTIONS: Readonly<Record<string, Direction>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** Click and Enter open the place of a part; arrow keys move to the nearest part in their direction. */
export function enableMoving(root: HTMLElement, open: (part: Part) => void): void {
  root.addEventListener("click", ({ target }) => {
    const part = target instanceof Element ? partAt(target) : undefined;
    if (part) open(part);
  });
  root.addEventListener("keydown", (event) => {
    const { target, key, ctrlKey, altKey, metaKey } = event;
    if (!(target instanceof SVGElement) || ctrlKey || altKey || metaKey) return;
    const direction = DIRECTIONS[key];
    const part = key === "Enter" || key === " " ? partAt(target) : undefined;
    if (!direction && !part) return;
    event.preventDefault();
    if (part) open(part);
    else if (direction) nearest(target, direction)?.focus();
  });
}

function partAt(target: Element): Part | undefined {
  const element = target.closest<HTMLElement | SVGElement>(
    "[data-kind], [data-links], [data-node], [data-strangers], [data-front]",
  );
  if (!element) return undefined;
  const { cluster, kind, index = "", problem, node, links, strangers, front } = element.dataset;
  const member = element.dataset["member"] ?? element.dataset["members"];
  const part = (name: Part["kind"], text: string): Part => ({
    cluster: Number(cluster),
    kind: name,
    index: first(text),
    ...(member === undefined ? {} : { member: first(member) }),
    ...(problem === undefined ? {} : { problem: Number(problem) }),
  });
  if (isKind(kind)) return part(kind, index);
  if (links !== undefined) return part("link", links);
  if (node !== undefined) return part("node", node);
  if (front !== undefined) return part("front", front);
  return strangers === undefined ? undefined : part("stranger", strangers);
}

/** The first of a list of indices. */
function first(indices: string): number {
  return Number(indices.split(",")[0]);
}

const KINDS: readonly Part["kind"][] = ["node", "receiver", "link", "stranger", "front"];

function isKind(kind: string | undefined): kind is Part["kind"] {
  return KINDS.some((each) => each === kind);
}

/** The part whose centre is nearest in a direction; distance to the side counts more. */
function nearest(from: SVGElement, [right, down]: Direction): SVGElement | undefined {
  const here = middleOf(from);
  let best: { readonly element: SVGElement; readonly distance: number } | undefined;
  for (const element of from.ownerSVGElement?.querySelectorAll<SVGElement>("[tabindex]") ?? []) {
    if (element === from) continue;
    const there = middleOf(element);
    const ahead = (there.x - here.x) * right + (there.y - here.y) * down;
    const aside = Math.abs((there.x - here.x) * down) + Math.abs((there.y - here.y) * right);
    if (ahead <= 1) continue;
    const distance = ahead + 3 * aside;
    if (!best || distance < best.distance) best = { element, distance };
  }
  return best?.element;
}

function middleOf(element: SVGElement): { readonly x: number; readonly y: number } {
  const { left, top, width, height } = element.getBoundingClientRect();
  return { x: left + width / 2, y: top + height / 2 };
}
