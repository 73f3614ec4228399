import * as vscode from "vscode";
import {
  type BaseLanguageClient,
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type WorkspaceEdit,
} from "vscode-languageclient";
import type { SeverityChoice } from "../../server/src/protocol.ts";

export const SEVERITY_COMMAND = "tomcatCluster.changeSeverity";
export const ACCEPT_COMMAND = "tomcatCluster.accept";

/** The commands behind decisions about findings, which are written into files that a team shares. */
export function registerDecisions(client: BaseLanguageClient): vscode.Disposable {
  return vscode.Disposable.from(
    vscode.commands.registerCommand(SEVERITY_COMMAND, async (choices: readonly SeverityChoice[]) => {
      const picked = await vscode.window.showQuickPick([...choices]);
      if (picked) await write(client, picked.edit);
    }),
    vscode.commands.registerCommand(ACCEPT_COMMAND, (edit: WorkspaceEdit) => write(client, edit)),
  );
}

/**
 * Makes the changes and saves what had none before: these files are mostly not open, and a baseline counts only as it is on
 * disk. The server hears of them at once, because a watcher may be seconds late.
 */
async function write(client: BaseLanguageClient, edit: WorkspaceEdit): Promise<void> {
  const { made, created, clean } = await planned(client, edit);
  if (!(await vscode.workspace.applyEdit(made, { isRefactoring: true }))) {
    void vscode.window.showErrorMessage(vscode.l10n.t("The changes could not be made; nothing was written."));
    return;
  }
  for (const document of clean) await document.save();
  const uris = [...created, ...clean.map(({ uri }) => uri)].map(client.code2ProtocolConverter.asUri);
  const changes = uris.map((uri) => ({ uri, type: FileChangeType.Changed }));
  if (client.isRunning()) await client.sendNotification(DidChangeWatchedFilesNotification.method, { changes });
}

interface Planned {
  readonly made: vscode.WorkspaceEdit;
  /** New files, which are written with their text at once: an empty one would be read as a mistake. */
  readonly created: readonly vscode.Uri[];
  /** Documents without unsaved changes of the user's own. */
  readonly clean: readonly vscode.TextDocument[];
}

async function planned({ protocol2CodeConverter }: BaseLanguageClient, edit: WorkspaceEdit): Promise<Planned> {
  const made = new vscode.WorkspaceEdit();
  const isNew = new Set<string>();
  const created: vscode.Uri[] = [];
  const clean: vscode.TextDocument[] = [];
  for (const change of edit.documentChanges ?? []) {
    if ("kind" in change) {
      if (change.kind === "create") isNew.add(change.uri);
    } else {
      const uri = protocol2CodeConverter.asUri(change.textDocument.uri);
      const texts = change.edits.flatMap((each) => ("newText" in each ? [each] : []));
      if (isNew.has(change.textDocument.uri)) {
        const contents = new TextEncoder().encode(texts.map(({ newText }) => newText).join(""));
        made.createFile(uri, { contents });
        created.push(uri);
      } else {
        const document = await vscode.workspace.openTextDocument(uri);
        if (!document.isDirty) clean.push(document);
        made.set(uri, await protocol2CodeConverter.asTextEdits(texts));
      }
    }
  }
  return { made, created, clean };
}
