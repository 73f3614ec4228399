import { DiagnosticRefreshRequest } from "vscode-languageserver";
import { configurationDiagnostics, toLspDiagnostic } from "../../features/to-lsp.ts";
import { CONFIGURATION_NAME } from "../../workspace/configuration-places.ts";
import type { FrontSnapshot } from "../../workspace/front-snapshot.ts";
import { Snapshot } from "../../workspace/snapshot.ts";
import { LastReports } from "../last-reports.ts";
import { diagnosticsOfLog, isLog } from "../log-documents.ts";
import { refreshShown } from "../refresh.ts";
import type { RequestGroup, Session } from "../session.ts";
import { WorkspaceDiagnostics } from "../workspace-diagnostics.ts";

/** Pulled by clients that can, pushed to the others. */
export const diagnosticRequests: RequestGroup = {
  capabilities: ({ pulls }) =>
    pulls ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } } : {},

  serve(session) {
    const { connection, workspace, host } = session;
    const lastReports = new LastReports();
    connection.languages.diagnostics.on(async ({ textDocument: { uri }, previousResultId }) =>
      lastReports.report(uri, await diagnosticsOf(session, uri), previousResultId),
    );
    session.documents.onDidClose(({ document: { uri } }) => {
      lastReports.closed(uri);
      session.late.closed(uri);
    });

    const wholeWorkspace = new WorkspaceDiagnostics({
      workspace,
      uriOf: host.uriOf,
      isOpen: (path) => workspace.isOpen(path),
      render: (snapshot) => render(session, snapshot),
      // A client that knows JSON looks at open documents only.
      mistakesIn: (path) => mistakesIn(session, path, false),
    });
    session.onChange(() => wholeWorkspace.changed());
    session.onShowAgain(async (uris) => {
      if (session.pulls) await session.attempt(() => connection.sendRequest(DiagnosticRefreshRequest.type));
      else for (const uri of uris) await session.attempt(() => pushDiagnostics(session, uri));
      await refreshShown(session);
    });
    connection.languages.diagnostics.onWorkspace((params, token, _, progress) =>
      wholeWorkspace.answer(params, token, progress),
    );
  },
};

/** Pushes the findings to a client that does not pull. */
export async function pushDiagnostics(session: Session, uri: string): Promise<void> {
  await session.connection.sendDiagnostics({ uri, diagnostics: await diagnosticsOf(session, uri) });
}

async function diagnosticsOf(session: Session, uri: string) {
  const { workspace, host, documents } = session;
  const document = documents.get(uri);
  if (document && isLog(document)) return diagnosticsOfLog(session, document);
  const path = host.pathOf(uri);
  if (path.endsWith(`/${CONFIGURATION_NAME}`)) {
    return mistakesIn(session, path, session.options.validatesJson === true);
  }
  const whole = workspace.checkedIn(path);
  const alone = (): typeof whole => workspace.checkedAloneIn(path);
  // A client that cannot be told to ask again waits for the files of the other nodes.
  const checked = await (session.refreshes ? session.late.answer(uri, whole, alone) : whole);
  const shown = checked.map((snapshot) =>
    render(session, snapshot, isWhole(snapshot, path) ? session.typing.show(uri, snapshot) : undefined),
  );
  return (await Promise.all(shown)).flat();
}

/** @param validated true where the client itself tells what the JSON Schema does not allow */
async function mistakesIn({ workspace, locale }: Session, path: string, validated: boolean) {
  const configuration = await workspace.configurationOf(path);
  if (!configuration) return [];
  return configurationDiagnostics(configuration.text, await workspace.configurationProblems(path), locale, validated);
}

/** True for a configuration that is the document, and no part of one. */
function isWhole(snapshot: Snapshot | FrontSnapshot, path: string): snapshot is Snapshot {
  return snapshot instanceof Snapshot && snapshot.file.path === path;
}

async function render(session: Session, { diagnostics: all, file }: Snapshot | FrontSnapshot, diagnostics = all) {
  const rendering = await session.renderingOf(session.host.uriOf(file.path));
  return diagnostics.map((each) => toLspDiagnostic(each, file.lines, rendering));
}
