import {
  DefinitionRequest,
  type Location,
  LSPErrorCodes,
  type Position,
  ReferencesRequest,
  RenameRequest,
  ResponseError,
  type TextDocumentIdentifier,
} from "vscode-languageserver";
import { Lines } from "../../base/lines.ts";
import { type Mention, References } from "../../config/references/index.ts";
import { definition } from "../../features/definition.ts";
import { references } from "../../features/references.ts";
import { prepareRename, type Refusal, rename } from "../../features/rename.ts";
import { toRange, toRenameEdit } from "../../features/to-lsp.ts";
import { registerDocuments } from "../register-documents.ts";
import type { RequestGroup, Session } from "../session.ts";

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
    connection.onDefinition(async (params) => {
      const { known, path, offset } = await ask(session, params);
      return definition(known, path, offset).map((each) => toLocation(each, session));
    });
    connection.onReferences(async (params) => {
      const { known, path, offset } = await ask(session, params);
      const { includeDeclaration } = params.context;
      return references(known, path, offset, includeDeclaration).map((each) => toLocation(each, session));
    });
    connection.onPrepareRename(async (params) => {
      const { known, path, offset, lines } = await ask(session, params);
      const answer = prepareRename(known, path, offset);
      if (!answer) return null;
      if ("refusal" in answer) return refused(answer, session);
      return { range: toRange(answer.at, lines), placeholder: answer.text };
    });
    connection.onRenameRequest(async (params) => {
      const { known, path, offset } = await ask(session, params);
      const answer = rename(known, path, offset, params.newName);
      if (!answer) return null;
      return "refusal" in answer ? refused(answer, session) : toRenameEdit(answer, session.rendering);
    });
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

interface Question {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

/** What is known around a document, and the place in it. */
async function ask({ workspace, host, documents }: Session, { textDocument, position }: Question) {
  const path = host.pathOf(textDocument.uri);
  const known = new References(await workspace.nameSources(path));
  const lines = new Lines(documents.get(textDocument.uri)?.getText() ?? "");
  return { known, path, lines, offset: lines.offsetAt(position) };
}

/** The client shows the words of an error where the rename was asked for. */
function refused({ refusal }: Refusal, { locale }: Session): ResponseError<void> {
  return new ResponseError(LSPErrorCodes.RequestFailed, refusal[locale]);
}

function toLocation({ file, at }: Mention, { host }: Session): Location {
  return { uri: host.uriOf(file.path), range: toRange(at, file.lines) };
}
