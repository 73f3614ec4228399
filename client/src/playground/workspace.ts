import { type LSPClient, LSPPlugin, Workspace, type WorkspaceFile } from "@codemirror/lsp-client";
import type { ChangeSet, Text } from "@codemirror/state";
import type { EditorView } from "@codemirror/view";

/** A file with its editor, and its text as the server has it. */
class OpenFile implements WorkspaceFile {
  readonly uri: string;
  readonly languageId: string;
  readonly view: EditorView;
  version = 0;
  doc: Text;

  constructor(uri: string, languageId: string, view: EditorView) {
    this.uri = uri;
    this.languageId = languageId;
    this.view = view;
    this.doc = view.state.doc;
  }

  getView(): EditorView {
    return this.view;
  }
}

/** All files of the project, each in an editor of its own, of which some are hidden behind tabs. */
export class OpenFiles extends Workspace {
  files: OpenFile[] = [];
  readonly #reveal: (uri: string) => void;

  /** @param reveal brings a file's editor to the front */
  constructor(client: LSPClient, reveal: (uri: string) => void) {
    super(client);
    this.#reveal = reveal;
  }

  syncFiles(): { file: OpenFile; prevDoc: Text; changes: ChangeSet }[] {
    return this.files.flatMap((file) => {
      const plugin = LSPPlugin.get(file.view);
      if (!plugin || plugin.unsyncedChanges.empty) return [];
      const update = { file, prevDoc: file.doc, changes: plugin.unsyncedChanges };
      file.doc = file.view.state.doc;
      file.version++;
      plugin.clear();
      return update;
    });
  }

  openFile(uri: string, languageId: string, view: EditorView): void {
    const file = new OpenFile(uri, languageId, view);
    this.files.push(file);
    this.client.didOpen(file);
  }

  closeFile(uri: string): void {
    this.files = this.files.filter((file) => file.uri !== uri);
    this.client.didClose(uri);
  }

  override async displayFile(uri: string): Promise<EditorView | null> {
    this.#reveal(uri);
    return this.files.find((file) => file.uri === uri)?.view ?? null;
  }
}
