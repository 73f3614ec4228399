import {
  type Location,
  LSPErrorCodes,
  type Position,
  type PrepareRenameParams,
  type ReferenceParams,
  type RenameParams,
  ResponseError,
  type TextDocumentIdentifier,
} from "vscode-languageserver";
import { Lines } from "../../base/lines.ts";
import { type Mention, References } from "../../config/references/index.ts";
import { definition } from "../../features/definition.ts";
import { variableSet } from "../../features/hover-variable.ts";
import { references } from "../../features/references.ts";
import { prepareRename, type Refusal, rename } from "../../features/rename.ts";
import { toRange, toRenameEdit } from "../../features/to-lsp.ts";
import type { Session } from "../session.ts";

/** Where a thing gets its name. */
export async function definitionsOf(session: Session, params: Question): Promise<Location[]> {
  const { known, path, offset } = await ask(session, params);
  const found = definition(known, path, offset);
  return found.length > 0 ? found.map((each) => toLocation(each, session)) : variablePlaces(session, params, offset);
}

/** The places that set the variable of a template. */
async function variablePlaces(session: Session, { textDocument }: Question, offset: number): Promise<Location[]> {
  const file = await session.fileOf(textDocument);
  if (!file?.template) return [];
  const found = variableSet(file, offset, await session.workspace.variablesFor(file.path));
  return (found?.places ?? []).map(({ file: { path, lines }, nameAt }) => {
    return { uri: session.host.uriOf(path), range: toRange(nameAt, lines) };
  });
}

/** Where it is named. */
export async function referencesTo(session: Session, params: ReferenceParams): Promise<Location[]> {
  const { known, path, offset } = await ask(session, params);
  const { includeDeclaration } = params.context;
  return references(known, path, offset, includeDeclaration).map((each) => toLocation(each, session));
}

/** The name at the cursor, where it can be renamed. */
export async function nameToRename(session: Session, params: PrepareRenameParams) {
  const { known, path, offset, lines } = await ask(session, params);
  const answer = prepareRename(known, path, offset);
  if (!answer) return null;
  if ("refusal" in answer) return refused(answer, session);
  return { range: toRange(answer.at, lines), placeholder: answer.text };
}

/** The edits of another name. */
export async function renaming(session: Session, params: RenameParams) {
  const { known, path, offset } = await ask(session, params);
  const answer = rename(known, path, offset, params.newName);
  if (!answer) return null;
  return "refusal" in answer ? refused(answer, session) : toRenameEdit(answer, session.rendering);
}

interface Question {
  readonly textDocument: TextDocumentIdentifier;
  readonly position: Position;
}

/** What is known around a document, and the place in it. */
async function ask(session: Session, { textDocument, position }: Question) {
  const { workspace, documents } = session;
  const path = await session.pathAt(textDocument.uri, position);
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
