import type { Localized } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { ConfigFile } from "../config/file.ts";
import { propertyEntries } from "../config/property-entries.ts";
import {
  membersOf,
  type ShippedFile,
  type ShippedSettings,
  settingsOfProperties,
  shippedWith,
  webSettings,
} from "../config/shipped.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { type Entry, nameOfVersion } from "./model.ts";

/** How many names of a list are named in one sentence. */
const MOST_NAMED = 6;

const START: Span = { start: 0, end: 0 };

/** What both Tomcats ship, and what a node's file sets. */
interface Sides {
  readonly file: ShippedFile;
  readonly from: TomcatVersion;
  readonly to: TomcatVersion;
  readonly own: ShippedSettings;
  readonly old: ShippedSettings;
  readonly next: ShippedSettings;
}

function sidesOf(file: ShippedFile, own: ShippedSettings, from: TomcatVersion, to: TomcatVersion): Sides {
  return { file, from, to, own, old: shippedWith(file, from), next: shippedWith(file, to) };
}

/**
 * A catalina.properties held against the ones that both Tomcats ship: what the new one ships otherwise, what is the
 * node's own, and of all the rest that it stays. Values that no Tomcat ships may be secrets and are not repeated.
 */
export function shippedProperties(text: string, from: TomcatVersion, to: TomcatVersion): readonly Entry[] {
  const entries = propertyEntries(text);
  const sides = sidesOf("conf/catalina.properties", settingsOfProperties(entries), from, to);
  const found: Entry[] = [];
  for (const { name, value = "", nameSpan } of entries) {
    const texts = membersOf(name, value) ? listTexts(`${name} `, sides) : valueTexts(name, sides);
    for (const each of texts) found.push(entryOf(nameSpan, name, each, sides));
    if (texts.length === 0) {
      const stays = { en: "Stays as it is.", ko: "그대로 둡니다." };
      found.push({ ...entryOf(nameSpan, name, stays, sides), bucket: "unchanged", since: undefined, source: "" });
    }
  }
  const written = new Set(entries.map(({ name }) => name));
  for (const name of namesOf(sides.next)) {
    if (written.has(name)) continue;
    const isList = !sides.next.has(name);
    const texts = isList ? [absentList(name, sides)] : valueTexts(name, sides);
    for (const each of texts) found.push(entryOf(START, name, each, sides));
  }
  return found;
}

/** A conf/web.xml held against the ones that both Tomcats ship. MIME types are summed up: there are a thousand. */
export function shippedWeb({ document, version }: ConfigFile, to: TomcatVersion): readonly Entry[] {
  const { root } = document;
  if (root?.name !== "web-app") return [];
  const written = [...webSettings(document)];
  const places = new Map(written.map(({ key, element }) => [key, element]));
  const own = new Map(written.map(({ key, value }) => [key, value]));
  const sides = sidesOf("conf/web.xml", own, version, to);
  const found: Entry[] = [];
  for (const key of new Set([...own.keys(), ...sides.next.keys()])) {
    if (key.startsWith(MIME)) continue;
    const element = places.get(key) ?? root;
    const label = key.replace(/^servlet | init-param/g, "");
    for (const { en, ko } of valueTexts(key, sides)) {
      found.push(entryOf(element.nameSpan, element.name, { en: `${label}: ${en}`, ko: `${label}: ${ko}` }, sides));
    }
  }
  for (const each of listTexts(MIME, sides)) found.push(entryOf(root.nameSpan, "mime-mapping", each, sides));
  return found;
}

const MIME = "mime ";

