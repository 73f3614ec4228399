import { lineBreakOf } from "../base/lines.ts";
import type { Localized } from "../base/localized.ts";
import { applyEdits, at } from "../base/span.ts";

import { distributableOf } from "../config/node.ts";
import { type Line, lineFacts } from "../schema/lines.ts";
import { parse } from "../syntax/parse.ts";

/** The WEB-INF/web.xml of an application whose sessions are replicated. */
export function webXml(line: Line): string {
  const { servlet, namespace } = lineFacts(line);
  return `<?xml version="1.0" encoding="UTF-8"?>
<web-app xmlns="${namespace}" version="${servlet}">
  <display-name>Session test</display-name>
  <distributable/>
</web-app>
`;
}

/** The new text, or why it cannot be made. */
export type NewText = { readonly text: string } | { readonly problem: Localized };

/** A web.xml with `<distributable/>` added; the same text where it has it already. */
export function withDistributable(text: string): NewText {
  const document = parse(text);
  const { root } = document;
  if (root?.name !== "web-app" || !root.startTagClosed) {
    return { problem: { en: "is no web.xml", ko: "web.xml이 아닙니다" } };
  }
  if (distributableOf(document)) return { text };
  const newline = lineBreakOf(text);
  if (root.selfClosing) {
    const open = `${text.slice(root.startTag.start, root.startTag.end - "/>".length).trimEnd()}>`;
    const newText = `${open}${newline}  <distributable/>${newline}</web-app>`;
    return { text: applyEdits(text, [{ span: root.startTag, newText }]) };
  }
  return { text: applyEdits(text, [{ span: at(root.startTag.end), newText: `${newline}  <distributable/>` }]) };
}
