import { type CompletionList, MarkupKind } from "vscode-languageserver";
import { complete, documentation, TRIGGER_CHARACTERS } from "../../features/completion/complete.ts";
import { completeRoot } from "../../features/completion/root.ts";
import { completionClient, subjectOf, toCompletionList } from "../../features/completion/to-list.ts";
import { isTooLong, type RequestGroup } from "../session.ts";

export const completionRequests: RequestGroup = {
  capabilities: () => ({
    completionProvider: {
      triggerCharacters: [...TRIGGER_CHARACTERS],
      resolveProvider: true,
      completionItem: { labelDetailsSupport: true },
    },
  }),

  serve(session) {
    const { connection, workspace, host } = session;
    connection.onCompletion(async ({ textDocument, position, context }): Promise<CompletionList> => {
      const { uri } = textDocument;
      const path = host.pathOf(uri);
      const client = completionClient(session.client, session.options.suggestCommand);
      const file = await workspace.fileAt(path);
      if (!file) {
        const document = session.documents.get(uri);
        const { version } = await workspace.versionOf(path);
        if (!document || !version) return { isIncomplete: false, items: [] };
        const begun = completeRoot(
          { path, text: document.getText(), version },
          document.offsetAt(position),
          session.locale,
        );
        return toCompletionList(begun.items, uri, begun.lines, client);
      }
      if (isTooLong(file)) return { isIncomplete: false, items: [] };
      const node = await workspace.nodeOf(path);
      const completions = complete({
        file,
        offset: file.lines.offsetAt(position),
        locale: session.locale,
        trigger: context?.triggerCharacter,
        closeTags: !(await session.settings.of(uri)).otherXmlExtension,
        node,
        clusters: file.kind === "server" ? (await workspace.clusters(path)).of(file) : [],
        properties: await workspace.propertiesFor(path),
      });
      return toCompletionList(completions, uri, file.lines, client);
    });

    connection.onCompletionResolve(async (item) => {
      const subject = subjectOf(item);
      const file = subject && (await session.fileOf(subject));
      const value = file && documentation(subject, file, session.locale);
      return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
    });
  },
};
