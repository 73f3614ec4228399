import * as vscode from "vscode";
import { EFFECTIVE_SCHEME, type EffectiveView } from "../../../server/src/protocol.ts";

/** What an effective document shows: a file, as one of its views. */
export interface Shown {
  readonly source: vscode.Uri;
  /** False where two documents are compared. */
  readonly marks: boolean;
  readonly view: EffectiveView;
  /** The other file of a comparison that shows only what differs. */
  readonly against?: vscode.Uri;
}

/**
 * The address of a document. Its last segment is what the tab says and its path what the breadcrumbs say; the query says
 * what is shown, so that a window that is opened again shows the same.
 */
export function addressOf({ source, marks, view, against }: Shown, label: string): vscode.Uri {
  const query = new URLSearchParams({ source: source.toString(), marks: `${marks}`, view });
  if (against) query.set("against", against.toString());
  const name = vscode.l10n.t("{0} (effective)", label);
  const path = ["", ...foldersAround(source, label), name].join("/");
  return vscode.Uri.from({ scheme: EFFECTIVE_SCHEME, path, query: query.toString() });
}

/** The folders of the workspace that the node is in: what tells two nodes with one name apart. */
function foldersAround(source: vscode.Uri, label: string): readonly string[] {
  const folders = vscode.workspace.asRelativePath(source).split("/").slice(0, -1);
  const names = folders.at(-1) === "conf" ? folders.slice(0, -1) : folders;
  return (names.at(-1) === label ? names.slice(0, -1) : names).filter((name) => name !== "");
}

/** What is shown at an address; undefined for every other document. */
export function shownAt(uri: vscode.Uri): Shown | undefined {
  const query = new URLSearchParams(uri.query);
  const source = query.get("source");
  if (uri.scheme !== EFFECTIVE_SCHEME || source === null) return undefined;
  const view = viewNamed(query.get("view"));
  const against = query.get("against");
  return {
    source: vscode.Uri.parse(source),
    marks: query.get("marks") === "true",
    view,
    ...(against === null ? {} : { against: vscode.Uri.parse(against) }),
  };
}

/** What was kept of a view, which may be of another release of this extension. */
export function viewNamed(kept: unknown): EffectiveView {
  return kept === "cluster" || kept === "differs" ? kept : "all";
}
