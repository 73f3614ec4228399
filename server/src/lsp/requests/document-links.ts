import type { DocumentLink } from "vscode-languageserver";
import type { ConfigFile } from "../../config/file.ts";
import { appBaseOf, fileReferences } from "../../features/document-links.ts";
import { toRange } from "../../features/to-lsp.ts";
import { type FolderEntry, join, parentOf } from "../../workspace/files.ts";
import type { RequestGroup, Session } from "../session.ts";

export const documentLinkRequests: RequestGroup = {
  capabilities: () => ({ documentLinkProvider: {} }),

  serve(session) {
    session.connection.onDocumentLinks(async ({ textDocument }): Promise<DocumentLink[]> => {
      const file = await session.fileOf(textDocument);
      const links = file?.template ? await (await import("../answers/variables.ts")).variableLinks(file, session) : [];
      const base = file && baseOf(file);
      if (!file || base === undefined) return links;
      const references = fileReferences(file, await appBaseAround(session, file, base));
      // Not every change of a folder is reported, so folders are read anew; each once for all links.
      const folders = new Map<string, Promise<readonly FolderEntry[] | undefined>>();
      const list = (folder: string) => {
        const known = folders.get(folder) ?? session.files.list(folder);
        folders.set(folder, known);
        return known;
      };
      for (const { at, below } of references) {
        const path = join(base, ...below);
        const there = await list(parentOf(path));
        if (!there?.some(({ name }) => name === below.at(-1))) continue;
        links.push({ range: toRange(at, file.lines), target: session.host.uriOf(path) });
      }
      return links;
    });
  },
};

const SERVER_PLACE = /^(.*)\/conf\/[^/]+$/;
/** `conf/ENGINE/HOST/APPLICATION.xml`. */
const CONTEXT_PLACE = /^(.*)\/conf\/[^/]+\/([^/]+)\/[^/]+\.xml$/;

/** CATALINA_BASE; undefined for a file that does not lie where Tomcat reads it. */
function baseOf({ kind, path }: ConfigFile): string | undefined {
  if (kind === "context") return CONTEXT_PLACE.exec(path)?.[1];
  return kind === "web" ? undefined : SERVER_PLACE.exec(path)?.[1];
}

/** The appBase of the Host whose folder holds a Context's file, as the node's server.xml says. */
async function appBaseAround(session: Session, { kind, path }: ConfigFile, base: string): Promise<string | undefined> {
  if (kind !== "context") return undefined;
  const name = CONTEXT_PLACE.exec(path)?.[2];
  const server = await session.workspace.fileAt(join(base, "conf", "server.xml"));
  for (const component of server?.root?.descendants() ?? []) {
    if (component.name === "Host" && component.text("name") === name) return appBaseOf(component);
  }
  return undefined;
}
