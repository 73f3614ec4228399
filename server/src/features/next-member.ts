import { lineBreakOf } from "../base/lines.ts";
import { type Span, span } from "../base/span.ts";
import { withoutEnd } from "../base/trim-end.ts";
import { STATIC_MEMBER } from "../config/classes.ts";
import type { Component } from "../config/component.ts";
import { indentAt } from "../config/edits.ts";
import type { ConfigFile } from "../config/file.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import { bytesOf, writtenId } from "../config/unique-ids.ts";
import { isJavaInt, parseIpv4 } from "../config/values.ts";
import { elementsAt } from "../syntax/path.ts";
import type { XmlDocument } from "../syntax/tree.ts";
import { nextNeighbour } from "./completion/neighbours.ts";
import { componentAlong } from "./target.ts";

/** A text that may be written at the cursor with one key. */
export interface NextMember {
  /** The cursor, or the blanks before it on its line. */
  readonly replace: Span;
  readonly text: string;
}

/**
 * The next Member at a cursor after the last one, or on the empty line below it, in the form of the last: values that
 * all Members share are repeated, and values that grow by a constant step continue.
 *
 * Undefined where that is not certain: with fewer than two Members in step with each other, and without a node of the
 * cluster that is not listed yet.
 */
export function nextMember(
  file: ConfigFile,
  offset: number,
  clusters: readonly TomcatCluster[] = [],
): NextMember | undefined {
  const { text } = file.document;
  // Inline suggestions appear only at the end of a line.
  if (!/^[ \t]*(\r|\n|$)/.test(text.slice(offset))) return undefined;
  const lineStart = withoutEnd(text.slice(0, offset), " \t");
  const before = withoutEnd(lineStart.replace(/(?:\r\n|\n|\r)$/, ""), " \t");
  if (!file.root || !/(?:\/>|<\/Member>)$/.test(before)) return undefined;
  const end = before.length;
  const newLine = /[\r\n]$/.test(lineStart);
  const last = memberEndingAt(file.root, file.document, end);
  const members = last?.parent?.childrenNamed("Member") ?? [];
  if (!last || members.at(-1) !== last || members.some((each) => !isWhole(each))) return undefined;
  const values = valuesOfNext(members, last, { file, clusters });
  if (!values) return undefined;
  const indent = indentAt(text, last.element.span.start);
  const lead = newLine ? indent : lineBreakOf(text) + indent;
  const from = newLine ? lineStart.length : offset;
  return { replace: span(from, offset), text: lead + rewritten(text, last, values) };
}

function memberEndingAt(root: Component, document: XmlDocument, end: number): Component | undefined {
  const path = elementsAt(document, end, "before");
  const index = path.findIndex(({ name, span }) => name === "Member" && span.end === end);
  if (index < 0) return undefined;
  const member = componentAlong(root, path.slice(0, index + 1));
  return member.element === path[index] ? member : undefined;
}

/** True for a StaticMember with all its values written and known. */
function isWhole(member: Component): boolean {
  const { element, className } = member;
  const closed = element.startTagClosed && (element.selfClosing || element.endTag?.closed === true);
  return (
    closed &&
    className === STATIC_MEMBER &&
    element.elements.length === 0 &&
    element.attributes.every(({ value }) => value?.closed === true && value.text === value.raw) &&
    COUNTED.every((name) => !member.has(name) || member.text(name) === member.written(name))
  );
}

/** The attributes that differ between Members. */
const COUNTED = ["host", "port", "uniqueId", "securePort", "udpPort"] as const;

type Values = ReadonlyMap<string, string>;

