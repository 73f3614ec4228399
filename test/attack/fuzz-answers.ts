import type { FuzzText } from "./fuzz-text.ts";

/** The text of a document by its URI; undefined for one that is not known. */
export type TextOf = (uri: string) => FuzzText | undefined;

type Fields = Readonly<Record<string, unknown>>;

const isObject = (value: unknown): value is Fields => typeof value === "object" && value !== null;
const isPlace = (value: unknown): value is { line: number; character: number } =>
  isObject(value) && typeof value["line"] === "number" && typeof value["character"] === "number";

/** What in an answer lies outside of the text it is about. */
export function outside(answer: unknown, uri: string, textOf: TextOf): readonly string[] {
  const found: string[] = [];
  const visit = (value: unknown, about: string, where: string): void => {
    if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) visit(each, about, `${where}[${index}]`);
      return;
    }
    if (!isObject(value)) return;
    const named = uriIn(value) ?? about;
    if (isPlace(value["start"]) && isPlace(value["end"])) {
      const text = textOf(named);
      const problem = text && (text.problemOf(value["start"]) ?? text.problemOf(value["end"]));
      if (problem !== undefined) found.push(`${where}: ${problem}`);
      else if (text && text.offsetOf(value["start"]) > text.offsetOf(value["end"])) found.push(`${where}: backwards`);
      return;
    }
    if (typeof value["startLine"] === "number" && typeof value["endLine"] === "number") {
      const lines = textOf(named)?.starts.length ?? Number.POSITIVE_INFINITY;
      if (value["startLine"] < 0 || value["endLine"] >= lines) found.push(`${where}: lines of ${lines}`);
    }
    for (const [key, each] of Object.entries(value)) {
      // The changes of an edit are by URI.
      const next = /^[a-z]+:/.test(key) ? key : named;
      visit(each, next, `${where}.${key}`);
    }
  };
  visit(answer, uri, "answer");
  return found;
}

function uriIn(value: Fields): string | undefined {
  for (const key of ["uri", "targetUri", "path"]) {
    const uri = value[key];
    if (typeof uri === "string" && /^[a-z]+:/.test(uri)) return uri;
  }
  return isObject(value["textDocument"]) ? uriIn(value["textDocument"]) : undefined;
}

/** Semantic tokens are numbers: what of them lies outside of a text, or over another one. */
export function outsideTokens(answer: unknown, text: FuzzText): readonly string[] {
  if (!isObject(answer) || !Array.isArray(answer["data"])) return [];
  const data: readonly number[] = answer["data"];
  let line = 0;
  let character = 0;
  let free = 0;
  for (let index = 0; index + 4 < data.length; index += 5) {
    const [lines = 0, characters = 0, length = 0] = data.slice(index, index + 3);
    if (lines > 0) free = 0;
    character = lines > 0 ? characters : character + characters;
    line += lines;
    const problem = text.problemOf({ line, character: character + length });
    if (problem !== undefined) return [`token ${index / 5}: ${problem}`];
    if (character < free) return [`token ${index / 5} lies over the one before`];
    free = character + length;
  }
  return [];
}
