import * as vscode from "vscode";

/** What Tomcat's own logs are called, also rotated and packed. */
const LOGS = "**/catalina*.{log,out}*";
const MOST_FOUND = 500;

/** The logs a command is for: those chosen in the Explorer, else those the user picks of the workspace's or of a folder. */
export async function chooseLogs(named: unknown, all: unknown): Promise<readonly vscode.Uri[]> {
  const chosen = Array.isArray(all) ? all.filter((each) => each instanceof vscode.Uri) : [];
  if (chosen.length > 0) return chosen;
  if (named instanceof vscode.Uri) return [named];
  const found = await vscode.workspace.findFiles(LOGS, undefined, MOST_FOUND);
  const elsewhere = vscode.l10n.t("Other logs…");
  const items = [
    ...found
      .map((uri) => ({ label: vscode.workspace.asRelativePath(uri), uri, picked: true }))
      .sort((one, other) => one.label.localeCompare(other.label)),
    { label: elsewhere, uri: undefined, picked: false },
  ];
  if (found.length === 0) return browse();
  const picked = await vscode.window.showQuickPick(items, {
    canPickMany: true,
    placeHolder: vscode.l10n.t("Which logs? Those of all nodes belong together."),
  });
  if (!picked) return [];
  const uris = picked.flatMap(({ uri }) => uri ?? []);
  return picked.some(({ uri }) => uri === undefined) ? [...uris, ...(await browse())] : uris;
}

async function browse(): Promise<readonly vscode.Uri[]> {
  const picked = await vscode.window.showOpenDialog({
    canSelectMany: true,
    title: vscode.l10n.t("Which logs? Those of all nodes belong together."),
  });
  return picked ?? [];
}
