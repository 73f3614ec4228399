import type { Localized } from "../base/localized.ts";
import { at, type Edit } from "../base/span.ts";
import { indentAt, lineBreakOf } from "../config/edits.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { MARK } from "../lint/suppressions.ts";
import { elementsAt } from "../syntax/path.ts";

export interface Silencing {
  readonly title: Localized;
  readonly edits: readonly Edit[];
}

/** The comment that silences a rule's finding where it is; undefined where no element holds it. */
export function silence(diagnostic: Diagnostic, file: ConfigFile): Silencing | undefined {
  const { text } = file.document;
  const offset = diagnostic.at.start;
  const element = elementsAt(file.document, offset, "behind").find(({ startTag }) => offset < startTag.end);
  if (!element) return undefined;
  const { start } = element.span;
  const comment = `<!-- ${MARK}disable-next-line ${diagnostic.code} -->`;
  const indent = indentAt(text, start);
  const lineStart = start - indent.length;
  const alone = lineStart === 0 || /[\r\n]/.test(text.charAt(lineStart - 1));
  const behind = alone ? lineBreakOf(text) + indent : "";
  return {
    title: { en: `Silence ${diagnostic.code} here`, ko: `여기서 ${diagnostic.code} 숨기기` },
    edits: [{ span: at(start), newText: comment + behind }],
  };
}
