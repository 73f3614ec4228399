import type { Localized } from "../base/localized.ts";
import { type Span, span } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import { type PatternProblem, patternProblem } from "../config/java-pattern.ts";

/** Why Java refuses a pattern, with the place: a character counted from 1. */
const MISTAKES: Readonly<Record<PatternProblem["kind"], (place: number, char: string) => Localized>> = {
  "group-not-closed": (place) => ({
    en: `the ( at character ${place} is never closed`,
    ko: `${place}번째 문자인 (가 닫히지 않았습니다`,
  }),
  "group-not-opened": (place) => ({
    en: `the ) at character ${place} closes nothing`,
    ko: `${place}번째 문자인 )에 짝이 되는 (가 없습니다`,
  }),
  "class-not-closed": (place) => ({
    en: `the [ at character ${place} is never closed`,
    ko: `${place}번째 문자인 [가 닫히지 않았습니다`,
  }),
  "nothing-to-repeat": (place, char) => ({
    en: `the ${char} at character ${place} has nothing to repeat`,
    ko: `${place}번째 문자인 ${char} 앞에 반복할 것이 없습니다`,
  }),
  escape: (place, char) => ({
    en: `the ${char} at character ${place} escapes nothing Java knows`,
    ko: `${place}번째 문자인 ${char} 뒤가 Java가 모르는 이스케이프입니다`,
  }),
};

/** A regular expression that Java does not compile. */
export interface BadPattern {
  readonly pattern: string;
  /** The character at which Java fails, or the whole value where it contains references or placeholders. */
  readonly at: Span;
  readonly reason: Localized;
  /**
   * The pattern with `.*` for each leading `*` of a file pattern, and `\.` for its dot; undefined where that does not
   * correct it.
   */
  readonly mended: string | undefined;
}

/** The certain mistake in an attribute that is a Java pattern; undefined without one. */
export function badPattern(component: Component, name: string): BadPattern | undefined {
  const pattern = component.text(name);
  const problem = pattern === undefined ? undefined : patternProblem(pattern);
  if (pattern === undefined || !problem) return undefined;
  const value = component.attribute(name)?.value;
  const { offset, kind } = problem;
  const mended = pattern.replace(/(^|[|(])\*(\.?)/g, (_, before: string, dot: string) => `${before}.*${dot && "\\."}`);
  return {
    pattern,
    at:
      value?.raw === pattern
        ? span(value.inner.start + offset, value.inner.start + offset + 1)
        : component.spanOf(name),
    reason: MISTAKES[kind](offset + 1, pattern[offset] ?? ""),
    mended: mended !== pattern && patternProblem(mended) === undefined ? mended : undefined,
  };
}
