import type { Diagnostic } from "./diagnostic.ts";

/** Limits of findings kept for one file, of one rule and of all. A longer list would not help a reader. */
const MOST_OF_RULE = 500;
const MOST_OF_FILE = 5000;

/** Keeps the first findings of each rule in one file, and counts the others. */
export class FirstFindings {
  readonly #kept: Diagnostic[] = [];
  readonly #counts = new Map<string, number>();
  /** For each rule, the first finding that was not kept, and how many were kept before it. */
  readonly #first = new Map<string, { readonly diagnostic: Diagnostic; readonly kept: number }>();

  add(diagnostic: Diagnostic): void {
    const { code } = diagnostic;
    const count = this.#counts.get(code) ?? 0;
    this.#counts.set(code, count + 1);
    if (this.#first.has(code)) return;
    if (count < MOST_OF_RULE && this.#kept.length < MOST_OF_FILE) this.#kept.push(diagnostic);
    else this.#first.set(code, { diagnostic, kept: count });
  }

  /** What was kept, and for each rule of which some were not, one that tells how many. */
  all(): readonly Diagnostic[] {
    const told = [...this.#first].map(([code, { diagnostic, kept }]): Diagnostic => {
      const { at, severity } = diagnostic;
      const others = (this.#counts.get(code) ?? 0) - kept;
      return {
        code,
        severity,
        at,
        text: {
          en: `From here on ${others} more findings of ${code} are left out. This file shows the first ${kept} of them.`,
          ko: `여기부터 ${code} 문제 ${others}건을 생략했습니다. 이 파일에는 처음 ${kept}건만 표시합니다.`,
        },
      };
    });
    return [...this.#kept, ...told];
  }
}
