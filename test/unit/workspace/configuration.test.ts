import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { rules } from "../../../server/src/rules/index.ts";
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

describe("what is beyond the cluster", () => {
  // An AJP Connector without its secret, and a Receiver in a Cluster with a port that does not exist.
  const both = SERVER.replace(
    "/>",
    `><Connector port="8009" protocol="AJP/1.3"/><Engine name="a" defaultHost="h" jvmRoute="n"><Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Channel className="org.apache.catalina.tribes.group.GroupChannel"><Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" address="192.168.56.7" port="70000"/></Channel></Cluster><Host name="h"/></Engine></Service>`,
  );
  const codesWith = async (configuration: string, beyondCluster?: (path: string) => Promise<boolean>) => {
    const files = new Map([
      [".tomcat-cluster.json", configuration],
      ["node1/server.xml", both],
    ]);
    const workspace = workspaceOf(files, "10.1", rules, { ...(beyondCluster ? { beyondCluster } : {}) });
    const found = (await workspace.snapshot("node1/server.xml"))?.diagnostics.map(({ code }) => code) ?? [];
    return found.filter((code) => ["connector-secret", "receiver-port"].includes(code)).sort();
  };

  test("is checked where nothing says otherwise", async () => {
    assert.deepEqual(await codesWith("{}"), ["connector-secret", "receiver-port"]);
  });

  test("one setting of an editor turns it off, and the cluster stays", async () => {
    assert.deepEqual(await codesWith("{}", async () => false), ["receiver-port"]);
  });

  test("so does its group in a configuration, for all files or some", async () => {
    assert.deepEqual(await codesWith('{"groups": {"tomcat": "off"}}'), ["receiver-port"]);
    const some = (files: string) => codesWith(`{"overrides": [{"files": ["${files}"], "groups": {"tomcat": "off"}}]}`);
    assert.deepEqual(await some("node1/**"), ["receiver-port"]);
    assert.deepEqual(await some("node2/**"), ["connector-secret", "receiver-port"]);
  });

  test("what is said of one of its rules counts more than its group", async () => {
    const configuration = '{"groups": {"tomcat": "off"}, "rules": {"connector-secret": "warning"}}';
    assert.deepEqual(await codesWith(configuration), ["connector-secret", "receiver-port"]);
  });
});
