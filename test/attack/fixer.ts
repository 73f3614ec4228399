// A process that fixes a file all the time until it is killed, and prints a dot for each time it could.
import { readFileSync } from "node:fs";
import { editFile } from "../../server/src/entry/write/in-place.ts";

const [path = ""] = process.argv.slice(2);
for (;;) {
  const before = readFileSync(path, "utf8");
  const after = before.endsWith(" fixed='1'/>")
    ? before.replace(" fixed='1'", "")
    : before.replace("/>", " fixed='1'/>");
  if (before !== after && !(await editFile(path, before, after))) process.stdout.write(".");
  await new Promise(setImmediate);
}
