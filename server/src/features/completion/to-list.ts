import type { ClientCapabilities } from "vscode-languageserver";
import {
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type CompletionList,
  InsertTextFormat,
  InsertTextMode,
  type Range,
} from "vscode-languageserver-types";
import type { Lines } from "../../base/lines.ts";
import { toTextEdits } from "../to-lsp.ts";
import type { Completion, OfferSubject } from "./item.ts";
import { hasStops, toPlainText, toSnippet } from "./template.ts";

const KINDS: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  element: CompletionItemKind.Module,
  attribute: CompletionItemKind.Property,
  class: CompletionItemKind.Class,
  value: CompletionItemKind.Value,
  reference: CompletionItemKind.Reference,
  property: CompletionItemKind.Variable,
  block: CompletionItemKind.Snippet,
  "end-tag": CompletionItemKind.Module,
  markup: CompletionItemKind.Snippet,
};

/** The capabilities of a client that change its completion lists. */
export interface CompletionClient {
  readonly snippets: boolean;
  readonly insertReplace: boolean;
  readonly labelDetails: boolean;
  readonly deprecatedTag: boolean;
  readonly preselect: boolean;
  readonly commitCharacters: boolean;
  /** The list defaults it supports, by their names in LSP. */
  readonly defaults: ReadonlySet<string>;
  /** True where it supports inserting text without adjusting indents. */
  readonly asIs: boolean;
  /** True where it adds the line's indent to further lines by default. */
  readonly adjusts: boolean;
  /** The command that opens suggestions, where the client names one. */
  readonly suggestCommand: string | undefined;
}

export function completionClient(
  { textDocument }: ClientCapabilities,
  suggestCommand: string | undefined,
): CompletionClient {
  const { completionItem: item, completionList: list, insertTextMode } = textDocument?.completion ?? {};
  return {
    snippets: item?.snippetSupport === true,
    insertReplace: item?.insertReplaceSupport === true,
    labelDetails: item?.labelDetailsSupport === true,
    deprecatedTag: item?.tagSupport?.valueSet.includes(CompletionItemTag.Deprecated) === true,
    preselect: item?.preselectSupport === true,
    commitCharacters: item?.commitCharactersSupport === true,
    defaults: new Set(list?.itemDefaults ?? []),
    asIs: item?.insertTextModeSupport?.valueSet.includes(InsertTextMode.asIs) === true,
    adjusts: insertTextMode === InsertTextMode.adjustIndentation,
    suggestCommand,
  };
}

/** The data of an item for the request of its documentation; `attribute` replaces the item's label. */
export interface ItemData extends OfferSubject {
  readonly uri: string;
}

/** A list in the client's form: what all items share is in the defaults, where the client supports them. */
export function toCompletionList(
  completions: readonly Completion[],
  uri: string,
  lines: Lines,
  client: CompletionClient,
): CompletionList {
  const items = completions.map((each, index) => ({
    ...toItem(each, uri, lines, client),
    // Clients sort by text; this keeps the list's order.
    sortText: `${index}`.padStart(4, "0"),
  }));
  const [first] = items;
  if (!first) return { isIncomplete: false, items };
  const itemDefaults: NonNullable<CompletionList["itemDefaults"]> = {};
  if (client.defaults.has("editRange") && first.textEdit && items.every((each) => sameRange(each, first))) {
    const { textEdit } = first;
    itemDefaults.editRange =
      "range" in textEdit ? textEdit.range : { insert: textEdit.insert, replace: textEdit.replace };
    for (const each of items) {
      // The edit was made above from the default range.
      each.textEditText = each.textEdit?.newText ?? each.label;
      delete each.textEdit;
    }
  }
  share(items, itemDefaults, client, "insertTextFormat");
  share(items, itemDefaults, client, "insertTextMode");
  share(items, itemDefaults, client, "commitCharacters");
  share(items, itemDefaults, client, "data");
  return Object.keys(itemDefaults).length === 0
    ? { isIncomplete: false, items }
    : { isIncomplete: false, itemDefaults, items };
}

function toItem(completion: Completion, uri: string, lines: Lines, client: CompletionClient): CompletionItem {
  const { label, kind, detail, description, filter, replace, insert, about, commit, continues } = completion;
  const item: CompletionItem = {
    label: description === undefined || client.labelDetails ? label : `${label} ${description}`,
    kind: KINDS[kind],
    filterText: filter ?? label,
  };
  if (detail !== undefined) item.detail = detail;
  if (description !== undefined && client.labelDetails) item.labelDetails = { description };
  if (completion.deprecated && client.deprecatedTag) item.tags = [CompletionItemTag.Deprecated];
  if (completion.preselect && client.preselect) item.preselect = true;
  if (commit && client.commitCharacters) item.commitCharacters = [...commit];
  if (completion.also && completion.also.length > 0) item.additionalTextEdits = toTextEdits(completion.also, lines);
  if (about) item.data = dataOf(about, uri);
  if (continues && client.snippets && client.suggestCommand !== undefined) {
    item.command = { title: "", command: client.suggestCommand };
  }
  const newText = textFor(completion, client);
  if (client.snippets && hasStops(completion.text)) item.insertTextFormat = InsertTextFormat.Snippet;
  if (newText.includes("\n") && client.asIs) item.insertTextMode = InsertTextMode.asIs;
  const range = lines.rangeOf(replace);
  item.textEdit =
    insert && client.insertReplace ? { newText, insert: lines.rangeOf(insert), replace: range } : { newText, range };
  return item;
}

/** An attribute is identified by its label, so that all items of a list share the same data. */
function dataOf(about: OfferSubject, uri: string): ItemData {
  return about.attribute === undefined ? { ...about, uri } : { ...about, uri, attribute: "" };
}

/** The subject of an item; undefined where its data is not this server's. */
export function subjectOf({ label, data }: CompletionItem): ItemData | undefined {
  // Only this server fills `data`, and the client sends it back unchanged.
  const { uri, element, attribute, ...rest } = (data ?? {}) as Partial<ItemData>;
  if (uri === undefined || element === undefined) return undefined;
  return { ...rest, uri, element, ...(attribute === undefined ? {} : { attribute: label }) };
}

function textFor({ text, indent = "" }: Completion, client: CompletionClient): string {
  const written = client.snippets && hasStops(text) ? toSnippet(text) : toPlainText(text);
  return client.adjusts && !client.asIs && indent !== "" ? written.replaceAll(`\n${indent}`, "\n") : written;
}

type Shared = "insertTextFormat" | "insertTextMode" | "commitCharacters" | "data";

/**
 * Moves fields that all items have to the defaults. Items without the field would get it, so every item must have it.
 */
function share(
  items: readonly CompletionItem[],
  itemDefaults: NonNullable<CompletionList["itemDefaults"]>,
  { defaults }: CompletionClient,
  name: Shared,
): void {
  if (!defaults.has(name)) return;
  const value = JSON.stringify(items[0]?.[name]);
  if (value === undefined || !items.every((each) => JSON.stringify(each[name]) === value)) return;
  Object.assign(itemDefaults, { [name]: items[0]?.[name] });
  for (const each of items) delete each[name];
}

function sameRange({ textEdit: one }: CompletionItem, { textEdit: other }: CompletionItem): boolean {
  if (!one || !other || "range" in one !== "range" in other) return false;
  const ranges = (edit: NonNullable<CompletionItem["textEdit"]>): readonly Range[] =>
    "range" in edit ? [edit.range] : [edit.insert, edit.replace];
  return JSON.stringify(ranges(one)) === JSON.stringify(ranges(other));
}
