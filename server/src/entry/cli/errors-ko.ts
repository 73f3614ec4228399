import { josa } from "../../base/josa.ts";
import type { Locale } from "../../base/localized.ts";
import { inKorean } from "./help-ko.ts";

type Part = readonly [pattern: RegExp, korean: (...names: readonly string[]) => string];

const q = (name: string | undefined) => `'${name}'`;

/** What commander says of wrong words, a line each. The names in it are the user's or the program's. */
const LINES: readonly Part[] = [
  [/^error: missing required argument '(.*)'$/, (name) => `오류: 인수 ${josa(q(name), "을")} 지정하십시오`],
  [/^error: required option '(.*)' not specified$/, (flags) => `오류: 옵션 ${josa(q(flags), "을")} 지정하십시오`],
  [/^error: option '(.*)' argument missing$/, (flags) => `오류: 옵션 ${q(flags)}에 값이 없습니다`],
  [
    /^error: option '(.*?)' argument '(.*)' is invalid\.(?: (.*))?$/,
    (flags, value, why) => `오류: 옵션 ${q(flags)}의 값으로 ${josa(q(value), "을")} 쓸 수 없습니다.${because(why)}`,
  ],
  [
    /^error: command-argument value '(.*)' is invalid for argument '(.*?)'\.(?: (.*))?$/,
    (value, name, why) => `오류: 인수 ${q(name)}의 값으로 ${josa(q(value), "을")} 쓸 수 없습니다.${because(why)}`,
  ],
  [/^error: unknown option '(.*)'$/, (flag) => `오류: ${q(flag)} 옵션이 없습니다`],
  [/^error: unknown command '(.*)'$/, (name) => `오류: ${q(name)} 명령이 없습니다`],
  [
    /^error: too many arguments.*\. Expected (\d+) arguments? but got (\d+)\.$/,
    (expected, got) => `오류: 인수가 너무 많습니다. ${expected}개여야 하는데 ${got}개입니다.`,
  ],
  [/^\(Did you mean (?:one of )?(.*)\?\)$/, (names) => `(${names} 아닙니까?)`],
];

/** Why a value cannot be taken. */
const REASONS: readonly Part[] = [
  [/^Allowed choices are (.*)\.$/, (choices) => `${choices} 가운데 하나여야 합니다.`],
  [/^Known formats: (.*)\.$/, (formats) => `형식: ${formats}.`],
  [
    /^Known lines: (.*), and their releases, such as (.*)\.$/,
    (all, such) => `버전 계열: ${all}, 그리고 ${such} 같은 릴리스.`,
  ],
  [/^Whole seconds from (\d+) to (\d+)\.$/, (least, most) => `${least}초부터 ${most}초까지의 정수여야 합니다.`],
  [
    /^A whole number from (\d+) to (\d+) is expected\.$/,
    (least, most) => `${least}부터 ${most}까지의 정수여야 합니다.`,
  ],
];

/** A message of commander's in a language; a line that is not known stays as it is. */
export function errorIn(text: string, language: Locale): string {
  if (language === "en") return text;
  return text
    .split("\n")
    .map((line) => translated(line, LINES))
    .join("\n");
}

function because(why: string | undefined): string {
  return why === undefined ? "" : ` ${inKorean(why) ?? translated(why, REASONS)}`;
}

function translated(text: string, parts: readonly Part[]): string {
  for (const [pattern, korean] of parts) {
    const found = pattern.exec(text);
    if (found) return korean(...found.slice(1));
  }
  return text;
}
