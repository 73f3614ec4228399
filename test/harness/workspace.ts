import assert from "node:assert/strict";
import type { Diagnostic } from "../../server/src/lint/diagnostic.ts";
import { rules as allRules } from "../../server/src/rules/index.ts";
import type { Rule } from "../../server/src/rules/rule.ts";
import { memoryFiles } from "../../server/src/workspace/memory-files.ts";
import { Workspace, type WorkspaceOptions } from "../../server/src/workspace/workspace.ts";

/** A workspace of files in memory, by path; `line` is `auto` or a Tomcat line. A rule that throws fails the test. */
export function workspaceOf(
  files: ReadonlyMap<string, string>,
  line: string,
  rules: readonly Rule[] = allRules,
  more: Partial<WorkspaceOptions> = {},
): Workspace {
  const workspace = new Workspace(memoryFiles(files), {
    ...more,
    rules,
    chosenLine: () => Promise.resolve(line),
    onRuleError: (rule, error) => assert.fail(`${rule.id} threw ${String(error)}`),
  });
  workspace.setRoots([""]);
  return workspace;
}

/** The findings of one file that stands alone; undefined when it is no file of Tomcat's. */
export async function findingsOf(path: string, text: string, line: string): Promise<readonly Diagnostic[] | undefined> {
  return (await workspaceOf(new Map([[path, text]]), line).snapshot(path))?.diagnostics;
}
