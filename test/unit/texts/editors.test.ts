import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";

const read = (path: string) => readFileSync(path, "utf8");
const readme = read("README.md");

/** What adds commands to an editor, beside the settings that start the server. */
const COMMANDS = ["editors/emacs/tomcat-cluster.el", "editors/neovim/plugin/tomcat_cluster.lua"];

/** What the package offers to be run. */
const [COMMAND = ""] = Object.keys(JSON.parse(read("package.json")).bin).filter((name) => name.endsWith("server"));

test("the settings for other editors stand in the README as in their files, and start the program that is there", () => {
  const files = readdirSync("editors", { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => ({ path: join(parentPath, name), name }))
    .filter(({ path }) => !COMMANDS.includes(path));
  assert.ok(files.length >= 7, `${files.length} files`);
  for (const { path, name } of files) {
    const text = read(path);
    assert.ok(text.includes(COMMAND) && text.includes("--stdio"), `${name} does not start ${COMMAND}`);
    const shown = name.endsWith(".lua") ? text.slice(text.indexOf("{"), text.lastIndexOf("}") + 1) : text;
    if (name !== "template.json") assert.ok(readme.includes(shown), `the README has other settings than ${name}`);
  }
});

test("the commands for other editors are named in the README, and ask for what the server answers", () => {
  const protocol = read("server/src/protocol.ts");
  for (const path of COMMANDS) {
    assert.ok(readme.includes(path), `the README does not name ${path}`);
    const asked = read(path).match(/"tomcatCluster\/[\w/]+"/g) ?? [];
    assert.deepEqual(
      asked.filter((method) => !protocol.includes(method)),
      [],
    );
    assert.equal(asked.length, 2, path);
  }
});

test("the template for IntelliJ is one: an id, a name, a command for each system, and the language it is for", () => {
  const template = JSON.parse(read("editors/lsp4ij/tomcat-cluster/template.json"));
  assert.deepEqual(Object.keys(template), ["id", "name", "programArgs", "languageMappings"]);
  assert.deepEqual(Object.keys(template.programArgs), ["default", "windows"]);
  assert.deepEqual(template.languageMappings, [{ language: "XML", languageId: "xml" }]);
});
