import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import type { Extension } from "@codemirror/state";
import { EditorView } from "@codemirror/view";
import { tags } from "@lezer/highlight";

/** The page's colours, which follow its light and dark look, in editors. */
export const theme: Extension = [
  EditorView.theme({
    "&": { height: "100%", fontSize: "13px", backgroundColor: "var(--back)", color: "var(--text)" },
    "&.cm-focused": { outline: "none" },
    ".cm-scroller": { fontFamily: "var(--mono)", lineHeight: "1.5" },
    ".cm-content": { caretColor: "var(--text)" },
    ".cm-gutters": { backgroundColor: "var(--back)", color: "var(--dim)", border: "none" },
    ".cm-activeLine, .cm-activeLineGutter": { backgroundColor: "var(--hover)" },
    ".cm-tooltip": { backgroundColor: "var(--card)", color: "var(--text)", border: "1px solid var(--line)" },
    ".cm-tooltip-hover": { maxWidth: "min(44rem, 92vw)", maxHeight: "45vh", overflow: "auto" },
    ".cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]": {
      backgroundColor: "var(--link)",
      color: "var(--back)",
    },
    ".cm-panels": { backgroundColor: "var(--box)", color: "var(--text)", border: "none" },
    ".cm-diagnosticAction": { backgroundColor: "var(--link)", color: "var(--back)", fontFamily: "inherit" },
    ".cm-diagnosticText": { whiteSpace: "pre-wrap" },
    ".cm-unnecessary": { opacity: "0.65" },
    ".cm-deprecated": { textDecoration: "line-through" },
  }),
  syntaxHighlighting(
    HighlightStyle.define([
      { tag: [tags.tagName, tags.angleBracket, tags.keyword], color: "var(--tag)" },
      { tag: [tags.attributeName, tags.propertyName], color: "var(--name)" },
      { tag: [tags.attributeValue, tags.string], color: "var(--value)" },
      { tag: [tags.comment, tags.documentMeta, tags.processingInstruction], color: "var(--dim)" },
      { tag: tags.invalid, color: "var(--bad)" },
    ]),
  ),
];
