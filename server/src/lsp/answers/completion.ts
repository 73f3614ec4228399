import { type CompletionItem, type CompletionList, type CompletionParams, MarkupKind } from "vscode-languageserver";
import { complete, documentation } from "../../features/completion/complete.ts";
import { completeRoot } from "../../features/completion/root.ts";
import { completionClient, subjectOf, toCompletionList } from "../../features/completion/to-list.ts";
import { isOnlyParsed, type Session } from "../session.ts";

/** What can be written at a place. */
export async function completionsAt(
  session: Session,
  { textDocument, position, context }: CompletionParams,
): Promise<CompletionList> {
  const { workspace, host } = session;
  const { uri } = textDocument;
  const path = host.pathOf(uri);
  const client = completionClient(session.client, session.options.suggestCommand);
  const file = await workspace.fileAt(path);
  // An empty server.xml is Tomcat's, and has no element that could say what may stand there.
  if (!file?.document.root) {
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
  if (isOnlyParsed(file)) return { isIncomplete: false, items: [] };
  const node = await workspace.nodeOf(path);
  const completions = complete({
    file,
    offset: file.lines.offsetAt(position),
    locale: session.locale,
    trigger: context?.triggerCharacter,
    closeTags: !(await session.settings.of(uri)).otherXmlExtension,
    node,
    clusters: await session.clustersOf(file),
    properties: await workspace.propertiesFor(path),
  });
  return toCompletionList(completions, uri, file.lines, client);
}

/** An item of an answer, with what it means. */
export async function explained(session: Session, item: CompletionItem): Promise<CompletionItem> {
  const subject = subjectOf(item);
  const file = subject && (await session.fileOf(subject));
  const value = file && documentation(subject, file, session.locale);
  return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
}
