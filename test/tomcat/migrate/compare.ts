import { effectiveOf, writtenAs } from "../../../server/src/config/effective/tree.ts";
import { readConfigFile } from "../../../server/src/config/file.ts";
import type { MigratedFile } from "../../../server/src/migrate/model.ts";
import type { Line } from "../../../server/src/schema/lines.ts";
import type { XmlElement } from "../../../server/src/syntax/tree.ts";
import { type Live, numbered } from "../live.ts";
import { isSettingOf } from "./journey.ts";

/** The objects of a running Tomcat, and its line. */
export interface Side {
  readonly line: Line;
  readonly live: Live;
}

/** Something that the objects of two Tomcats differ in. */
export interface Difference {
  /** Where it is in the first of them: `/Server[1]/Service[1]/Connector[1]`. */
  readonly path: string;
  /** The name of a setting or a class. */
  readonly name: string;
  readonly text: string;
}

/** All that differs between what one Tomcat made of a configuration and another of the same, moved. */
export function differencesOf(was: Side, is: Side): readonly Difference[] {
  return [...between(was, is, "/Server")];
}

function* between(was: Side, is: Side, path: string): Generator<Difference> {
  yield* ofSettings(was, is, path);
  const left = [...numbered(is.live.children, "")].map(([child]) => child);
  const pairs: [Live, string, Live][] = [];
  const alone: [Live, string][] = [];
  const take = (isPartner: (each: Live) => boolean) =>
    left.splice(left.findIndex(isPartner), left.some(isPartner) ? 1 : 0);
  for (const [child, place] of numbered(was.live.children, path)) {
    const [partner] = take((each) => each.element === child.element && each.class === child.class);
    if (partner) pairs.push([child, place, partner]);
    else alone.push([child, place]);
  }
  for (const [child, place] of alone) {
    const [partner] = take((each) => each.element === child.element);
    if (partner) pairs.push([child, place, partner]);
    else if (!isInside(child, was.live))
      yield { path: place, name: simple(child.class), text: `${child.class} is gone` };
  }
  for (const [child, place, partner] of pairs) yield* between({ ...was, live: child }, { ...is, live: partner }, place);
  for (const child of left)
    if (!isInside(child, is.live)) yield { path, name: simple(child.class), text: `${child.class} is new` };
}

function* ofSettings(was: Side, is: Side, path: string): Generator<Difference> {
  const changed = was.live.class !== is.live.class;
  const name = simple(is.live.class);
  if (changed) yield { path, name, text: `${was.live.class} → ${is.live.class}` };
  for (const each of new Set([...Object.keys(was.live.attributes), ...Object.keys(is.live.attributes)])) {
    const [one, other] = [settingIn(was, each), settingIn(is, each)];
    if (one === other || one === UNANSWERED || other === UNANSWERED) continue;
    // What only another class has is not a difference of its settings.
    if (changed && (one === undefined || other === undefined)) continue;
    yield { path, name: each, text: `${name}.${each}: ${one} → ${other}` };
  }
}

/** What a CombinedRealm has for itself, without asking it: up to 9.0.58 it looks like one that is written. */
function isInside({ element, class: className }: Live, { class: parent }: Live): boolean {
  return /\.(?:Combined|LockOut)Realm$/.test(parent) && element === "CredentialHandler" && className.includes("Digest");
}

function simple(className: string): string {
  return className.replace(/.*[.$]/, "");
}

const UNANSWERED = "!";

/** What a setting is; undefined for one that is not there and for one without a value. */
function settingIn({ live, line }: Side, name: string): string | undefined {
  const value = live.attributes[name];
  if (value === undefined || value === null || value === "" || !isSettingOf(live, name, line)) return undefined;
  // The getter threw: some do until the port is open.
  return `${value}`.startsWith("!") ? UNANSWERED : `${value}`;
}

/** The differences that the report of the move says nothing of at their elements. */
export function unsaid(
  { entries, before, from, path }: MigratedFile,
  differences: readonly Difference[],
): readonly string[] {
  const places = elementsByPath(before, from, path);
  return differences.flatMap(({ path: at, name, text }) => {
    const element = placeOf(at, places);
    const attribute = element?.attributes.find((each) => each.name === name);
    const said = entries.some(({ at: { start }, text: { en }, names = [] }) => {
      if (!element || start < element.startTag.start || element.startTag.end <= start) return false;
      if (attribute && attribute.span.start <= start && start < attribute.span.end) return true;
      return names.includes(name) || en.split(/[^\w.-]+/).some((word) => word.replace(/[.]$/, "") === name);
    });
    return said ? [] : [`${at} ${text}`];
  });
}

/** The old defaults that a plan writes down, as the paths of their objects with their names. */
export function keptIn({ entries, before, from, path }: MigratedFile): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [at, { nameSpan }] of elementsByPath(before, from, path)) {
    for (const { bucket, at: place, names = [], text } of entries) {
      if (bucket !== "changed" || place.start !== nameSpan.start || !/ is written down: /.test(text.en)) continue;
      for (const name of names) found.add(`${at} ${name}`);
    }
  }
  return found;
}

type Places = ReadonlyMap<string, XmlElement>;

function elementsByPath(text: string, version: MigratedFile["from"], path: string): Places {
  const file = readConfigFile(path, text, version);
  const root = file && effectiveOf(file);
  const found = new Map<string, XmlElement>();
  const walk = (object: NonNullable<typeof root>, at: string) => {
    const component = writtenAs(object);
    if (component) found.set(at, component.element);
    for (const [child, place] of numbered(object.children, at)) walk(child, place);
  };
  if (root) walk(root, "/Server");
  return found;
}

/** The element that makes an object, or the one around it. */
function placeOf(path: string, places: Places): XmlElement | undefined {
  for (let at = path; at !== ""; at = at.slice(0, at.lastIndexOf("/"))) {
    const element = places.get(at);
    if (element) return element;
  }
  return undefined;
}
