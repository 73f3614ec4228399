import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { mistakePage } from "../../server/src/rules/page.ts";

const folder = new URL("../../server/src/syntax/", import.meta.url);

test("the page of XML mistakes has a heading for each code, and for nothing else, in both languages", () => {
  const sources = [
    ...readdirSync(folder).filter((name) => name.endsWith("problems.ts")),
    "../lint/lint.ts",
    "../lint/read-in-part.ts",
  ];
  const codes = sources.flatMap((name) => {
    const text = readFileSync(new URL(name, folder), "utf8");
    return [...text.matchAll(/code: "([a-z-]+)"|notClosed\("([a-z-]+)"/g)].map(([, code, closing]) => code ?? closing);
  });
  assert.ok(codes.length > 20);
  for (const name of ["README.md", "README.ko.md"]) {
    const page = readFileSync(new URL(name, folder), "utf8");
    const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
    assert.deepEqual(headings.sort(), [...new Set(codes)].sort(), name);
    for (const code of headings) assert.match(mistakePage(code ?? "", page) ?? "", new RegExp(`^# ${code}\n\n\\S`));
  }
});
