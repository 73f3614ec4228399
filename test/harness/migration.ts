import assert from "node:assert/strict";
import type { Migration } from "../../server/src/migrate/model.ts";
import { planMigration } from "../../server/src/migrate/plan.ts";
import { rules } from "../../server/src/rules/index.ts";
import { lineOf } from "../../server/src/schema/lines.ts";
import { Release } from "../../server/src/schema/release.ts";
import { memoryFiles } from "../../server/src/workspace/memory-files.ts";
import { workspaceOf } from "./workspace.ts";

/** The plan for files in memory, by path; `from` is a line, a release or `auto`, `to` a release. */
export function migration(
  texts: Readonly<Record<string, string>>,
  from: string,
  to: string,
  keepDefaults = false,
): Promise<Migration> {
  const files = new Map(Object.entries(texts));
  const line = lineOf(to);
  assert.ok(line);
  return planMigration({
    workspace: workspaceOf(files, from),
    files: memoryFiles(files),
    paths: [...files.keys()],
    to: { line, release: Release.parse(to) },
    keepDefaults,
    rules,
    onRuleError: (rule, error) => assert.fail(`${rule.id} threw ${String(error)}`),
  });
}
