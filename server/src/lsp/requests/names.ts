import { DefinitionRequest, ReferencesRequest, RenameRequest } from "vscode-languageserver";
import { registerDocuments } from "../register-documents.ts";
import type { RequestGroup } from "../session.ts";

const load = () => import("../answers/names.ts");

/** Files that are no XML, but where properties get their names or are named. */
const PROPERTY_FILES = ["conf/catalina.properties", "conf/logging.properties", "bin/setenv.{sh,bat}"].map((name) => ({
  pattern: `**/${name}`,
}));

/** What names something else: where it gets its name, where it is named, and another name for it. */
export const nameRequests: RequestGroup = {
  capabilities: ({ client: { textDocument } }) => ({
    definitionProvider: true,
    referencesProvider: true,
    renameProvider: textDocument?.rename?.prepareSupport ? { prepareProvider: true } : true,
  }),

  serve(session) {
    const { connection } = session;
    connection.onDefinition(async (params) => (await load()).definitionsOf(session, params));
    connection.onReferences(async (params) => (await load()).referencesTo(session, params));
    connection.onPrepareRename(async (params) => (await load()).nameToRename(session, params));
    connection.onRenameRequest(async (params) => (await load()).renaming(session, params));
  },

  /** The files of properties are only asked about names: no other feature of this server works on shell scripts. */
  async register({ connection, client: { textDocument } }) {
    if (!textDocument?.synchronization?.dynamicRegistration) return;
    const documentSelector = PROPERTY_FILES;
    const { client } = connection;
    await registerDocuments(client, documentSelector);
    if (textDocument.definition?.dynamicRegistration)
      await client.register(DefinitionRequest.type, { documentSelector });
    if (textDocument.references?.dynamicRegistration)
      await client.register(ReferencesRequest.type, { documentSelector });
    if (textDocument.rename?.dynamicRegistration) {
      const prepareProvider = textDocument.rename.prepareSupport === true;
      await client.register(RenameRequest.type, { documentSelector, prepareProvider });
    }
  },
};
