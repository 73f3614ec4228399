import { josa } from "../../base/josa.ts";
import type { Edit } from "../../base/span.ts";
import type { XmlAttribute } from "../../syntax/tree.ts";
import { type Change, componentsOf, leadsTo } from "./change.ts";

/**
 * The pattern codes for a request's time: the meaning each has up to 9.0, and the code with that meaning from 10.0 on.
 */
const VALVES: ReadonlyMap<string, readonly (readonly [RegExp, string])[]> = new Map([
  [
    "org.apache.catalina.valves.AccessLogValve",
    [
      [/%D/g, "%{ms}T"],
      [/%T/g, "%{fracsec}T"],
    ],
  ],
  ["org.apache.catalina.valves.ExtendedAccessLogValve", [[/(?<![\w-])time-taken(?![\w-])/g, "time-taken-fracsec"]]],
]);

const FRACTIONS: Readonly<Record<string, readonly [was: string, is: string]>> = {
  "%D": ["milliseconds", "microseconds"],
  "%T": ["seconds with a fraction", "whole seconds"],
  "time-taken": ["seconds with a fraction", "whole seconds"],
};
const FRACTIONS_KO: Readonly<Record<string, readonly [was: string, is: string]>> = {
  "%D": ["밀리초", "마이크로초"],
  "%T": ["소수점이 있는 초", "정수 초"],
  "time-taken": ["소수점이 있는 초", "정수 초"],
};

/** Changes patterns of access logs so that the log's lines stay the same. */
export const accessLogs: Change = function* ({ file, step }) {
  if (!leadsTo(step, "10.1.0")) return;
  for (const valve of componentsOf(file)) {
    const signs = VALVES.get(valve.className ?? "");
    const pattern = valve.attribute("pattern");
    const raw = pattern?.value?.raw;
    if (!signs || !pattern || raw === undefined) continue;
    for (const [sign, by] of signs) {
      const edits = replaced(pattern, raw, sign, by);
      const written = edits[0] && raw.match(sign)?.[0];
      if (!written) continue;
      const [was, is] = FRACTIONS[written] ?? ["", ""];
      const [wasKo, isKo] = FRACTIONS_KO[written] ?? ["", ""];
      const why = {
        text: {
          en: `${written} was ${was} and is ${is}; ${by} goes on to write the former.`,
          ko: `${written}의 단위가 ${wasKo}에서 ${josa(isKo, "으로")} 바뀌었습니다. ${josa(by, "으로")} 쓰면 전과 같습니다.`,
        },
        source: "AbstractAccessLogValve.createAccessLogElement, 10.0; Migration Guide 10.0, Access Log Patterns",
        since: "10.0.0",
      };
      yield { bucket: "changed", at: valve.spanOf("pattern"), element: valve.name, ...why, edits };
    }
  }
};

function replaced({ value }: XmlAttribute, raw: string, sign: RegExp, by: string): readonly Edit[] {
  const start = value?.inner.start ?? 0;
  return [...raw.matchAll(sign)]
    .filter(({ index }) => !isEscaped(raw, index))
    .map(({ 0: found, index }) => ({
      span: { start: start + index, end: start + index + found.length },
      newText: by,
    }));
}

/** True behind an odd number of percent signs: two of them stand for one. */
function isEscaped(text: string, index: number): boolean {
  let before = index;
  while (text[before - 1] === "%") before--;
  return (index - before) % 2 === 1;
}
