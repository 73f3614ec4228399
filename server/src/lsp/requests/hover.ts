import { MarkupKind } from "vscode-languageserver";
import { hover } from "../../features/hover.ts";
import { hoverFront } from "../../features/hover-front.ts";
import { joined } from "../../features/hover-text.ts";
import { hoverVariable } from "../../features/hover-variable.ts";
import { toRange } from "../../features/to-lsp.ts";
import { NO_VARIABLES } from "../../workspace/ansible-names.ts";
import { inTime } from "../late.ts";
import { hoverOfLog, isLog } from "../log-documents.ts";
import type { RequestGroup } from "../session.ts";

export const hoverRequests: RequestGroup = {
  capabilities: () => ({ hoverProvider: true }),

  serve(session) {
    session.connection.onHover(async ({ textDocument, position }) => {
      const document = session.documents.get(textDocument.uri);
      if (document && isLog(document)) return hoverOfLog(session, document, position);
      const file = await session.fileOf(textDocument, position);
      const path = session.host.pathOf(textDocument.uri);
      const fronts = file ? [] : await inTime(session.workspace.frontsIn(path), () => []);
      const lines = file?.lines ?? fronts[0]?.file.lines;
      if (!lines) return null;
      const offset = lines.offsetAt(position);
      const variables = file?.template
        ? await inTime(session.workspace.variablesFor(file.path), () => NO_VARIABLES)
        : NO_VARIABLES;
      const answer = file
        ? joined(hoverVariable(file, offset, variables, session.locale), hover(file, offset, session.locale))
        : hoverFront(fronts, offset, session.locale);
      return (
        answer && { contents: { kind: MarkupKind.Markdown, value: answer.markdown }, range: toRange(answer.at, lines) }
      );
    });
  },
};
