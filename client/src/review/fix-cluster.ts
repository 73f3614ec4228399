import * as vscode from "vscode";
import type { BaseLanguageClient } from "vscode-languageclient";
import {
  CLUSTER_FIXES_REQUEST,
  type ClusterFixes,
  type ClusterFixesParams,
  type PlannedFix,
} from "../../../server/src/protocol.ts";
import { serverRuns } from "../server-message.ts";
import type { Choice } from "./changes.ts";
import type { Review } from "./review.ts";

/** Shows every fix of a cluster's files by rule, with the automatic ones selected. */
export async function fixCluster(
  client: BaseLanguageClient,
  review: Review,
  uri: vscode.Uri | undefined,
): Promise<void> {
  if (!(await serverRuns(client))) return;
  const answer = (await fixesFor(client, uri)) ?? (await fixesFor(client, undefined)) ?? [];
  const picked = answer.length > 1 ? await choose(answer) : answer[0];
  if (!picked) {
    if (answer.length === 0)
      void vscode.window.showInformationMessage(vscode.l10n.t("No cluster of several nodes was found here."));
    return;
  }
  const title = vscode.l10n.t("Fix {0}", picked.cluster);
  await review.apply(
    title,
    picked.fixes.map((fix) => choiceOf(fix, client)),
  );
}

/** Undefined where a file is in no cluster. */
async function fixesFor(
  client: BaseLanguageClient,
  uri: vscode.Uri | undefined,
): Promise<readonly ClusterFixes[] | undefined> {
  const params: ClusterFixesParams = { uri: uri ? client.code2ProtocolConverter.asUri(uri) : null };
  const answer = await client.sendRequest(CLUSTER_FIXES_REQUEST, params);
  return answer.length > 0 ? answer : undefined;
}

async function choose(answer: readonly ClusterFixes[]): Promise<ClusterFixes | undefined> {
  const items = answer.map((each) => ({
    label: each.cluster,
    description: vscode.l10n.t("{0} fixes", each.fixes.length),
    each,
  }));
  const placeHolder = vscode.l10n.t("Which cluster?");
  return (await vscode.window.showQuickPick(items, { placeHolder }))?.each;
}

function choiceOf({ code, title, automatic, place, edits }: PlannedFix, client: BaseLanguageClient): Choice {
  const { protocol2CodeConverter: converter } = client;
  const uri = converter.asUri(place.path);
  return {
    label: title,
    description: `${vscode.workspace.asRelativePath(uri)}:${place.range.start.line + 1}`,
    heading: code,
    ticked: automatic,
    files: Object.entries(edits).map(([path, texts]) => ({
      uri: converter.asUri(path),
      isNew: false,
      edits: texts.map(({ range, newText }) => new vscode.TextEdit(converter.asRange(range), newText)),
    })),
  };
}
