import assert from "node:assert/strict";
import * as vscode from "vscode";
import { example } from "./helpers.ts";

/** What a tool of ours answers to an agent. */
async function ask(name: string, input: object): Promise<string> {
  const { content } = await vscode.lm.invokeTool(`tomcat-cluster_${name}`, { input, toolInvocationToken: undefined });
  return content.map((part) => (part instanceof vscode.LanguageModelTextPart ? part.value : "")).join("\n");
}

describe("the tools for VS Code's agents", () => {
  it("are offered with a schema each", () => {
    const ours = vscode.lm.tools.filter(({ name }) => name.startsWith("tomcat-cluster_"));
    assert.deepEqual(ours.map(({ name }) => name.slice(15)).sort(), [
      ...["check", "effective", "explain", "migrate", "topology"],
    ]);
    for (const { description, inputSchema } of ours) assert.ok(description.length > 50 && inputSchema);
  });

  it("check the nodes of the workspace", async () => {
    const { files } = JSON.parse(await ask("check", { paths: ["."] }));
    const rules = files.flatMap(({ findings }: { findings: { rule: string }[] }) => findings.map(({ rule }) => rule));
    assert.ok(rules.includes("send-options-differ"), rules.join());
  });

  it("explain, draw, fill in and plan", async () => {
    assert.match(await ask("explain", { rule: "jvm-route-missing" }), /^# jvm-route-missing/);
    assert.match(await ask("topology", { paths: ["."], format: "mermaid" }), /^flowchart/);
    assert.match(await ask("effective", { path: "node1/conf/server.xml" }), /What Tomcat .* runs with node1/);
    assert.match(await ask("migrate", { paths: ["node1"], from: "9.0", to: "11.0" }), /^# Tomcat 9\.0.* → 11\.0/);
  });

  it("take the URI of a file, and say what they cannot read", async () => {
    const uri = example("node1/conf/server.xml").toString();
    assert.match(await ask("check", { paths: [uri] }), /deployer-outside-host/);
    await assert.rejects(ask("check", { paths: ["../elsewhere"] }), /is not below a folder of the workspace/);
  });
});
