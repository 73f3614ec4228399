import { DiagnosticRefreshRequest } from "vscode-languageserver";
import { configurationDiagnostics, toLspDiagnostic } from "../../features/to-lsp.ts";
import { CONFIGURATION_NAME } from "../../workspace/configuration-places.ts";
import type { FrontSnapshot } from "../../workspace/front-snapshot.ts";
import { Snapshot } from "../../workspace/snapshot.ts";
import { diagnosticsOfLog, isLog } from "../log-documents.ts";
import type { RequestGroup, Session } from "../session.ts";
import { WorkspaceDiagnostics } from "../workspace-diagnostics.ts";

/** Pulled by clients that can, pushed to the others. */
export const diagnosticRequests: RequestGroup = {
  capabilities: ({ pulls }) =>
    pulls ? { diagnosticProvider: { interFileDependencies: true, workspaceDiagnostics: true } } : {},

  serve(session) {
    const { connection, workspace, host } = session;
    connection.languages.diagnostics.on(async ({ textDocument }) => ({
      kind: "full",
      items: await diagnosticsOf(session, textDocument.uri),
    }));

    const wholeWorkspace = new WorkspaceDiagnostics({
      workspace,
      uriOf: host.uriOf,
      isOpen: (path) => workspace.isOpen(path),
      render: (snapshot) => render(session, snapshot),
    });
    session.onChange(() => wholeWorkspace.changed());
    session.onRest(async (uri) => {
      await session.attempt(() =>
        session.pulls ? connection.sendRequest(DiagnosticRefreshRequest.type) : pushDiagnostics(session, uri),
      );
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
  const { workspace, host, locale, documents } = session;
  const document = documents.get(uri);
  if (document && isLog(document)) return diagnosticsOfLog(session, document);
  const path = host.pathOf(uri);
  if (path.endsWith(`/${CONFIGURATION_NAME}`)) {
    const configuration = await workspace.configurationOf(path);
    if (!configuration) return [];
    const problems = await workspace.configurationProblems(path);
    return configurationDiagnostics(configuration.text, problems, locale, session.options.validatesJson === true);
  }
  const shown = (await workspace.checkedIn(path)).map((snapshot) =>
    render(session, snapshot, isWhole(snapshot, path) ? session.typing.show(uri, snapshot) : undefined),
  );
  return (await Promise.all(shown)).flat();
}

/** True for a configuration that is the document, and no part of one. */
function isWhole(snapshot: Snapshot | FrontSnapshot, path: string): snapshot is Snapshot {
  return snapshot instanceof Snapshot && snapshot.file.path === path;
}

async function render(session: Session, { diagnostics: all, file }: Snapshot | FrontSnapshot, diagnostics = all) {
  const rendering = await session.renderingOf(session.host.uriOf(file.path));
  return diagnostics.map((each) => toLspDiagnostic(each, file.lines, rendering));
}
