import * as vscode from "vscode";
import { EFFECTIVE_SCHEME, type EffectiveView } from "../../../server/src/protocol.ts";

/** What an effective document shows: a file, as one of its views. */
export interface Shown {
  readonly source: vscode.Uri;
  /** False where two documents are compared. */
  readonly marks: boolean;
  readonly view: EffectiveView;
}

/**
 * The address of a document. Its last segment is what the tab says, the folder is that of the source, so that tabs of
 * two nodes with one name differ; the query says what is shown, so that a window that is opened again shows the same.
 */
export function addressOf({ source, marks, view }: Shown, label: string): vscode.Uri {
  const folder = source.path.slice(0, source.path.lastIndexOf("/") + 1) || "/";
  const query = new URLSearchParams({ source: source.toString(), marks: `${marks}`, view });
  const name = vscode.l10n.t("{0} (effective)", label);
  return vscode.Uri.from({ scheme: EFFECTIVE_SCHEME, path: `${folder}${name}`, query: query.toString() });
}

/** What is shown at an address; undefined for every other document. */
export function shownAt(uri: vscode.Uri): Shown | undefined {
  const query = new URLSearchParams(uri.query);
  const source = query.get("source");
  if (uri.scheme !== EFFECTIVE_SCHEME || source === null) return undefined;
  const view = query.get("view");
  return {
    source: vscode.Uri.parse(source),
    marks: query.get("marks") === "true",
    view: view === "cluster" || view === "differs" ? view : "all",
  };
}