/** What is to be said of one setting: nothing where the file has what the new Tomcat ships. */
function valueTexts(key: string, { own, old, next, to }: Sides): readonly Localized[] {
  const [is, was, will] = [own.get(key), old.get(key), next.get(key)];
  if (is === will) return [];
  if (is === was || (is === undefined && was === undefined)) {
    return [
      {
        en: `shipped as ${quoted(was, "nothing")} → ${quoted(will, "nothing")}.`,
        ko: `기본 파일의 값 ${quoted(was, "없음")} → ${quoted(will, "없음")}.`,
      },
    ];
  }
  const after = nameOfVersion(to);
  if (is === undefined) {
    return [
      {
        en: `taken out here; ${after} ships ${quoted(will, "nothing")}.`,
        ko: `여기에서 뺐습니다. ${after}의 기본 파일에는 ${quoted(will, "없음")}.`,
      },
    ];
  }
  return will === undefined
    ? [{ en: "yours: carry it over.", ko: "직접 쓴 것이므로 옮기십시오." }]
    : [
        {
          en: `yours: carry it over; ${after} ships ${quoted(will, "nothing")}.`,
          ko: `직접 쓴 것이므로 옮기십시오. ${after}의 기본 파일에는 ${quoted(will, "없음")}.`,
        },
      ];
}

function quoted(value: string | undefined, none: string): string {
  return value === undefined ? none : `"${value}"`;
}

/** What is to be said of the settings whose keys begin so: those the new Tomcat ships otherwise, and the node's own. */
function listTexts(start: string, sides: Sides): readonly Localized[] {
  const [own, old, next] = [sides.own, sides.old, sides.next].map((settings) => below(settings, start));
  if (!own || !old || !next) return [];
  const after = nameOfVersion(sides.to);
  const texts: Localized[] = [];
  const tell = (names: readonly string[], en: string, ko: string) => {
    if (names.length > 0) texts.push({ en: `${en}: ${some(names)}`, ko: `${ko}: ${some(names)}` });
  };
  const keys = [...new Set([...own.keys(), ...old.keys(), ...next.keys()])];
  const isShipped = (key: string) => own.get(key) === old.get(key);
  const where = (isWanted: (is?: string, was?: string, will?: string) => boolean) =>
    keys
      .filter((key) => isWanted(own.get(key), old.get(key), next.get(key)))
      .map((key) => [key, next.get(key)].filter(Boolean).join(" "));
  tell(
    where((is, was, will) => is === was && is === undefined && will !== undefined),
    `new in ${after}`,
    `${after}에 추가`,
  );
  tell(
    where((is, was, will) => is === was && is !== undefined && will !== undefined && is !== will),
    `another value in ${after}`,
    `${after}에서 값이 바뀜`,
  );
  tell(
    keys.filter((key) => isShipped(key) && own.has(key) && !next.has(key)),
    `no longer in ${after}`,
    `${after}에서 빠짐`,
  );
  tell(
    keys.filter((key) => own.has(key) && !isShipped(key) && own.get(key) !== next.get(key)),
    "yours, to carry over",
    "직접 쓴 것이므로 옮길 것",
  );
  tell(
    keys.filter((key) => !own.has(key) && old.has(key) && next.has(key)),
    "taken out here",
    "여기에서 뺀 것",
  );
  return texts;
}

function below(settings: ShippedSettings, start: string): ShippedSettings {
  return new Map(
    [...settings].flatMap(([key, value]) => (key.startsWith(start) ? [[key.slice(start.length), value]] : [])),
  );
}

function some(names: readonly string[]): string {
  return names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(", ")}, … (${names.length})` : names.join(", ");
}

/** A list that the new Tomcat ships and the file has not. */
function absentList(name: string, { old, next, from, to }: Sides): Localized {
  const count = below(next, `${name} `).size;
  const [before, after] = [nameOfVersion(from), nameOfVersion(to)];
  return below(old, `${name} `).size > 0
    ? {
        en: `taken out here; ${before} and ${after} ship it (${count}).`,
        ko: `여기에서 뺐습니다. ${before}, ${after}의 기본 파일에는 있습니다(${count}개).`,
      }
    : { en: `new in ${after} (${count} names).`, ko: `${after}에 추가(${count}개).` };
}

/** The properties that settings are of: of those of a list its name. */
function namesOf(settings: ShippedSettings): ReadonlySet<string> {
  return new Set([...settings.keys()].map((key) => key.split(" ")[0] ?? key));
}

function entryOf(at: Span, element: string, text: Localized, { file, to }: Sides): Entry {
  return { bucket: "shipped", at, element, text, since: nameOfVersion(to), source: file };
}
