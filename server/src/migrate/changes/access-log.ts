import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { span } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import { hasPlaceholder } from "../../config/placeholder.ts";
import type { XmlValue } from "../../syntax/tree.ts";
import type { FoundChange } from "../model.ts";
import { type ChangeFinder, changed, componentsOf, leadsTo } from "./change.ts";

/** The codes of a request's time whose meaning changes with 10.0, and the code that has the former meaning from there on. */
interface Codes {
  /** Every code of a pattern, with what belongs to it: `%D`, `%%`, `%{x}i`; `cs(time-taken)`. A placeholder is one too. */
  readonly every: RegExp;
  readonly changed: readonly ChangedCode[];
}

interface ChangedCode {
  readonly code: string;
  readonly next: string;
  /** What it counts time in, before and now. */
  readonly was: Localized;
  readonly is: Localized;
}

const FRACTION: Localized = { en: "seconds with a fraction", ko: "소수점이 있는 초" };
const WHOLE: Localized = { en: "whole seconds", ko: "정수 초" };
const MILLISECONDS: Localized = { en: "milliseconds", ko: "밀리초" };
const MICROSECONDS: Localized = { en: "microseconds", ko: "마이크로초" };

const VALVES: ReadonlyMap<string, Codes> = new Map([
  [
    "org.apache.catalina.valves.AccessLogValve",
    {
      every: /\$\{[^}]*\}|%(?:\{[^}]*\})?./gs,
      changed: [
        { code: "%D", next: "%{ms}T", was: MILLISECONDS, is: MICROSECONDS },
        { code: "%T", next: "%{fracsec}T", was: FRACTION, is: WHOLE },
      ],
    },
  ],
  [
    "org.apache.catalina.valves.ExtendedAccessLogValve",
    {
      every: /\$\{[^}]*\}|[\w-]+(?:\([^)]*\))?/g,
      changed: [{ code: "time-taken", next: "time-taken-fracsec", was: FRACTION, is: WHOLE }],
    },
  ],
]);

const SOURCE = "AbstractAccessLogValve.createAccessLogElement, 10.0; Migration Guide 10.0, Access Log Patterns";

/** Changes patterns of access logs so that the log's lines stay the same. */
export const accessLogs: ChangeFinder = function* ({ file, step }) {
  if (!leadsTo(step, "10.1.0")) return;
  for (const valve of componentsOf(file)) {
    const codes = VALVES.get(valve.className ?? "");
    const pattern = valve.attribute("pattern");
    if (!codes || !pattern?.value) continue;
    const written = codesIn(pattern.value.raw, codes);
    for (const each of codes.changed) {
      const starts = written.flatMap(({ code, start }) => (code === each.code ? [start] : []));
      if (starts.length > 0) yield replaced(valve, pattern.value, starts, each);
    }
    const { text } = pattern.value;
    if (text !== undefined && !hasPlaceholder(text)) continue;
    const read = valve.text("pattern");
    if (read === undefined || codesIn(read, codes).length > written.length) yield hidden(valve, codes, read);
  }
};

interface Place {
  readonly code: string;
  readonly start: number;
}

function codesIn(text: string, { every, changed: all }: Codes): readonly Place[] {
  const known = new Set(all.map(({ code }) => code));
  return [...text.matchAll(every)].flatMap(({ 0: code, index }) => (known.has(code) ? [{ code, start: index }] : []));
}

function replaced(valve: Component, { inner }: XmlValue, starts: readonly number[], changes: ChangedCode): FoundChange {
  const { code, next, was, is } = changes;
  const why = {
    text: {
      en: `${code} was ${was.en} and is ${is.en}; ${next} goes on to write the former.`,
      ko: `${code}의 단위가 ${was.ko}에서 ${josa(is.ko, "으로")} 바뀌었습니다. ${josa(next, "으로")} 쓰면 전과 같습니다.`,
    },
    source: SOURCE,
    since: "10.0.0",
  };
  const edits = starts.map((start) => ({
    span: span(inner.start + start, inner.start + start + code.length),
    newText: next,
  }));
  return changed(valve.spanOf("pattern"), valve.name, why, edits);
}

/** For a pattern that an entity or a placeholder stands for, or a part of it. */
function hidden(valve: Component, { changed: all }: Codes, read: string | undefined): FoundChange {
  const codes = all.map(({ code, next }) => `${code} → ${next}`);
  const [words, wordsKo] = [codes.join(" and "), codes.join(", ")];
  const known = read !== undefined;
  return {
    bucket: known ? "by-hand" : "unknown",
    at: valve.spanOf("pattern"),
    element: valve.name,
    text: known
      ? {
          en: `What stands for the pattern counts time in other units now: change it where it comes from, ${words}.`,
          ko: `pattern의 값에 단위가 바뀐 코드가 있습니다. 값이 있는 곳에서 바꾸십시오: ${wordsKo}.`,
        }
      : {
          en: `What stands for the pattern no file tells. Some codes have other units now: ${words}.`,
          ko: `pattern의 값을 알려 주는 파일이 없습니다. 단위가 바뀐 코드가 있습니다: ${wordsKo}.`,
        },
    source: SOURCE,
    since: "10.0.0",
    edits: [],
  };
}
