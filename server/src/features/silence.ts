import type { Localized } from "../base/localized.ts";
import { at, type Edit } from "../base/span.ts";
import { indentAt, lineBreakOf } from "../config/edits.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Diagnostic } from "../lint/lint.ts";
import { MARK } from "../lint/suppressions.ts";
import type { XmlElement } from "../syntax/tree.ts";

export interface Silencing {
  readonly title: Localized;
  readonly edits: readonly Edit[];
}

/** The comment that silences a rule's finding where it is; undefined where no element holds it. */
export function silence(diagnostic: Diagnostic, file: ConfigFile): Silencing | undefined {
  const { text, root } = file.document;
  const element = root && elementAt(root, diagnostic.at.start);
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

/** The element whose start tag holds an offset. */
function elementAt(root: XmlElement, offset: number): XmlElement | undefined {
  let element: XmlElement | undefined = root;
  while (element) {
    const { start, end } = element.startTag;
    if (start <= offset && offset < end) return element;
    element = element.elements.find(({ span }) => span.start <= offset && offset < span.end);
  }
  return undefined;
}
