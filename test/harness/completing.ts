import assert from "node:assert/strict";
import type { ClientCapabilities } from "vscode-languageserver";
import {
  type CompletionItem,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from "vscode-languageserver-types";
import { Lines } from "../../server/src/base/lines.ts";
import { complete } from "../../server/src/features/completion/complete.ts";
import type { Completion, CompletionRequest } from "../../server/src/features/completion/item.ts";
import { completionClient, toCompletionList } from "../../server/src/features/completion/to-list.ts";
import type { Line } from "../../server/src/schema/lines.ts";
import { cursor } from "./cursor.ts";

export type Asked = Partial<Omit<CompletionRequest, "file" | "offset">>;

/** What is offered at `$0`. */
export function offered(marked: string, line: Line = "9.0", asked: Asked = {}): readonly Completion[] {
  const { file, offset } = cursor(marked, line);
  return complete({ file, offset, locale: "en", ...asked });
}

export function labels(marked: string, line: Line = "9.0", asked: Asked = {}): readonly string[] {
  return offered(marked, line, asked).map(({ label, description }) => [label, description].filter(Boolean).join(" "));
}

/** A kind of client: what it says it can do, and what it does with an item. */
export interface TestClient {
  readonly capabilities: ClientCapabilities;
  /** Which of two ranges its user wants. */
  readonly prefers: "insert" | "replace";
}

/** VS Code, with everything. */
export const FULL: TestClient = {
  prefers: "replace",
  capabilities: {
    textDocument: {
      completion: {
        insertTextMode: InsertTextMode.adjustIndentation,
        completionItem: {
          snippetSupport: true,
          insertReplaceSupport: true,
          labelDetailsSupport: true,
          preselectSupport: true,
          commitCharactersSupport: true,
          tagSupport: { valueSet: [1] },
          insertTextModeSupport: { valueSet: [InsertTextMode.asIs, InsertTextMode.adjustIndentation] },
        },
        completionList: {
          itemDefaults: ["editRange", "insertTextFormat", "insertTextMode", "commitCharacters", "data"],
        },
      },
    },
  },
};

/** A text after an item was accepted, with the cursor at `|`; the item goes over the wire as the client reads it. */
export function accepted(marked: string, label: string, client: TestClient = FULL, asked: Asked = {}): string {
  const { file, offset } = cursor(marked);
  const completions = complete({ file, offset, locale: "en", ...asked });
  const list = toCompletionList(completions, "file:///x", file.lines, completionClient(client.capabilities, undefined));
  const { text, stops } = applyItem({ text: file.document.text, offset }, list, label, client);
  const at = stops[0]?.start ?? text.length;
  return `${text.slice(0, at)}|${text.slice(at)}`;
}

/** A text with the places to type at, in their order; the last is where the cursor ends. */
export interface Expanded {
  readonly text: string;
  readonly stops: readonly { readonly start: number; readonly end: number }[];
}

/** A text with the cursor in it. */
export interface TextPosition {
  readonly text: string;
  readonly offset: number;
}

/** What a client makes of an item, by LSP's rules. Fails for ranges LSP forbids. */
export function applyItem(
  { text, offset }: TextPosition,
  { items, itemDefaults }: CompletionList,
  label: string,
  { prefers, capabilities }: TestClient,
): Expanded {
  const nameOf = (each: CompletionItem) => [each.label, each.labelDetails?.description].filter(Boolean).join(" ");
  const item = items.find((each) => nameOf(each) === label);
  assert.ok(item, `${label} is not offered, but ${items.map(nameOf).join(", ")}`);
  const lines = new Lines(text);
  const { range, newText } = editOf(item, itemDefaults, prefers);
  const { line } = lines.positionAt(offset);
  assert.ok(range.start.line === line && range.end.line === line, "the range is on several lines");
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  assert.ok(start <= offset && offset <= end, "the range does not hold the cursor");
  const typed = text.slice(start, offset).toLowerCase();
  assert.ok(fuzzy(typed, (item.filterText ?? item.label).toLowerCase()), `${typed} does not match ${item.filterText}`);
  const mode =
    item.insertTextMode ?? itemDefaults?.insertTextMode ?? capabilities.textDocument?.completion?.insertTextMode;
  const indent = /^[ \t]*/.exec(text.slice(lines.startOf(line)))?.[0] ?? "";
  const laidOut = mode === InsertTextMode.adjustIndentation ? newText.replace(/\n/g, `\n${indent}`) : newText;
  const format = item.insertTextFormat ?? itemDefaults?.insertTextFormat;
  const inserted =
    format === InsertTextFormat.Snippet
      ? expandSnippet(laidOut)
      : { text: laidOut, stops: [{ start: laidOut.length, end: laidOut.length }] };
  return {
    text: text.slice(0, start) + inserted.text + text.slice(end),
    stops: inserted.stops.map((stop) => ({ start: start + stop.start, end: start + stop.end })),
  };
}

function editOf(
  item: CompletionItem,
  defaults: CompletionList["itemDefaults"],
  prefers: TestClient["prefers"],
): { readonly range: Range; readonly newText: string } {
  const { textEdit } = item;
  const range = textEdit && "range" in textEdit ? textEdit.range : (textEdit ?? defaults?.editRange);
  assert.ok(range, "the item has no range");
  return {
    range: "start" in range ? range : range[prefers],
    newText: textEdit?.newText ?? item.textEditText ?? item.label,
  };
}

/** A snippet as it looks when it was inserted. */
function expandSnippet(snippet: string): Expanded {
  const stops: { number: number; start: number; end: number }[] = [];
  let text = "";
  for (let at = 0; at < snippet.length; at++) {
    if (snippet[at] === "\\") text += snippet[++at] ?? "";
    else if (snippet[at] === "$") {
      const match = /^\$(?:(\d+)|\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^|\\])*)\|)\})/.exec(snippet.slice(at));
      assert.ok(match, `no snippet: ${snippet}`);
      const written = (match[3] ?? match[4]?.split(/(?<!\\),/)[0] ?? "").replace(/\\(.)/g, "$1");
      // Stop 0 is the last.
      const number = Number(match[1] ?? match[2]) || Number.POSITIVE_INFINITY;
      stops.push({ number, start: text.length, end: text.length + written.length });
      text += written;
      at += match[0].length - 1;
    } else text += snippet[at];
  }
  if (!stops.some(({ number }) => number === Number.POSITIVE_INFINITY)) {
    stops.push({ number: Number.POSITIVE_INFINITY, start: text.length, end: text.length });
  }
  return { text, stops: stops.sort((a, b) => a.number - b.number) };
}

function fuzzy(typed: string, filter: string): boolean {
  let at = 0;
  for (const char of typed) {
    at = filter.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
