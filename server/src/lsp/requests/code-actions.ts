import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import type { Localized } from "../../base/localized.ts";
import { acceptDecision, type Decision, severityDecisions } from "../../features/decide.ts";
import { silence } from "../../features/silence.ts";
import { toFilesEdit, toLspDiagnostic, toQuickFixes, toTextEdits } from "../../features/to-lsp.ts";
import type { Diagnostic } from "../../lint/diagnostic.ts";
import { fixAllEdits } from "../../lint/fix-all.ts";
import { EXPLAIN_COMMAND, type SeverityChoice } from "../../protocol.ts";
import { rules } from "../../rules/index.ts";
import { CONFIGURATION_NAME, nearestPlace } from "../../workspace/configuration-places.ts";
import { join, parentOf } from "../../workspace/files.ts";
import { Snapshot } from "../../workspace/snapshot.ts";
import { inTime } from "../late.ts";
import { type RequestGroup, type Session, showsPages } from "../session.ts";

/** Fix-all of this server alone, for `editor.codeActionsOnSave`. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.tomcat-cluster`;

/** Limit of all edits that accept findings together, in characters, because each holds the whole baseline. */
const MOST_WRITTEN = 1_000_000;

/** Only what a rule says can be silenced; XML mistakes stop Tomcat whatever a comment says. */
const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

export const codeActionRequests: RequestGroup = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }),

  serve(session) {
    session.connection.onCodeAction(async ({ textDocument, range, context }) => {
      const path = session.host.pathOf(textDocument.uri);
      const { workspace } = session;
      const snapshots = await inTime(workspace.checkedIn(path), () => workspace.checkedAloneIn(path));
      if (snapshots.length === 0) return [];
      const { locale } = session;
      // A client finds a finding's actions by comparing the finding with the one it was sent.
      const rendering = await session.renderingOf(textDocument.uri);
      const wants = (kind: string) =>
        !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      const actions: CodeAction[] = [];
      let room = MOST_WRITTEN;
      for (const snapshot of wants(CodeActionKind.QuickFix) ? snapshots : []) {
        const { diagnostics, file } = snapshot;
        const { lines } = file;
        const start = lines.offsetAt(range.start);
        const end = lines.offsetAt(range.end);
        for (const diagnostic of diagnostics) {
          if (diagnostic.at.start > end || diagnostic.at.end < start) continue;
          actions.push(...toQuickFixes(diagnostic, textDocument.uri, lines, rendering));
          const quiet = ruleIds.has(diagnostic.code) ? silence(diagnostic, file) : undefined;
          if (quiet) {
            actions.push({
              title: quiet.title[locale],
              kind: CodeActionKind.QuickFix,
              diagnostics: [toLspDiagnostic(diagnostic, lines, rendering)],
              edit: { changes: { [textDocument.uri]: toTextEdits(quiet.edits, lines) } },
            });
          }
          if (ruleIds.has(diagnostic.code) && snapshot instanceof Snapshot) {
            const ofFinding = {
              kind: CodeActionKind.QuickFix,
              diagnostics: [toLspDiagnostic(diagnostic, lines, rendering)],
            };
            const baseline = await baselineOf(session, snapshot);
            room -= baseline?.length ?? 0;
            for (const action of await decisions(session, snapshot, diagnostic, room < 0 ? "too long" : { baseline }))
              actions.push({ ...ofFinding, ...action });
          }
          if (showsPages(session.client)) {
            const title = { en: `Explain ${diagnostic.code}`, ko: `${diagnostic.code} 설명 보기` }[locale];
            actions.push({
              title,
              kind: CodeActionKind.QuickFix,
              diagnostics: [toLspDiagnostic(diagnostic, lines, rendering)],
              command: { title, command: EXPLAIN_COMMAND, arguments: [diagnostic.code] },
            });
          }
        }
      }
      const edits = (wants(FIX_ALL) ? snapshots : []).flatMap(({ diagnostics, file: { lines } }) =>
        toTextEdits(fixAllEdits(diagnostics), lines),
      );
      if (edits.length > 0) {
        actions.push({
          title: locale === "ko" ? "고칠 수 있는 Tomcat 문제 모두 수정" : "Fix all fixable Tomcat problems",
          kind: FIX_ALL,
          edit: { changes: { [textDocument.uri]: edits } },
        });
      }
      return actions;
    });
  },
};

/** The text of the baseline that the configuration of a file names. */
async function baselineOf({ workspace }: Session, { file: { path } }: Snapshot): Promise<string | undefined> {
  const named = (await workspace.configurationOf(path))?.baseline;
  return named === undefined ? undefined : workspace.textOf(named);
}

/** Decisions about a finding that are written into files, and so count for all who share them. */
async function decisions(
  { workspace, client, locale, options, rendering }: Session,
  snapshot: Snapshot,
  diagnostic: Diagnostic,
  accepting: { readonly baseline: string | undefined } | "too long",
): Promise<readonly CodeAction[]> {
  // Both may make a file.
  if (!client.workspace?.workspaceEdit?.resourceOperations?.includes("create")) return [];
  const { path } = snapshot.file;
  const found = await workspace.configurationOf(path);
  if (found && found.problems.length > 0) return [];
  const root = workspace.roots.find((each) => path.startsWith(`${each}/`)) ?? parentOf(nearestPlace(path));
  const configuration = {
    path: found?.path ?? join(root, CONFIGURATION_NAME),
    text: found?.text,
    baseline: found?.baseline,
  };
  const entry = snapshot.entryOf(diagnostic, parentOf(configuration.path));
  const accept =
    entry && accepting !== "too long"
      ? acceptDecision(diagnostic, entry, configuration, accepting.baseline)
      : undefined;
  const toAction = ({ title, files }: Decision) => ({ title: title[locale], edit: toFilesEdit(files, rendering) });
  const severities = severityDecisions(diagnostic, configuration).map(toAction);
  const accepts = accept ? [commanded(toAction(accept), options.acceptCommand)] : [];
  const { severityCommand } = options;
  if (severityCommand === undefined) return [...accepts, ...severities];
  const choices = severities.map(({ title, edit }): SeverityChoice => ({ label: title, edit }));
  const title = CHANGE_SEVERITY(diagnostic.code)[locale];
  return [...accepts, { title, command: { title, command: severityCommand, arguments: [choices] } }];
}

/** An action whose edit the client's own command makes, where it has one. */
function commanded({ title, edit }: CodeAction, command: string | undefined): CodeAction {
  return command === undefined
    ? { title, ...(edit ? { edit } : {}) }
    : { title, command: { title, command, arguments: [edit] } };
}

const CHANGE_SEVERITY = (code: string): Localized => ({
  en: `Change the severity of ${code}…`,
  ko: `${code}의 심각도 변경…`,
});