function valuesOfNext(
  members: readonly Component[],
  last: Component,
  around: { readonly file: ConfigFile; readonly clusters: readonly TomcatCluster[] },
): Values | undefined {
  const neighbour = nextNeighbour(last.parent, { ...around, offset: 0, locale: "en" });
  if (neighbour && neighbour.uniqueId !== undefined) {
    return new Map([
      ["host", neighbour.host ?? ""],
      ["port", `${neighbour.port}`],
      ["uniqueId", neighbour.uniqueId],
    ]);
  }
  // A single Member shows no pattern.
  if (members.length < 2) return undefined;
  const names = (member: Component) => member.element.attributes.map(({ name }) => name).join();
  if (members.some((each) => names(each) !== names(last))) return undefined;
  const values = new Map<string, string>();
  let counts = false;
  for (const { name } of last.element.attributes) {
    const written = members.map((each) => each.attribute(name)?.value?.raw ?? "");
    const [first] = written;
    if (written.every((each) => each === first)) continue;
    const next = isCounted(name) ? countedOn(name, written) : undefined;
    if (next === undefined) return undefined;
    values.set(name, next);
    counts = true;
  }
  const taken = new Set(last.parent?.children.map((each) => each.text("uniqueId")));
  const id = values.get("uniqueId");
  const places = new Set(members.map((each) => `${each.text("host")}:${each.text("port")}`));
  const place = `${values.get("host") ?? last.text("host")}:${values.get("port") ?? last.text("port")}`;
  // An id or address that the node itself or another Member already has disproves the pattern.
  return counts && !places.has(place) && id !== undefined && !taken.has(id) ? values : undefined;
}

function isCounted(name: string): name is (typeof COUNTED)[number] {
  return COUNTED.some((each) => each === name);
}

/** The value after these, which must grow by a constant step; undefined where they do not. */
function countedOn(name: (typeof COUNTED)[number], written: readonly string[]): string | undefined {
  const split = written.map((text) => splitNumber(name, text));
  const [first, second] = split;
  const last = split.at(-1);
  if (!first || !second || !last) return undefined;
  const step = second.number - first.number;
  const inStep = split.every(
    (each, index) =>
      each !== undefined &&
      each.head === first.head &&
      each.tail === first.tail &&
      each.number === first.number + index * step,
  );
  const next = last.number + step;
  if (!inStep || step <= 0 || next > MOST[name]) return undefined;
  return `${last.head}${`${next}`.padStart(last.width, "0")}${last.tail}`;
}

/** The largest final number of each; that of host names is not limited by their form. */
const MOST = { host: 9999, port: 65_535, securePort: 65_535, udpPort: 65_535, uniqueId: 127 } as const;

interface Counted {
  readonly head: string;
  readonly number: number;
  /** The minimum number of digits, where it begins with zeros. */
  readonly width: number;
  readonly tail: string;
}

function splitNumber(name: (typeof COUNTED)[number], text: string): Counted | undefined {
  if (name === "uniqueId") {
    const bytes = bytesOf(text);
    const number = bytes?.at(-1);
    if (!bytes || number === undefined || writtenId(bytes) !== text || number < 0) return undefined;
    return { head: `{${bytes.slice(0, -1).join()},`, number, width: 1, tail: "}" };
  }
  if (name !== "host") return isJavaInt(text) ? { head: "", number: Number(text), width: 1, tail: "" } : undefined;
  if (parseIpv4(text)) {
    const dot = text.lastIndexOf(".") + 1;
    // No node has an address above 254, so a higher one disproves the pattern.
    const number = Number(text.slice(dot));
    return number >= 254 ? undefined : { head: text.slice(0, dot), number, width: 1, tail: "" };
  }
  const match = /^([^\d]*[A-Za-z-])(\d{1,4})((?:\.[A-Za-z][\w.-]*)?)$/.exec(text);
  if (!match) return undefined;
  const [, head = "", digits = "", tail = ""] = match;
  return { head, number: Number(digits), width: digits.startsWith("0") ? digits.length : 1, tail };
}

/** The last Member with other values and the same layout. */
function rewritten(text: string, last: Component, values: Values): string {
  let result = "";
  let end = last.element.span.start;
  for (const { name, value } of last.element.attributes) {
    const next = values.get(name);
    if (next === undefined || !value) continue;
    result += text.slice(end, value.inner.start) + next;
    end = value.inner.end;
  }
  return result + text.slice(end, last.element.span.end);
}
