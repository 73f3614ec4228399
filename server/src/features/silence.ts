import { indentOf } from "../base/indent.ts";
import { lineBreakOf, lineStartAt } from "../base/lines.ts";
import type { Localized } from "../base/localized.ts";
import { at, type Edit } from "../base/span.ts";
import { indentAt } from "../config/edits.ts";
import type { ConfigFile } from "../config/file.ts";
import type { FrontFile } from "../front/model.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { MARK } from "../lint/suppressions.ts";
import { elementsAt } from "../syntax/path.ts";

export interface Silencing {
  readonly title: Localized;
  readonly edits: readonly Edit[];
}

/** The comment that silences a rule's finding at its place; undefined where no element contains it. */
export function silence(diagnostic: Diagnostic, file: ConfigFile | FrontFile): Silencing | undefined {
  if (!("document" in file)) return silenceInFront(diagnostic, file);
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
  return silencing(diagnostic, start, comment + behind);
}

function silencing({ code }: Diagnostic, offset: number, newText: string): Silencing {
  return {
    title: { en: `Silence ${code} here`, ko: `여기서 ${code} 숨기기` },
    edits: [{ span: at(offset), newText }],
  };
}

/** The comment is on its own line above the directive: a continued line cannot contain one. */
function silenceInFront(diagnostic: Diagnostic, { text, product }: FrontFile): Silencing {
  let start = lineStartAt(text, diagnostic.at.start);
  while (product === "httpd" && start > 0 && /\\\r?$/.test(text.slice(lineStartAt(text, start - 1), start - 1))) {
    start = lineStartAt(text, start - 1);
  }
  const indent = indentOf(text.slice(start));
  return silencing(diagnostic, start, `${indent}# ${MARK}disable-next-line ${diagnostic.code}${lineBreakOf(text)}`);
}
