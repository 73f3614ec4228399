import {
  type CodeAction,
  CodeActionKind,
  type CompletionItem,
  CompletionItemKind,
  CompletionItemTag,
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWatchedFilesNotification,
  DidChangeWorkspaceFoldersNotification,
  type InitializeParams,
  type InitializeResult,
  MarkupKind,
  TextDocumentSyncKind,
  TextDocuments,
} from "vscode-languageserver";
import { TextDocument } from "vscode-languageserver-textdocument";
import { type Locale, localeOf } from "../base/localized.ts";
import { type Completion, complete, documentation, type Subject } from "../features/complete.ts";
import { hover } from "../features/hover.ts";
import { silence } from "../features/silence.ts";
import {
  configurationDiagnostics,
  type Rendering,
  toLspDiagnostic,
  toQuickFixes,
  toRange,
  toTextEdits,
} from "../features/to-lsp.ts";
import { fixAllEdits } from "../lint/fix-all.ts";
import { SECTION, STATUS_REQUEST, type Status, type StatusParams } from "../protocol.ts";
import { rules } from "../rules/index.ts";
import { CONFIGURATION_NAME } from "../workspace/configuration.ts";
import type { Files } from "../workspace/files.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import { Workspace } from "../workspace/workspace.ts";
import { SettingsReader } from "./settings.ts";
import { WorkspaceDiagnostics } from "./workspace-diagnostics.ts";

/** Fix-all of this server alone, for `editor.codeActionsOnSave`. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.tomcat-cluster`;

/** Files whose change on disk can change what is said of others. */
const WATCHED = [
  "**/*.xml",
  "**/RELEASE-NOTES",
  "**/WEB-INF/lib/*.jar",
  "**/conf/catalina.properties",
  "**/bin/setenv.sh",
  "**/webapps/*.war",
  `**/${CONFIGURATION_NAME}`,
];

/** What the host lends the server: its files, and how its paths and URIs map. */
export interface Host {
  readonly files: Files;
  pathOf(uri: string): string;
  uriOf(path: string): string;
  /** The URI of the page about a finding, where the host has the pages. */
  pageOf(code: string): string | undefined;
}

/** Only what a rule says can be silenced; XML mistakes stop Tomcat whatever a comment says. */
const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

const KINDS: Readonly<Record<Completion["kind"], CompletionItemKind>> = {
  element: CompletionItemKind.Module,
  attribute: CompletionItemKind.Property,
  class: CompletionItemKind.Class,
  value: CompletionItemKind.Value,
};

/** What a completion item carries until the client asks for its documentation. */
interface ItemData extends Subject {
  readonly uri: string;
}

