import type { LogTimeline, TimelineEvent } from "../../../../server/src/protocol.ts";
import type { TimelineTexts } from "../messages.ts";
import { ticksOf } from "./time.ts";

const SVG = "http://www.w3.org/2000/svg";
/** Units of the drawing; it is as wide as the page. */
const WIDTH = 1000;
const LANE = 30;
const LEFT = 120;
const RIGHT = 16;
const BOTTOM = 24;
/** Marks of a lane: events that are nearer than one stand under one mark, that of the gravest. */
const BUCKETS = 160;
const GRAVITY = { normal: 0, notice: 1, fault: 2 } as const;

interface Bucket {
  readonly first: number;
  readonly event: TimelineEvent;
}

/** All nodes on one axis: a lane for each, a bar while it runs, a mark for what happened. A mark leads to its row. */
export function overviewOf(timeline: LogTimeline, texts: TimelineTexts): Element {
  const { nodes, events } = timeline;
  const times = events.flatMap(({ time }) => time ?? []);
  const begin = Math.min(...times);
  const end = Math.max(...times, begin + 1000);
  const xOf = (time: number) => LEFT + ((time - begin) / (end - begin)) * (WIDTH - LEFT - RIGHT);
  const height = nodes.length * LANE + BOTTOM;
  const svg = draw("svg", {
    viewBox: `0 0 ${WIDTH} ${height}`,
    role: "img",
    "aria-label": texts.overview,
    class: "overview",
  });
  if (times.length === 0) return svg;
  for (const { time, label } of ticksOf(begin, end, 8)) {
    const x = xOf(time);
    svg.append(draw("line", { x1: x, x2: x, y1: 0, y2: height - BOTTOM, class: "tick" }));
    svg.append(withText(draw("text", { x, y: height - 8, class: "time" }), label));
  }
  for (const [node, { name, lost }] of nodes.entries()) {
    const own = events.filter((event) => event.node === node);
    const y = node * LANE + LANE / 2;
    svg.append(
      withText(
        draw("text", { x: LEFT - 10, y: y + 4, class: "name" }),
        name.length > 16 ? `${name.slice(0, 15)}…` : name,
      ),
    );
    svg.append(draw("line", { x1: LEFT, x2: WIDTH - RIGHT, y1: y, y2: y, class: "lane" }));
    for (const [from, to] of livesOf(own, lost, begin, end)) {
      svg.append(
        draw("rect", {
          x: xOf(from),
          y: y - 5,
          width: Math.max(2, xOf(to) - xOf(from)),
          height: 10,
          rx: 3,
          class: "life",
        }),
      );
    }
    for (const { first, event } of bucketsOf(events, node, begin, end)) {
      const mark = draw("g", { class: `mark ${event.weight}`, "data-first": first });
      mark.append(
        shapeOf(event, xOf(event.time ?? begin), y),
        withText(draw("title", {}), `${event.title}  ${event.about}`),
      );
      svg.append(mark);
    }
  }
  return svg;
}

/** From each start to the stop behind it, or to when the others lost it; a node that none of them says of runs on. */
function livesOf(
  events: readonly TimelineEvent[],
  lost: readonly number[],
  begin: number,
  end: number,
): readonly (readonly [number, number])[] {
  const own = events.flatMap(({ time, begins, ends }) => (time !== null && (begins || ends) ? [{ time, begins }] : []));
  const ends = lost.map((time) => ({ time, begins: false }));
  const turns = [...own, ...ends].sort((one, other) => one.time - other.time);
  const lives: [number, number][] = [];
  let from = turns[0]?.begins === true ? undefined : begin;
  for (const { time, begins } of turns) {
    if (begins) from ??= time;
    else if (from !== undefined) {
      lives.push([from, time]);
      from = undefined;
    }
  }
  return from === undefined ? lives : [...lives, [from, end]];
}

function bucketsOf(events: readonly TimelineEvent[], node: number, begin: number, end: number): readonly Bucket[] {
  const buckets = new Map<number, Bucket>();
  for (const [first, event] of events.entries()) {
    if (event.node !== node || event.time === null) continue;
    const at = Math.floor(((event.time - begin) / (end - begin)) * BUCKETS);
    const before = buckets.get(at);
    if (!before || GRAVITY[event.weight] > GRAVITY[before.event.weight]) buckets.set(at, { first, event });
  }
  // The gravest are drawn last, so that none hides them.
  return [...buckets.values()].sort((one, other) => GRAVITY[one.event.weight] - GRAVITY[other.event.weight]);
}

/** A dot, a triangle or a cross: colour alone tells nothing. */
function shapeOf({ weight }: TimelineEvent, x: number, y: number): Element {
  if (weight === "normal") return draw("circle", { cx: x, cy: y, r: 3 });
  if (weight === "notice") return draw("path", { d: `M${x} ${y - 6}l6 10h-12z` });
  return draw("path", { d: `M${x - 5} ${y - 5}l10 10m0 -10l-10 10` });
}

function draw(name: string, attributes: Readonly<Record<string, string | number>>): Element {
  const made = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, typeof value === "number" && !Number.isInteger(value) ? value.toFixed(1) : `${value}`);
  }
  return made;
}

function withText(element: Element, text: string): Element {
  element.textContent = text;
  return element;
}
