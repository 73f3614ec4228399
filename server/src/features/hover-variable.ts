import type { Locale, Localized } from "../base/localized.ts";
import { hideSecrets, isSecretName } from "../base/secrets.ts";
import { STARS } from "../config/effective/secrets.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Property } from "../config/properties.ts";
import { code, type HoverText, placeOf } from "./hover-text.ts";
import { variableAt } from "./template-variable.ts";

/** The places that set each variable of a template, the strongest first. */
export type PlacesByName = ReadonlyMap<string, readonly Property[]>;

const WORDS = {
  several: {
    en: "Of these, Ansible takes the first that applies to a node.",
    ko: "Ansible은 이 가운데 노드에 해당하는 첫 번째 값을 씁니다.",
  },
  stronger: {
    en: "A play, a fact, the inventory file or `-e` may set another value.",
    ko: "플레이, 팩트, 인벤토리 파일, `-e`로 다른 값을 지정할 수 있습니다.",
  },
  more: { en: "and more", ko: "등" },
} as const satisfies Record<string, Localized>;

/** So many places are shown. */
const MOST = 12;

/** What the files around a template set the variable under a cursor to, and where. */
export function hoverVariable(
  file: ConfigFile,
  offset: number,
  variables: PlacesByName,
  locale: Locale,
): HoverText | undefined {
  const found = variableSet(file, offset, variables);
  if (!found) return undefined;
  const { name, at, places } = found;
  const shown = places.slice(0, MOST).map((place) => `- ${lineOf(name, place)}`);
  if (places.length > MOST) shown.push(`- ${WORDS.more[locale]}`);
  const notes = [...(places.length > 1 ? [WORDS.several[locale]] : []), WORDS.stronger[locale]];
  return { at, markdown: [code(name), shown.join("\n"), notes.join(" ")].join("\n\n") };
}

/** The variable under a cursor with the places that set it; of `tomcat.port` those of `tomcat` where only that is set. */
export function variableSet({ document }: Pick<ConfigFile, "document">, offset: number, variables: PlacesByName) {
  const variable = variables.size > 0 ? variableAt(document, offset) : undefined;
  if (!variable) return undefined;
  for (let name = variable.name; name !== ""; name = name.slice(0, Math.max(name.lastIndexOf("."), 0))) {
    const places = variables.get(name);
    if (places) return { name, at: variable.at, places };
  }
  return undefined;
}

function lineOf(name: string, place: Property): string {
  if (place.value === undefined) return placeOf(place);
  const value = isSecretName(name) ? "\\*\\*\\*" : code(hideSecrets(name, place.value, STARS));
  return `${value} ${placeOf(place)}`;
}
