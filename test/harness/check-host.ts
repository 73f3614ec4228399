import assert from "node:assert/strict";
import type { CheckHost } from "../../server/src/cli/batch.ts";
import { rules } from "../../server/src/rules/index.ts";
import { memoryFiles } from "../../server/src/workspace/memory-files.ts";

/** A machine with these files for a check that writes nothing; a rule that throws fails the test. */
export function hostOf(files: ReadonlyMap<string, string>): CheckHost {
  return {
    files: memoryFiles(files),
    rules,
    hash: (text) => text,
    recover: () => Promise.resolve({}),
    edit: () => assert.fail("nothing is written"),
    put: () => assert.fail("nothing is written"),
    isBelow: () => Promise.resolve(true),
    whyUnreadable: () => Promise.resolve(undefined),
    complain: (line) => assert.fail(line),
  };
}
