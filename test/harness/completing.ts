import assert from "node:assert/strict";
import type { ClientCapabilities } from "vscode-languageserver";
import { type CompletionItem, InsertTextFormat, InsertTextMode, type Range } from "vscode-languageserver-types";
import { Lines } from "../../server/src/base/lines.ts";
import { complete } from "../../server/src/features/completion/complete.ts";
import type { Completion, CompletionRequest } from "../../server/src/features/completion/item.ts";
import { completionClient, toCompletionList } from "../../server/src/features/completion/to-list.ts";
import type { Line } from "../../server/src/schema/model.ts";
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
export function accepted(
  marked: string,
  label: string,
  client: TestClient = FULL,
  line: Line = "9.0",
  asked: Asked = {},
): string {
  const { file, offset } = cursor(marked, line);
  const completions = complete({ file, offset, locale: "en", ...asked });
  const list = toCompletionList(completions, "file:///x", file.lines, completionClient(client.capabilities, undefined));
  const item = list.items.find(
    (each) => [each.label, each.labelDetails?.description].filter(Boolean).join(" ") === label,
  );
  assert.ok(item, `${label} is not offered, but ${labels(marked, line, asked).join(", ")}`);
  return applyItem(file.document.text, offset, item, list.itemDefaults, client);
}

/** What a client makes of an item, by LSP's rules. Throws for ranges LSP forbids. */
export function applyItem(
  text: string,
  offset: number,
  item: CompletionItem,
  defaults: NonNullable<ReturnType<typeof toCompletionList>["itemDefaults"]> | undefined,
  { prefers, capabilities }: TestClient,
): string {
  const lines = new Lines(text);
  const { range, newText } = editOf(item, defaults, prefers);
  const { line } = lines.positionAt(offset);
  assert.ok(range.start.line === line && range.end.line === line, "the range is on several lines");
  const [start, end] = [lines.offsetAt(range.start), lines.offsetAt(range.end)];
  assert.ok(start <= offset && offset <= end, "the range does not hold the cursor");
  const typed = text.slice(start, offset).toLowerCase();
  assert.ok(fuzzy(typed, (item.filterText ?? item.label).toLowerCase()), `${typed} does not match ${item.filterText}`);
  const mode = item.insertTextMode ?? defaults?.insertTextMode ?? capabilities.textDocument?.completion?.insertTextMode;
  const indent = /^[ \t]*/.exec(text.slice(lines.startOf(line)))?.[0] ?? "";
  const laidOut = mode === InsertTextMode.adjustIndentation ? newText.replace(/\n/g, `\n${indent}`) : newText;
  const format = item.insertTextFormat ?? defaults?.insertTextFormat;
  const inserted = format === InsertTextFormat.Snippet ? expandSnippet(laidOut) : `${laidOut}|`;
  return text.slice(0, start) + inserted + text.slice(end);
}

function editOf(
  item: CompletionItem,
  defaults: Parameters<typeof applyItem>[3],
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

/** A snippet as it looks when it was inserted, with `|` at its first stop. */
export function expandSnippet(snippet: string): string {
  let cursorAt: number | undefined;
  let lowest = Number.POSITIVE_INFINITY;
  let text = "";
  for (let at = 0; at < snippet.length; at++) {
    if (snippet[at] === "\\") text += snippet[++at] ?? "";
    else if (snippet[at] === "$") {
      const match = /^\$(?:(\d+)|\{(\d+)(?::((?:\\.|[^}\\])*)|\|((?:\\.|[^|\\])*)\|)\})/.exec(snippet.slice(at));
      assert.ok(match, `no snippet: ${snippet}`);
      const number = Number(match[1] ?? match[2]) || 1000;
      if (number < lowest) {
        lowest = number;
        cursorAt = text.length;
      }
      text += (match[3] ?? match[4]?.split(/(?<!\\),/)[0] ?? "").replace(/\\(.)/g, "$1");
      at += match[0].length - 1;
    } else text += snippet[at];
  }
  return cursorAt === undefined ? `${text}|` : `${text.slice(0, cursorAt)}|${text.slice(cursorAt)}`;
}

function fuzzy(typed: string, filter: string): boolean {
  let at = 0;
  for (const char of typed) {
    at = filter.indexOf(char, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
