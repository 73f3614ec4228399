import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import { SECTION, type Settings } from "../protocol.ts";
import { LINES, lineOf } from "../schema/lines.ts";

export const DEFAULTS: Settings = {
  tomcatVersion: "auto",
  checkBeyondCluster: true,
  autoClosingTags: true,
  inlayHints: { optionNames: true, defaults: false },
  format: { enable: true, printWidth: 120 },
  effective: { showSecrets: false },
  rulePages: "",
  otherXmlExtension: false,
};

/** The largest width that is taken for one; a larger number is a mistake. */
const WIDEST = 10_000;

/** What a client answered, as settings; what is of a wrong kind is mended where it can only mean one thing. */
export interface ReadSettings {
  readonly settings: Settings;
  /** Names the settings that count as not set. */
  readonly problems: readonly Localized[];
}

export function readSettings(answer: unknown): ReadSettings {
  const problems: Localized[] = [];
  const wrong = (name: string, value: unknown, wanted: Localized) => {
    const key = name === "" ? SECTION : `${SECTION}.${name}`;
    const written = JSON.stringify(value).slice(0, 60);
    problems.push({
      en: `The setting ${key} is ${written}, so the default is used. It must be ${wanted.en}.`,
      ko: `${key} 설정이 ${written}이므로 기본값을 사용합니다. 이 설정은 ${wanted.ko}이어야 합니다.`,
    });
  };
  const objectOf = (name: string, value: unknown): Readonly<Record<string, unknown>> => {
    if (value === undefined || value === null) return {};
    if (typeof value === "object" && !Array.isArray(value)) return value as Readonly<Record<string, unknown>>;
    wrong(name, value, { en: "an object", ko: "객체" });
    return {};
  };
  const flag = (name: string, value: unknown, normally: boolean): boolean => {
    if (typeof value === "boolean") return value;
    if (value === undefined || value === null) return normally;
    if (value === "true" || value === "false") return value === "true";
    wrong(name, value, { en: "true or false", ko: "true 또는 false" });
    return normally;
  };
  const top = objectOf("", answer);
  const inlayHints = objectOf("inlayHints", top["inlayHints"]);
  const format = objectOf("format", top["format"]);
  const effective = objectOf("effective", top["effective"]);
  const version = versionIn(top["tomcatVersion"]);
  if (version === undefined) {
    const example = LINES.at(-1);
    wrong("tomcatVersion", top["tomcatVersion"], {
      en: `"auto" or a line such as "${example}"`,
      ko: `"auto" 또는 ${josa(`"${example}"`, "과")} 같은 버전 값`,
    });
  }
  if (version !== undefined && typeof top["tomcatVersion"] === "number") {
    problems.push({
      en: `The setting ${SECTION}.tomcatVersion is a number and is read as "${version}". Write it in quotes.`,
      ko: `${SECTION}.tomcatVersion 설정이 숫자이므로 "${version}" 값으로 읽습니다. 따옴표로 묶어 쓰십시오.`,
    });
  }
  const width = widthIn(format["printWidth"]);
  if (width === undefined) {
    const wanted = { en: `a number from 1 to ${WIDEST}`, ko: `1부터 ${WIDEST} 사이의 숫자 값` };
    wrong("format.printWidth", format["printWidth"], wanted);
  }
  const pages = pagesIn(top["rulePages"]);
  if (pages === undefined) {
    const wanted = {
      en: "an address that begins with https:, http: or file:",
      ko: "https:, http:, file: 가운데 하나로 시작하는 주소",
    };
    wrong("rulePages", top["rulePages"], wanted);
  }
  const settings: Settings = {
    tomcatVersion: version ?? DEFAULTS.tomcatVersion,
    checkBeyondCluster: flag("checkBeyondCluster", top["checkBeyondCluster"], DEFAULTS.checkBeyondCluster),
    autoClosingTags: flag("autoClosingTags", top["autoClosingTags"], DEFAULTS.autoClosingTags),
    inlayHints: {
      optionNames: flag("inlayHints.optionNames", inlayHints["optionNames"], DEFAULTS.inlayHints.optionNames),
      defaults: flag("inlayHints.defaults", inlayHints["defaults"], DEFAULTS.inlayHints.defaults),
    },
    format: {
      enable: flag("format.enable", format["enable"], DEFAULTS.format.enable),
      printWidth: width ?? DEFAULTS.format.printWidth,
    },
    effective: { showSecrets: flag("effective.showSecrets", effective["showSecrets"], DEFAULTS.effective.showSecrets) },
    rulePages: pages ?? DEFAULTS.rulePages,
    otherXmlExtension: flag("otherXmlExtension", top["otherXmlExtension"], DEFAULTS.otherXmlExtension),
  };
  return { settings, problems };
}

/** `9.0` without quotes is the number 9. */
function versionIn(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return DEFAULTS.tomcatVersion;
  const text = typeof value === "number" ? value.toFixed(1) : value;
  if (typeof text !== "string") return undefined;
  return text === "auto" || lineOf(text) ? text : undefined;
}

function widthIn(value: unknown): number | undefined {
  if (value === undefined || value === null) return DEFAULTS.format.printWidth;
  const number = typeof value === "string" && /^\d+$/.test(value) ? Number(value) : value;
  return typeof number === "number" && number >= 1 && number <= WIDEST ? Math.floor(number) : undefined;
}

/** Other schemes could run something where a client opens the address. */
function pagesIn(value: unknown): string | undefined {
  if (value === undefined || value === null || value === "") return DEFAULTS.rulePages;
  return typeof value === "string" && /^(?:https?|file):\/\/\S+$/.test(value) ? value : undefined;
}
