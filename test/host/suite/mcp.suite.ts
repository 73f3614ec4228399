import assert from "node:assert/strict";
import { Client } from "@modelcontextprotocol/sdk/client/index.js";
import { StdioClientTransport } from "@modelcontextprotocol/sdk/client/stdio.js";
import * as vscode from "vscode";
import { serversOf } from "../../../client/src/agent/mcp.ts";

describe("the MCP server for VS Code's agents", () => {
  it("is there from 1.101 on, starts as VS Code is told, and reads the workspace", async () => {
    const extension = vscode.extensions.getExtension("tomcat-cluster.tomcat-cluster");
    assert.ok(extension);
    const [server] = serversOf(extension);
    if (!("registerMcpServerDefinitionProvider" in vscode.lm)) {
      assert.match(vscode.version, /^1\.100\./);
      assert.equal(server, undefined);
      return;
    }
    assert.ok(server);
    const env = Object.fromEntries(Object.entries(server.env).map(([name, value]) => [name, `${value}`]));
    const client = new Client({ name: "test", version: "1" });
    await client.connect(new StdioClientTransport({ command: server.command, args: server.args, env }));
    try {
      const { tools } = await client.listTools();
      assert.equal(tools.length, 5);
      const [folder] = vscode.workspace.workspaceFolders ?? [];
      assert.ok(folder);
      const answer = await client.callTool({ name: "topology", arguments: { paths: [folder.uri.fsPath] } });
      assert.equal(answer.isError, undefined);
      assert.match(JSON.stringify(answer.content), /node2/);
    } finally {
      await client.close();
    }
  });
});
