/**
 * Makes the folder of a new rule from `rule-template`: its code, its page in both languages and two fixtures, to be filled in.
 *
 * Usage: npm run new-rule -- ID
 */
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const id = process.argv[2] ?? "";
const template = new URL("rule-template/", import.meta.url);
const folder = fileURLToPath(new URL(`../src/rules/${id}/`, import.meta.url));

/** A file of the template as it stands in the folder of the rule, which is one level nearer to what it imports. */
function filledIn(name: string): string {
  return readFileSync(new URL(name, template), "utf8")
    .replaceAll("rule-template", id)
    .replaceAll('"../../src/rules/', '"../')
    .replaceAll('"../../src/', '"../../');
}

if (!/^[a-z]+(-[a-z0-9]+)*$/.test(id)) {
  console.error("usage: npm run new-rule -- ID, in small letters with hyphens, the thing first: receiver-port");
  process.exitCode = 2;
} else if (existsSync(folder)) {
  console.error(`there is a rule ${id} already`);
  process.exitCode = 2;
} else {
  mkdirSync(`${folder}fixtures`, { recursive: true });
  writeFileSync(`${folder}rule.ts`, filledIn("rule.ts"));
  for (const name of ["README.md", "README.ko.md"]) writeFileSync(`${folder}${name}`, filledIn(name));
  for (const name of ["fires.xml", "silent.xml"]) writeFileSync(`${folder}fixtures/${name}`, filledIn(name));
  console.log(`${folder}
Next: fill these in, then
  npm run generate
  UPDATE_FIXTURES=1 npm run test:rule -- ${id}
  git add -N . && git diff`);
}
