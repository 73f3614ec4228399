import type { Locale, Localized } from "../base/localized.ts";
import { hideSecrets, isSecretName } from "../base/secrets.ts";
import { STARS } from "../config/effective/secrets.ts";
import type { ConfigFile } from "../config/file.ts";
import { interpolated, variablesNamedIn } from "../config/launch/interpolation.ts";
import { readsDefaults } from "../config/placeholder.ts";
import type { Property } from "../config/properties.ts";
import { STANDARD_PROPERTIES } from "../config/standard-properties.ts";
import { code, type HoverText, placeOf } from "./hover-text.ts";
import { placeholderAt } from "./placeholder-at.ts";

const WORDS = {
  set: { en: "Set in", ko: "지정된 곳:" },
  unknown: { en: "The files do not tell its value.", ko: "파일만으로는 값을 알 수 없습니다." },
  elsewhere: {
    en: "No file of this Tomcat sets it: the system or the command line may.",
    ko: "이 Tomcat의 파일에는 없습니다. 시스템이나 명령줄에서 지정할 수 있습니다.",
  },
  unread: { en: "This file is too long to be read:", ko: "이 파일은 너무 길어 읽지 않습니다:" },
  without: { en: "Also there, without effect:", ko: "다른 곳에도 있지만 적용되지 않습니다:" },
  filled: { en: "Unless a shell sets another value for Compose:", ko: "셸에서 Compose에 다른 값을 지정하지 않으면:" },
  fallback: { en: "Where nothing sets it:", ko: "지정되지 않았을 때의 값:" },
} as const satisfies Record<string, Localized>;

/** The value of the placeholder under a cursor, with the file and line that set it. */
export function hoverPlaceholder(file: ConfigFile, offset: number, locale: Locale): HoverText | undefined {
  const placeholder = file.document.text.includes("${") ? placeholderAt(file.document, offset) : undefined;
  if (!placeholder) return undefined;
  const { name, fallback, at, attribute } = placeholder;
  const property = propertyBehind(name, fallback, file);
  const value = property?.value;
  const secret = isSecretName(name) || (attribute !== undefined && isSecretName(attribute.name));
  const shown = code(`\${${name}}`);
  const lines = [
    value === undefined ? shown : `${shown} = ${secret ? "\\*\\*\\*" : code(hideSecrets(name, value, STARS))}`,
  ];
  lines.push(...originOf(name, property, file, locale), ...filledIn(name, property, secret, locale));
  if (value === undefined && fallback !== undefined && readsDefaults(file.version)) {
    lines.push(`${WORDS.fallback[locale]} ${code(fallback)}`);
  }
  return { at, markdown: lines.join("\n\n") };
}

/** What `.env` and defaults in a compose file make of a value, with the places in `.env`. */
function filledIn(name: string, property: Property | undefined, secret: boolean, locale: Locale): readonly string[] {
  if (property?.value !== undefined || !property?.filledBy) return [];
  const { file, at, filledBy } = property;
  const written = file.text.slice(at.start, at.end).replace(/^(["'])(.*)\1$/s, "$2");
  const value = interpolated(written, filledBy);
  if (value === undefined) return [];
  const from = variablesNamedIn(written).flatMap((each) => filledBy.get(each) ?? []);
  const shown = secret ? "\\*\\*\\*" : code(hideSecrets(name, value, STARS));
  return [`${WORDS.filled[locale]} ${[shown, ...from.map(placeOf)].join(", ")}`];
}

/** Looks a property up as Tomcat does: by the whole name first, then by the name before the default. */
function propertyBehind(name: string, fallback: string | undefined, file: ConfigFile): Property | undefined {
  const { reading, version } = file;
  if (fallback === undefined) return reading.properties.find(name, version);
  return (
    reading.properties.find(`${name}:-${fallback}`, version) ??
    (readsDefaults(version) ? reading.properties.find(name, version) : undefined)
  );
}

function originOf(
  name: string,
  property: Property | undefined,
  { reading }: ConfigFile,
  locale: Locale,
): readonly string[] {
  const { unread } = reading.properties;
  if (unread !== undefined && !property) {
    return [WORDS.unknown[locale], `${WORDS.unread[locale]} ${code(unread.path.split("/").slice(-2).join("/"))}`];
  }
  const places = reading.properties.places.filter((each) => each.name === name);
  const standard = STANDARD_PROPERTIES.get(name);
  if (!property && places.length === 0) return [standard ? standard[locale] : WORDS.elsewhere[locale]];
  const same = (each: Property) => property !== undefined && each.value === property.value;
  const known = property?.value !== undefined;
  const setting = known ? [property, ...places.filter((each) => same(each) && !samePlace(each, property))] : places;
  const lost = known ? places.filter((each) => !same(each)) : [];
  return [
    ...(known ? [] : [WORDS.unknown[locale]]),
    ...(setting.length > 0 ? [`${WORDS.set[locale]} ${setting.map(placeOf).join(", ")}`] : []),
    ...(lost.length > 0 ? [`${WORDS.without[locale]} ${lost.map(placeOf).join(", ")}`] : []),
  ];
}

function samePlace(one: Property, other: Property): boolean {
  return one.file.path === other.file.path && one.at.start === other.at.start;
}
