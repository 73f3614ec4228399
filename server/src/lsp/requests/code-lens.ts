import type { CodeLens } from "vscode-languageserver";
import type { Localized } from "../../base/localized.ts";
import type { Span } from "../../base/span.ts";
import type { ConfigFile } from "../../config/file.ts";
import { effectiveLenses, SHOW_EFFECTIVE } from "../../features/effective.ts";
import { toRange } from "../../features/to-lsp.ts";
import type { RequestGroup, Session } from "../session.ts";
import { showsEffective } from "./effective.ts";

/** A lens before it is in the client's language; without a command it is only read. */
export interface Lens {
  readonly at: Span;
  readonly title: Localized;
  readonly command?: { readonly id: string; readonly arguments?: readonly unknown[] };
}

/** Lenses of one kind over a file. */
export type LensSource = (session: Session, file: ConfigFile) => Promise<readonly Lens[]>;

/** A client asks once for all lenses, so all kinds answer together, in this order. */
const sources: readonly LensSource[] = [effectiveSource];

export const codeLensRequests: RequestGroup = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),

  serve(session) {
    session.connection.onCodeLens(async ({ textDocument }): Promise<CodeLens[]> => {
      const file = await session.fileOf(textDocument);
      if (!file) return [];
      const lenses = await Promise.all(sources.map((source) => source(session, file)));
      return lenses.flat().map(({ at, title, command }) => ({
        range: toRange(at, file.lines),
        command: {
          title: title[session.locale],
          command: command?.id ?? "",
          ...(command?.arguments ? { arguments: [...command.arguments] } : {}),
        },
      }));
    });
  },
};

/** Only where the client has the command behind it. */
async function effectiveSource(session: Session, file: ConfigFile): Promise<readonly Lens[]> {
  if (!showsEffective(session.client)) return [];
  const command = { id: SHOW_EFFECTIVE, arguments: [session.host.uriOf(file.path)] };
  return effectiveLenses(file).map((lens) => ({ ...lens, command }));
}