/** Serves one client over a connection until it closes. */
export function serve(connection: Connection, host: Host): void {
  const documents = new TextDocuments(TextDocument);
  const settings = new SettingsReader(connection);
  const workspace = new Workspace(host.files, {
    rules,
    chosenLine: async (path) => (await settings.of(host.uriOf(path))).tomcatVersion,
    onRuleError: (rule, error) => connection.console.error(`rule ${rule.id} failed: ${String(error)}`),
  });
  let locale: Locale = "en";
  let pulls = false;
  let refreshes = false;
  let watches = false;
  let confirms = false;
  let followsFolders = false;
  let folders: readonly string[] = [];

  const rendering = (): Rendering => ({ locale, confirms, uriOf: host.uriOf, pageOf: host.pageOf });
  const render = ({ diagnostics, file }: Snapshot) =>
    diagnostics.map((each) => toLspDiagnostic(each, file.lines, rendering()));
  const wholeWorkspace = new WorkspaceDiagnostics({
    workspace,
    uriOf: host.uriOf,
    isOpen: (uri) => documents.get(uri) !== undefined,
    render,
  });

  /** From now on these folders are the workspace. */
  function setFolders(uris: readonly string[]): void {
    folders = uris;
    workspace.setRoots(uris.map((uri) => host.pathOf(uri).replace(/\/$/, "")));
  }

  connection.onInitialize((params: InitializeParams): InitializeResult => {
    const { capabilities } = params;
    locale = localeOf(params.locale);
    setFolders((params.workspaceFolders ?? []).map(({ uri }) => uri));
    followsFolders = capabilities.workspace?.workspaceFolders === true;
    confirms = capabilities.workspace?.workspaceEdit?.changeAnnotationSupport !== undefined;
    pulls = capabilities.textDocument?.diagnostic !== undefined;
    refreshes = capabilities.workspace?.diagnostics?.refreshSupport === true;
    watches = capabilities.workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
    settings.readable = capabilities.workspace?.configuration === true;
    return {
      capabilities: {
        textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
        hoverProvider: true,
        completionProvider: { triggerCharacters: ["<", " ", '"', "'", "\n"], resolveProvider: true },
        codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] },
        ...(pulls ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } } : {}),
      },
      serverInfo: { name: "tomcat-cluster-language-server" },
    };
  });

  connection.onInitialized(async () => {
    if (settings.readable) {
      await connection.client.register(DidChangeConfigurationNotification.type, { section: SECTION });
    }
    if (followsFolders) {
      await connection.client.register(DidChangeWorkspaceFoldersNotification.type);
      connection.workspace.onDidChangeWorkspaceFolders(({ added, removed }) => {
        const left = folders.filter((uri) => !removed.some((each) => each.uri === uri));
        setFolders([...left, ...added.map(({ uri }) => uri)]);
        return refresh();
      });
    }
    if (watches) {
      const watchers = WATCHED.map((globPattern) => ({ globPattern }));
      await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
    }
  });

  /** Everything shown may have changed: the client asks again, or is told. */
  async function refresh(): Promise<void> {
    workspace.refresh();
    wholeWorkspace.changed();
    if (pulls) {
      if (refreshes) await connection.sendRequest(DiagnosticRefreshRequest.type);
    } else for (const document of documents.all()) await push(document.uri);
  }

  async function diagnosticsOf(uri: string) {
    const path = host.pathOf(uri);
    if (path.endsWith(`/${CONFIGURATION_NAME}`)) {
      const configuration = await workspace.configurationOf(path);
      return configuration ? configurationDiagnostics(configuration, locale) : [];
    }
    const snapshot = await workspace.snapshot(path);
    return snapshot ? render(snapshot) : [];
  }

  async function push(uri: string): Promise<void> {
    await connection.sendDiagnostics({ uri, diagnostics: await diagnosticsOf(uri) });
  }

  connection.onDidChangeConfiguration(async () => {
    settings.forget();
    await refresh();
  });
  connection.onDidChangeWatchedFiles(refresh);

  // A client that reports no changes on disk: what is read is read anew when somebody opens or saves a file.
  const forget = () => {
    if (!watches) workspace.refresh();
  };
  documents.onDidOpen(forget);
  documents.onDidSave(forget);

  documents.onDidChangeContent(async ({ document }) => {
    workspace.setOpen(host.pathOf(document.uri), document.getText());
    wholeWorkspace.changed();
    if (!pulls) await push(document.uri);
  });
  documents.onDidClose(async ({ document }) => {
    workspace.setOpen(host.pathOf(document.uri), undefined);
    wholeWorkspace.changed();
    if (!pulls) await connection.sendDiagnostics({ uri: document.uri, diagnostics: [] });
  });

  connection.languages.diagnostics.on(async ({ textDocument }) => ({
    kind: "full",
    items: await diagnosticsOf(textDocument.uri),
  }));

  connection.languages.diagnostics.onWorkspace((params, token, _, progress) =>
    wholeWorkspace.answer(params, token, progress),
  );

  connection.onHover(async ({ textDocument, position }) => {
    const file = await workspace.fileAt(host.pathOf(textDocument.uri));
    if (!file) return null;
    const { lines } = file;
    const answer = hover(file, lines.offsetAt(position), locale);
    return (
      answer && { contents: { kind: MarkupKind.Markdown, value: answer.markdown }, range: toRange(answer.at, lines) }
    );
  });

  connection.onCompletion(async ({ textDocument, position }) => {
    const file = await workspace.fileAt(host.pathOf(textDocument.uri));
    if (!file) return [];
    const { lines } = file;
    return complete(file, lines.offsetAt(position)).map(
      (each): CompletionItem => ({
        label: each.label,
        kind: KINDS[each.kind],
        ...(each.detail === undefined ? {} : { detail: each.detail }),
        ...(each.filter === undefined ? {} : { filterText: each.filter }),
        ...(each.deprecated ? { tags: [CompletionItemTag.Deprecated] } : {}),
        ...(each.about ? { data: { ...each.about, uri: textDocument.uri } satisfies ItemData } : {}),
        textEdit: { range: toRange(each.replace, lines), newText: each.newText },
      }),
    );
  });

  connection.onCompletionResolve(async (item) => {
    // Ours alone fills `data`; the client hands it back as it was.
    const data = item.data as ItemData | undefined;
    const file = data && (await workspace.fileAt(host.pathOf(data.uri)));
    const value = file && documentation(data, file, locale);
    return value ? { ...item, documentation: { kind: MarkupKind.Markdown, value } } : item;
  });

  connection.onCodeAction(async ({ textDocument, range, context }) => {
    const snapshot = await workspace.snapshot(host.pathOf(textDocument.uri));
    if (!snapshot) return [];
    const { diagnostics } = snapshot;
    const { lines } = snapshot.file;
    const wants = (kind: string) =>
      !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
    const actions: CodeAction[] = [];
    if (wants(CodeActionKind.QuickFix)) {
      const start = lines.offsetAt(range.start);
      const end = lines.offsetAt(range.end);
      for (const diagnostic of diagnostics) {
        if (diagnostic.at.start > end || diagnostic.at.end < start) continue;
        actions.push(...toQuickFixes(diagnostic, textDocument.uri, lines, rendering()));
        const quiet = ruleIds.has(diagnostic.code) ? silence(diagnostic, snapshot.file) : undefined;
        if (quiet) {
          actions.push({
            title: quiet.title[locale],
            kind: CodeActionKind.QuickFix,
            diagnostics: [toLspDiagnostic(diagnostic, lines, rendering())],
            edit: { changes: { [textDocument.uri]: toTextEdits(quiet.edits, lines) } },
          });
        }
      }
    }
    const edits = wants(FIX_ALL) ? fixAllEdits(diagnostics) : [];
    if (edits.length > 0) {
      actions.push({
        title: locale === "ko" ? "고칠 수 있는 Tomcat 문제 모두 수정" : "Fix all fixable Tomcat problems",
        kind: FIX_ALL,
        edit: { changes: { [textDocument.uri]: toTextEdits(edits, lines) } },
      });
    }
    return actions;
  });

  connection.onRequest(STATUS_REQUEST, async ({ uri }: StatusParams): Promise<Status | null> => {
    const path = host.pathOf(uri);
    if (!(await workspace.fileAt(path))) return null;
    const { version, source } = await workspace.versionOf(path);
    return version ? { line: version.line, release: version.release?.text ?? null, source: source[locale] } : null;
  });

  documents.listen(connection);
  connection.listen();
}
