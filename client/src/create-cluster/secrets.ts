import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import { CREATE_SECRETS_REQUEST, type CreateSecretsParams } from "../../../server/src/protocol.ts";
import { type FileEdits, wholeText } from "../review/changes.ts";
import type { SecretWriter } from "../review/review.ts";

/**
 * Has the server write new files with the key: VS Code makes files with the rights that the umask leaves, which lets
 * every user of most machines read them.
 */
export class Secrets implements SecretWriter {
  readonly #client: BaseLanguageClient;
  /** Files that more users can read than should. */
  readonly warnings: string[] = [];
  /** What is to be known of the files that were written. */
  readonly notes: string[] = [];

  constructor(client: BaseLanguageClient) {
    this.#client = client;
  }

  async write(files: readonly FileEdits[]): Promise<readonly vscode.Uri[] | undefined> {
    if (files.some(({ uri }) => uri.scheme !== "file")) {
      this.warnings.push(
        vscode.l10n.t(
          "Who can read conf/catalina.properties, which holds the key, is up to this workspace's file system.",
        ),
      );
    }
    const onDisk = files.filter(({ uri }) => uri.scheme === "file");
    if (onDisk.length === 0) return [];
    const params: CreateSecretsParams = {
      files: onDisk.map(({ uri, isNew, edits }) => ({ uri: uri.toString(), text: isNew ? wholeText(edits) : null })),
    };
    const { made, problem, note, warnings } = await this.#client.sendRequest(CREATE_SECRETS_REQUEST, params);
    const uris = made.map((uri) => vscode.Uri.parse(uri));
    if (problem !== null) {
      for (const uri of uris) await vscode.workspace.fs.delete(uri);
      await vscode.window.showErrorMessage(vscode.l10n.t("{0}. Nothing was written.", problem));
      return undefined;
    }
    this.warnings.push(...warnings);
    if (note !== null) this.notes.push(note);
    return uris;
  }
}
