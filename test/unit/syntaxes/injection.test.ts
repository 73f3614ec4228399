import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { scopesOf } from "../../harness/grammar.ts";

const url = (path: string) => new URL(path, import.meta.url);

/** Each line of the sample, and below it what the injection says of its parts. */
async function scopes(text: string): Promise<string> {
  const parts = await scopesOf(text);
  const rows = text
    .trimEnd()
    .split("\n")
    .flatMap((content, line) => [
      content,
      ...parts
        .filter((part) => part.line === line)
        .map(({ start, end, scope }) => `${" ".repeat(start)}${"^".repeat(end - start)} ${scope}`),
    ]);
  return `${rows.join("\n")}\n`;
}

test("placeholders, class names and options are coloured inside values only", async () => {
  const expected = url("sample.scopes.txt");
  const actual = await scopes(readFileSync(url("sample.xml"), "utf8"));
  if (process.env["UPDATE_FIXTURES"] || !existsSync(expected)) writeFileSync(expected, actual);
  assert.equal(actual, readFileSync(expected, "utf8"));
});
