import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { TOOL_REQUEST } from "../../../server/src/protocol.ts";
import { notRunning } from "../server-message.ts";
import { wake } from "../wake/asleep.ts";

/** Before the server's name of a tool in the manifest: all extensions share one list of names. */
const PREFIX = "tomcat-cluster_";

/** A tool as the manifest has it. */
interface ContributedTool {
  readonly name: string;
  readonly displayName: string;
}

/** Offers to VS Code's agents what `tomcat-cluster mcp` offers to others: the manifest lists the tools, the server runs them. */
export function registerTools(context: vscode.ExtensionContext, client: BaseLanguageClient): void {
  const { contributes } = context.extension.packageJSON as {
    readonly contributes: { readonly languageModelTools: readonly ContributedTool[] };
  };
  for (const { name, displayName } of contributes.languageModelTools) {
    context.subscriptions.push(
      vscode.lm.registerTool(name, {
        prepareInvocation: () => ({ invocationMessage: displayName }),
        invoke: async ({ input }) => new vscode.LanguageModelToolResult(await partsOf(name, input, client)),
      }),
    );
  }
}

async function partsOf(
  name: string,
  input: unknown,
  client: BaseLanguageClient,
): Promise<vscode.LanguageModelTextPart[]> {
  if (!vscode.workspace.isTrusted) throw new Error(vscode.l10n.t("Agents read only workspaces that you trust."));
  await wake(client);
  if (!client.isRunning()) throw new Error(notRunning());
  const { parts, failed } = await client.sendRequest(TOOL_REQUEST, { name: name.slice(PREFIX.length), input });
  if (failed) throw new Error(parts.join("\n"));
  return parts.map((text) => new vscode.LanguageModelTextPart(text));
}
