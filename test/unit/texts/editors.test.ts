import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const read = (path: string) => readFileSync(path, "utf8");
const readme = read("README.md");

/** What the package offers to be run. */
const [COMMAND = ""] = Object.keys(JSON.parse(read("package.json")).bin).filter((name) => name.endsWith("server"));

test("the settings for other editors stand in the README as in their files, and start the program that is there", () => {
  const files = readdirSync("editors", { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  assert.ok(files.length >= 7, `${files.length} files`);
  for (const { parentPath, name } of files) {
    const text = readFileSync(join(parentPath, name), "utf8");
    assert.ok(text.includes(COMMAND) && text.includes("--stdio"), `${name} does not start ${COMMAND}`);
    const shown = name.endsWith(".lua") ? text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1) : text;
    if (name !== "template.json") assert.ok(readme.includes(shown), `the README has other settings than ${name}`);
  }
});

test("the template for IntelliJ is one: an id, a name, a command for each system, and the language it is for", () => {
  const template = JSON.parse(read("editors/lsp4ij/tomcat-cluster/template.json"));
  assert.deepEqual(Object.keys(template), ["id", "name", "programArgs", "languageMappings"]);
  assert.deepEqual(Object.keys(template.programArgs), ["default", "windows"]);
  assert.deepEqual(template.languageMappings, [{ language: "XML", languageId: "xml" }]);
});
