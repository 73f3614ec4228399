import { createHash } from "node:crypto";
import { printable } from "../base/printable.ts";
import type { CheckHost } from "../cli/batch.ts";
import { rules } from "../rules/index.ts";
import type { Files } from "../workspace/files.ts";
import { isBelow, whyUnreadable } from "./cli-files.ts";
import { nodeFiles } from "./node-files.ts";
import { editFile, recover } from "./write/in-place.ts";
import { putFile } from "./write/whole.ts";

/** This machine, for a check in any thread. */
export function checkHost(files: Files = nodeFiles()): CheckHost {
  return {
    files,
    rules,
    hash: (text) => createHash("sha256").update(text).digest("hex").slice(0, 32),
    recover,
    edit: editFile,
    put: putFile,
    isBelow,
    whyUnreadable,
    complain: (line) => process.stderr.write(`${printable(line)}\n`),
  };
}
