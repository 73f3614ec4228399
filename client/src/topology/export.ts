import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { TOPOLOGY_FILE_REQUEST, type TopologyFileParams } from "../../../server/src/protocol.ts";

type Format = "svg" | "png" | "mermaid";

const ENDINGS: Readonly<Record<Format, string>> = { svg: "svg", png: "png", mermaid: "mmd" };

/** Asks for a format and a file, and writes the picture into it. `toPng` makes pixels of an SVG. */
export async function exportTopology(
  client: BaseLanguageClient,
  uri: string | null,
  toPng: (svg: string) => Promise<Uint8Array | undefined>,
): Promise<void> {
  const formats: readonly (vscode.QuickPickItem & { readonly format: Format })[] = [
    { label: "SVG", description: vscode.l10n.t("a drawing, in light and dark"), format: "svg" },
    { label: "PNG", description: vscode.l10n.t("a picture"), format: "png" },
    { label: "Mermaid", description: vscode.l10n.t("a flowchart for Markdown"), format: "mermaid" },
  ];
  const placeHolder = vscode.l10n.t("As what is the topology exported?");
  const format = (await vscode.window.showQuickPick(formats, { placeHolder }))?.format;
  if (!format) return;
  const params: TopologyFileParams = { uri, format: format === "mermaid" ? "mermaid" : "svg" };
  const text = await client.sendRequest(TOPOLOGY_FILE_REQUEST, params);
  const bytes = format === "png" ? await toPng(text) : new TextEncoder().encode(text);
  if (!bytes) {
    void vscode.window.showErrorMessage(vscode.l10n.t("The picture is too large for a PNG. Export it as SVG."));
    return;
  }
  const ending = ENDINGS[format];
  const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
  const target = await vscode.window.showSaveDialog({
    ...(folder ? { defaultUri: vscode.Uri.joinPath(folder, `topology.${ending}`) } : {}),
    filters: { [format]: [ending] },
  });
  if (!target) return;
  await vscode.workspace.fs.writeFile(target, bytes);
  const open = vscode.l10n.t("Open");
  const saved = vscode.l10n.t("{0} was written.", vscode.workspace.asRelativePath(target));
  if ((await vscode.window.showInformationMessage(saved, open)) === open) {
    await vscode.commands.executeCommand("vscode.open", target);
  }
}
