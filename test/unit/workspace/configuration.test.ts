import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { workspaceOf } from "../../harness/workspace.ts";

const SERVER = '<Server port="8005"><Service name="Catalina"/></Server>';

async function problemsOf(configuration: string) {
  const files = new Map([
    [".tomcat-cluster.json", configuration],
    ["server.xml", SERVER],
  ]);
  return (await workspaceOf(files, "9.0").configurationOf("server.xml"))?.problems ?? [];
}

describe("a configuration that came with a folder", () => {
  for (const [what, text] of [
    ["nested 100,000 deep", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
    ["of a megabyte", `{"rules": {${'"a": "off",'.repeat(100_000)}"b": "off"}}`],
    ["of many wrong rules", `{"rules": {${Array.from({ length: 9000 }, (_, index) => `"a${index}": "off"`).join()}}}`],
    ["of many overrides", `{"overrides": [${Array(2000).fill('{"files": ["*"]}').join()}]}`],
    [
      "of globs that cost too much together",
      `{"overrides": [{"files": [${Array(50)
        .fill(`"${"*a".repeat(240)}"`)
        .join()}]}]}`,
    ],
    ["with braces for a billion globs", `{"overrides": [{"files": ["${"{a,b}".repeat(30)}"]}]}`],
    [
      "with an expression of 100 predicates",
      `{"customRules": [{"id": "a", "message": "a", "select": "//a${"[1]".repeat(100)}"}]}`,
    ],
    [
      "with brackets in an expression",
      `{"customRules": [{"id": "a", "message": "a", "select": "${"(".repeat(900)}a${")".repeat(900)}"}]}`,
    ],
  ] as const) {
    test(`${what} has a problem, and not too many`, async () => {
      const problems = await problemsOf(text);
      assert.ok(problems.length >= 1 && problems.length <= 100, `${problems.length}`);
    });
  }

  test("that is right has none", async () => {
    assert.deepEqual(
      await problemsOf('{"overrides": [{"files": ["{a,b}/**"], "rules": {"element-ignored": "off"}}]}'),
      [],
    );
  });

  test("a rule that costs too much is stopped with a finding, and the others run", async () => {
    const rules = [
      { id: "dear", select: "//*[count(//*[count(//*) > 0]) > 0]", message: "dear" },
      { id: "cheap", select: "//Service", message: "cheap {@name}" },
    ];
    const files = new Map([
      [".tomcat-cluster.json", JSON.stringify({ customRules: rules })],
      ["server.xml", SERVER.replace("<Service", `${"<a/>".repeat(300)}<Service`)],
    ]);
    const snapshot = await workspaceOf(files, "9.0", []).snapshot("server.xml");
    assert.deepEqual(
      snapshot?.diagnostics.map(({ code, text }) => `${code}: ${text.en}`),
      [
        "dear: Rule dear was stopped: its select costs too much in this file. Nothing is known of what it looks for.",
        "cheap: cheap Catalina",
      ],
    );
  });
});
