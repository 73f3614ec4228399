// A process that writes one of two texts in turn, until it is killed.
import { readFileSync } from "node:fs";
import { editFile } from "../../server/src/entry/write/in-place.ts";

const [path = "", size = "0"] = process.argv.slice(2);
const texts = ["1".repeat(Number(size)), "2".repeat(Number(size) + 5000)];
process.stdout.write("writing\n");
for (;;) {
  const before = readFileSync(path, "utf8");
  const after = texts.find((text) => text !== before) ?? "";
  const problem = await editFile(path, before, after);
  if (problem) throw new Error(problem.en);
}
