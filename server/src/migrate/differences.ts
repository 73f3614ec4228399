import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import { isSecretName } from "../base/secrets.ts";
import type { Span } from "../base/span.ts";
import type { EffectiveAttribute, EffectiveObject } from "../config/effective/model.ts";
import { writtenAs } from "../config/effective/tree.ts";
import { simpleNameOf } from "../schema/catalog.ts";
import { type Entry, nameOfVersion } from "./model.ts";
import { hasSameSettings, pairsIn, type Sides } from "./pairs.ts";
import { sinceOfDefault } from "./since.ts";
import { DATED_DEFAULTS, datedDefault } from "./tables/defaults.ts";

/** The most new or removed settings named in one sentence. */
const MOST_NAMED = 12;

/**
 * Differences at run time although the file is unchanged: other defaults, parts that Tomcat adds or no longer adds, and
 * settings that are new or removed. They come from comparing the effective configurations.
 */
export function differences(sides: Sides): readonly Entry[] {
  return [...pairsIn(sides)].flatMap(({ was, is, at }) => {
    if (was && is) return [...ofAttributes(was, is, at, sides)];
    const alone = was ?? is;
    return alone?.added ? [cameOrWent(alone, at, sides, is !== undefined)] : [];
  });
}

function* ofAttributes(one: EffectiveObject, other: EffectiveObject, at: Span, sides: Sides): Generator<Entry> {
  const component = writtenAs(one);
  const common = defaultChanged(one, sides);
  const now = new Map(other.attributes.map((each) => [each.name, each]));
  const came: [name: string, value: string][] = [];
  const went: string[] = [];
  for (const was of one.attributes) {
    const is = now.get(was.name);
    now.delete(was.name);
    if (!is) {
      if (was.origin === "default" || was.origin === "derived") went.push(was.name);
      continue;
    }
    if (was.value === is.value || isWrittenOn(was, is)) continue;
    if (was.value === undefined || is.value === undefined) continue;
    const place = component?.attribute(was.name)?.nameSpan ?? at;
    const since = sinceWhen(other.className, was.name, sides);
    const here = { at: place, text: said(was, is), source: classOf(one, was.name) };
    yield { ...common, ...here, since: since ?? common.since };
  }
  for (const each of now.values()) {
    const { name, origin, value } = each;
    if (origin === "default" || origin === "derived") came.push([name, shown(name, value)]);
    // What the migration writes is another attribute, and reported as a change.
    const ignored = component?.attribute(name);
    if (ignored) yield { ...common, at: ignored.nameSpan, text: heeded(each, sides), source: classOf(one, name) };
  }
  for (const dated of DATED_DEFAULTS) {
    const [was, is] = [datedDefault(dated, one, sides.before), datedDefault(dated, other, sides.after)];
    if (was !== undefined && is !== undefined && was !== is) {
      yield { ...common, at, text: { en: dated.text.en, ko: dated.text.ko }, source: dated.source };
    }
  }
  // Those of another class came and went with it, which is reported as a change.
  if (came.length + went.length > 0 && hasSameSettings(one, other)) {
    const text = list(
      came.map((each) => each.join(" ")),
      went,
      sides,
    );
    const names = [...came.map(([name]) => name), ...went];
    yield { ...common, bucket: "come-and-gone", at, text, source: classOf(one), names };
  }
}

/**
 * True where both values are written in the file, or where the migration itself wrote the new one and reports it there.
 */
function isWrittenOn(was: EffectiveAttribute, is: EffectiveAttribute): boolean {
  if (is.written === undefined) return false;
  return was.written !== is.written || was.origin === is.origin;
}

function said(was: EffectiveAttribute, is: EffectiveAttribute): Localized {
  const [before, after] = [shown(was.name, was.value), shown(is.name, is.value)];
  return { en: `${was.name}: ${before} → ${after}`, ko: `${was.name}: ${before} → ${after}` };
}

function heeded({ name, value }: EffectiveAttribute, { before, after }: Sides): Localized {
  const [old, next] = [nameOfVersion(before.version), nameOfVersion(after.version)];
  return {
    en: `${name}: ${old} ignores it, ${next} reads ${shown(name, value)}`,
    ko: `${name}: ${josa(old, "은")} 무시하지만 ${josa(next, "은")} ${josa(shown(name, value), "을")} 읽음`,
  };
}

function shown(name: string, value: string | undefined): string {
  if (value === undefined) return "?";
  return isSecretName(name) ? "***" : `"${value}"`;
}

function list(came: readonly string[], went: readonly string[], { before, after }: Sides): Localized {
  const [old, next] = [nameOfVersion(before.version), nameOfVersion(after.version)];
  const some = (names: readonly string[]) =>
    names.length > MOST_NAMED ? `${names.slice(0, MOST_NAMED).join(", ")}, … (${names.length})` : names.join(", ");
  const en = [
    ...(came.length > 0 ? [`New in ${next}, with their defaults: ${some(came)}.`] : []),
    ...(went.length > 0 ? [`Only in ${old}: ${some(went)}.`] : []),
  ];
  const ko = [
    ...(came.length > 0 ? [`${next}의 새 설정(기본값): ${some(came)}.`] : []),
    ...(went.length > 0 ? [`${old}에만 있는 설정: ${some(went)}.`] : []),
  ];
  return { en: en.join(" "), ko: ko.join(" ") };
}

function cameOrWent(object: EffectiveObject, at: Span, sides: Sides, came: boolean): Entry {
  const name = simpleNameOf(object.className ?? object.element);
  const [old, next] = [nameOfVersion(sides.before.version), nameOfVersion(sides.after.version)];
  const text = came
    ? {
        en: `Tomcat ${next} adds ${name} by itself.`,
        ko: `Tomcat ${josa(next, "은")} ${josa(name, "을")} 스스로 추가합니다.`,
      }
    : {
        en: `Tomcat ${old} added ${name} by itself; ${next} does not.`,
        ko: `Tomcat ${josa(old, "은")} ${josa(name, "을")} 스스로 추가했지만 ${josa(next, "은")} 추가하지 않습니다.`,
      };
  return { ...defaultChanged(object, sides), at, text, source: classOf(object) };
}

/** Since when a setting of a class has another default; undefined where no fact dates it. */
export function sinceWhen(className: string | undefined, name: string, { before, after }: Sides): string | undefined {
  return className === undefined ? undefined : sinceOfDefault(className, name, before.version, after.version);
}

export function classOf({ className, element }: EffectiveObject, attribute?: string): string {
  const name = simpleNameOf(className ?? element);
  return attribute === undefined ? name : `${name}.${attribute}`;
}

/** What all entries of an object have in common. */
function defaultChanged({ element }: EffectiveObject, { after }: Sides): Pick<Entry, "bucket" | "element" | "since"> {
  return { bucket: "default-changed", element, since: nameOfVersion(after.version) };
}
