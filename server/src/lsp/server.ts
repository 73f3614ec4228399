import {
  type Connection,
  DiagnosticRefreshRequest,
  DidChangeConfigurationNotification,
  DidChangeWorkspaceFoldersNotification,
  type InitializeParams,
  type InitializeResult,
  type ServerCapabilities,
  TextDocumentSyncKind,
} from "vscode-languageserver";
import { EFFECTIVE_SCHEME, SECTION, TRUST_NOTIFICATION } from "../protocol.ts";
import { isLog } from "./log-documents.ts";
import { refreshShown } from "./refresh.ts";
import { pushDiagnostics } from "./requests/diagnostics.ts";
import { requestGroups } from "./requests/index.ts";
import { type Host, Session } from "./session.ts";
import { fileOperations, followDisk, registerWatchers, watches } from "./watching.ts";

/** Serves one client over a connection until it closes. */
export function serve(connection: Connection, host: Host): void {
  const session = new Session(connection, host);
  connection.onInitialize((params: InitializeParams): InitializeResult => {
    session.begin(params.capabilities, params.locale, params.initializationOptions);
    followFolders(session, params);
    const capabilities: ServerCapabilities = {
      textDocumentSync: { openClose: true, change: TextDocumentSyncKind.Incremental, save: true },
      workspace: {
        fileOperations,
        workspaceFolders: { supported: true, changeNotifications: true },
      },
    };
    for (const group of requestGroups) Object.assign(capabilities, group.capabilities(session));
    return { capabilities, serverInfo: { name: "tomcat-cluster-language-server" } };
  });
  connection.onInitialized(async () => {
    await registerForChanges(session);
    for (const group of requestGroups) await session.attempt(() => group.register?.(session));
  });

  connection.onDidChangeConfiguration(async () => {
    session.settings.forget();
    await refresh(session);
  });
  connection.onNotification(TRUST_NOTIFICATION, async () => {
    session.workspace.setTrusted(true);
    await refresh(session);
  });
  followDisk(session, () => refresh(session));
  followDocuments(session);
  for (const group of requestGroups) group.serve(session);
  session.documents.listen(connection);
  connection.listen();
}

/** The folders of the client are the workspace, those it has at the start and those it opens later. */
function followFolders(session: Session, { workspaceFolders, capabilities }: InitializeParams): void {
  const { connection, workspace, host } = session;
  let folders: readonly string[] = [];
  const set = (uris: readonly string[]) => {
    folders = uris;
    workspace.setRoots(uris.map((uri) => host.pathOf(uri).replace(/\/$/, "")));
  };
  set((workspaceFolders ?? []).map(({ uri }) => uri));
  if (!capabilities.workspace?.workspaceFolders) return;
  connection.onNotification(DidChangeWorkspaceFoldersNotification.type, ({ event: { added, removed } }) => {
    const left = folders.filter((uri) => !removed.some((each) => each.uri === uri));
    set([...left, ...added.map(({ uri }) => uri)]);
    return refresh(session);
  });
}

async function registerForChanges(session: Session): Promise<void> {
  const { client: able } = session;
  const { client } = session.connection;
  if (able.workspace?.didChangeConfiguration?.dynamicRegistration) {
    await session.attempt(() => client.register(DidChangeConfigurationNotification.type, { section: SECTION }));
  }
  if (watches(able)) {
    await session.attempt(() => registerWatchers(session));
  }
}

/** Everything shown may have changed: the client is asked to pull again, or gets the new state. */
async function refresh(session: Session): Promise<void> {
  const { connection, documents, workspace, client, pulls } = session;
  workspace.refresh();
  session.changed();
  if (pulls) {
    if (client.workspace?.diagnostics?.refreshSupport) {
      await session.attempt(() => connection.sendRequest(DiagnosticRefreshRequest.type));
    }
  } else {
    for (const document of documents.all()) await session.attempt(() => pushDiagnostics(session, document.uri));
  }
  await refreshShown(session);
}

function followDocuments(session: Session): void {
  const { connection, documents, workspace, host } = session;
  // A client that reports no changes on disk: what was read is read anew when a document is opened or saved.
  const forget = () => {
    if (!watches(session.client)) workspace.refresh();
  };
  documents.onDidOpen(forget);
  documents.onDidSave(({ document }) => {
    forget();
    session.typing.rest(document.uri);
  });
  documents.onDidChangeContent(async ({ document }) => {
    // An effective document is generated, so it is not checked.
    if (document.uri.startsWith(`${EFFECTIVE_SCHEME}:`)) return;
    if (isLog(document)) {
      // To everything that reads configurations it is an empty file, and is not looked for on disk.
      workspace.setOpen(host.pathOf(document.uri), "");
      if (!session.pulls) await session.attempt(() => pushDiagnostics(session, document.uri));
      return;
    }
    const text = document.getText();
    workspace.setOpen(host.pathOf(document.uri), text);
    if (session.refreshes) session.typing.changed(document.uri, text);
    session.changed();
    if (!session.pulls) await session.attempt(() => pushDiagnostics(session, document.uri));
  });
  documents.onDidClose(async ({ document }) => {
    workspace.setOpen(host.pathOf(document.uri), undefined);
    session.typing.closed(document.uri);
    session.changed();
    session.settings.closed(document.uri);
    if (session.pulls) return;
    await session.attempt(() => connection.sendDiagnostics({ uri: document.uri, diagnostics: [] }));
  });
}
