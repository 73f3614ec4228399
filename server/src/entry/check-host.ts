import { printable } from "../base/printable.ts";
import type { CheckHost } from "../cli/batch.ts";
import { rules } from "../rules/index.ts";
import type { Files } from "../workspace/files.ts";
import { isBelow, whyUnreadable } from "./cli-files.ts";
import { waitingFiles } from "./node-files.ts";
import { hash } from "./node-hash.ts";
import { editFile, recover } from "./write/in-place.ts";
import { putFile } from "./write/whole.ts";

/** This machine, for a check in any thread. */
export function checkHost(files: Files = waitingFiles): CheckHost {
  return {
    files,
    rules,
    hash,
    recover,
    edit: editFile,
    put: putFile,
    isBelow,
    whyUnreadable,
    complain: (line) => process.stderr.write(`${printable(line)}\n`),
  };
}
