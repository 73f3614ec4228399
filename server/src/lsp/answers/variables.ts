import type { DocumentLink } from "vscode-languageserver";
import type { ConfigFile } from "../../config/file.ts";
import { variablesIn } from "../../features/template-variable.ts";
import { toRange } from "../../features/to-lsp.ts";
import type { Session } from "../session.ts";

/** From a template's variables to the only place that sets each. */
export async function variableLinks(file: ConfigFile, session: Session): Promise<DocumentLink[]> {
  const variables = await session.workspace.variablesFor(file.path);
  if (variables.size === 0) return [];
  return [...variablesIn(file.document)].flatMap(({ name, at }) => {
    const [place, another] = variables.get(name) ?? [];
    if (!place || another) return [];
    const line = place.file.lines.positionAt(place.nameAt.start).line + 1;
    return [{ range: toRange(at, file.lines), target: `${session.host.uriOf(place.file.path)}#L${line}` }];
  });
}
