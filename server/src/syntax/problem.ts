import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import type { Edit, Span } from "../base/span.ts";

/** A place where a text is not well-formed XML: Tomcat's parser stops at the first of them and does not start. */
export interface SyntaxProblem {
  /** Stable and in kebab case: `tag-not-closed`. */
  readonly code: string;
  readonly at: Span;
  readonly text: Localized;
  readonly fix?: SyntaxFix;
  /** Why no author could object to the fix; without a reason it is only offered. */
  readonly automatic?: string;
}

/** Tomcat's parser stops at the first mistake; at most so many are reported. */
export const MOST_PROBLEMS = 1000;

export interface SyntaxFix {
  readonly title: Localized;
  readonly edits: readonly Edit[];
}

/**
 * Takes a mistake. No list is returned, because each part of a text is read at each keystroke and nearly all have none.
 */
export type ReportProblem = (problem: SyntaxProblem) => void;

/** A section that goes on to the end of the text. */
export function notClosed(code: string, where: Span, open: string, close: string): SyntaxProblem {
  return {
    code,
    at: where,
    text: {
      en: `\`${open}\` is never closed by \`${close}\`.`,
      ko: `${josa(`\`${open}\``, "이")} ${josa(`\`${close}\``, "으로")} 닫히지 않았습니다.`,
    },
  };
}
