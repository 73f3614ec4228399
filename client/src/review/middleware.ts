import * as vscode from "vscode";
import { type BaseLanguageClient, type Middleware, RenameRequest } from "vscode-languageclient";
import { choicesByFile, fileEditsOf } from "./changes.ts";
import type { Review } from "./review.ts";

const COMMAND = "tomcatCluster.review";

/**
 * Changes of several files go through our own review. The editor's refactoring preview ticks nothing that a server wants
 * to have looked at, and its Apply then does nothing without a word.
 */
export function reviewing(review: Review, client: () => BaseLanguageClient | undefined): Middleware {
  return {
    // biome-ignore lint/complexity/useMaxParams: the library's signature
    async provideCodeActions(document, range, context, token, next) {
      const actions = await next(document, range, context, token);
      return actions?.map((action) =>
        action instanceof vscode.CodeAction && action.edit && isOverFiles(action.edit)
          ? reviewed(action, action.edit)
          : action,
      );
    },

    // biome-ignore lint/complexity/useMaxParams: the library's signature
    async provideRenameEdits(document, position, newName, token, next) {
      const running = client();
      if (!running) return next(document, position, newName, token);
      const params = {
        textDocument: running.code2ProtocolConverter.asTextDocumentIdentifier(document),
        position: running.code2ProtocolConverter.asPosition(position),
        newName,
      };
      // The note on other uses of a name is in the annotation, which the editor's own type does not expose.
      const answer = await running.sendRequest(RenameRequest.type, params, token);
      const edit = await running.protocol2CodeConverter.asWorkspaceEdit(answer, token);
      if (!edit) return edit;
      const [annotation] = Object.values(answer?.changeAnnotations ?? {});
      if (annotation?.description !== undefined) void vscode.window.showInformationMessage(annotation.description);
      if (edit.size < 2) return plain(edit);
      // The editor forgets its rename as soon as another tab is shown, so the review makes the changes itself.
      await review.apply(annotation?.label ?? newName, await choicesByFile(fileEditsOf(edit)));
      return new vscode.WorkspaceEdit();
    },
  };
}

/** The command behind an action over several files. */
export function registerReview(review: Review): vscode.Disposable {
  return vscode.Disposable.from(
    review,
    vscode.commands.registerCommand(COMMAND, async (title: string, edit: vscode.WorkspaceEdit) =>
      review.apply(title, await choicesByFile(fileEditsOf(edit))),
    ),
  );
}

/** True for changes of several existing files. A new file is small and named in the title. */
function isOverFiles(edit: vscode.WorkspaceEdit): boolean {
  return edit.entries().length > 1 && edit.entries().length === edit.size;
}

function reviewed(action: vscode.CodeAction, edit: vscode.WorkspaceEdit): vscode.CodeAction {
  const { title, kind, diagnostics, isPreferred } = action;
  const made = new vscode.CodeAction(title, kind);
  if (diagnostics) made.diagnostics = diagnostics;
  if (isPreferred !== undefined) made.isPreferred = isPreferred;
  made.command = { command: COMMAND, title, arguments: [title, edit] };
  return made;
}

/** The same changes without the request to confirm each of them. */
function plain(edit: vscode.WorkspaceEdit): vscode.WorkspaceEdit {
  const made = new vscode.WorkspaceEdit();
  for (const [uri, edits] of edit.entries()) made.set(uri, edits);
  return made;
}
