import { type CodeAction, CodeActionKind } from "vscode-languageserver";
import { silence } from "../../features/silence.ts";
import { toLspDiagnostic, toQuickFixes, toTextEdits } from "../../features/to-lsp.ts";
import { fixAllEdits } from "../../lint/fix-all.ts";
import { rules } from "../../rules/index.ts";
import type { RequestGroup } from "../session.ts";

/** Fix-all of this server alone, for `editor.codeActionsOnSave`. */
const FIX_ALL = `${CodeActionKind.SourceFixAll}.tomcat-cluster`;

/** Only what a rule says can be silenced; XML mistakes stop Tomcat whatever a comment says. */
const ruleIds: ReadonlySet<string> = new Set(rules.map(({ id }) => id));

export const codeActionRequests: RequestGroup = {
  capabilities: () => ({ codeActionProvider: { codeActionKinds: [CodeActionKind.QuickFix, FIX_ALL] } }),

  serve(session) {
    session.connection.onCodeAction(async ({ textDocument, range, context }) => {
      const snapshot = await session.workspace.snapshot(session.host.pathOf(textDocument.uri));
      if (!snapshot) return [];
      const { diagnostics } = snapshot;
      const { lines } = snapshot.file;
      const { locale, rendering } = session;
      const wants = (kind: string) =>
        !context.only || context.only.some((only) => kind === only || kind.startsWith(`${only}.`));
      const actions: CodeAction[] = [];
      if (wants(CodeActionKind.QuickFix)) {
        const start = lines.offsetAt(range.start);
        const end = lines.offsetAt(range.end);
        for (const diagnostic of diagnostics) {
          if (diagnostic.at.start > end || diagnostic.at.end < start) continue;
          actions.push(...toQuickFixes(diagnostic, textDocument.uri, lines, rendering));
          const quiet = ruleIds.has(diagnostic.code) ? silence(diagnostic, snapshot.file) : undefined;
          if (quiet) {
            actions.push({
              title: quiet.title[locale],
              kind: CodeActionKind.QuickFix,
              diagnostics: [toLspDiagnostic(diagnostic, lines, rendering)],
              edit: { changes: { [textDocument.uri]: toTextEdits(quiet.edits, lines) } },
            });
          }
        }
      }
      const edits = wants(FIX_ALL) ? fixAllEdits(diagnostics) : [];
      if (edits.length > 0) {
        actions.push({
          title: locale === "ko" ? "고칠 수 있는 Tomcat 문제 모두 수정" : "Fix all fixable Tomcat problems",
          kind: FIX_ALL,
          edit: { changes: { [textDocument.uri]: toTextEdits(edits, lines) } },
        });
      }
      return actions;
    });
  },
};
