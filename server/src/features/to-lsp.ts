import {
  type ChangeAnnotation,
  type CodeAction,
  CodeActionKind,
  DiagnosticSeverity,
  DiagnosticTag,
  type Diagnostic as LspDiagnostic,
  type Range,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver-types";
import { Lines } from "../base/lines.ts";
import type { Locale, Localized } from "../base/localized.ts";
import type { Edit, Span } from "../base/span.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { fixesOf, isAutomatic } from "../lint/fix-all.ts";
import type { Fix, Severity } from "../rules/rule.ts";
import type { ConfigurationProblem } from "../workspace/configuration-problem.ts";
import type { Renaming } from "./rename.ts";

const SEVERITIES: Readonly<Record<Severity, DiagnosticSeverity>> = {
  error: DiagnosticSeverity.Error,
  warning: DiagnosticSeverity.Warning,
  information: DiagnosticSeverity.Information,
  hint: DiagnosticSeverity.Hint,
};

/** What shapes an answer: the client's language, how its URIs are made, and where the rules' pages are. */
export interface Rendering {
  readonly locale: Locale;
  /** True for a client that shows changes of several files before it makes them. */
  readonly confirms: boolean;
  /** Gives the URI of a path. */
  readonly uriOf: (path: string) => string;
  /** The URI of a rule's page, where the host has one. */
  readonly pageOf: (code: string) => string | undefined;
}

export function toRange(span: Span, lines: Lines): Range {
  return lines.rangeOf(span);
}

export function toTextEdits(edits: readonly Edit[], lines: Lines): TextEdit[] {
  return edits.map(({ span, newText }) => ({ range: toRange(span, lines), newText }));
}

export function toLspDiagnostic(diagnostic: Diagnostic, lines: Lines, rendering: Rendering): LspDiagnostic {
  const { at, text, code, severity, related, tags } = diagnostic;
  const page = rendering.pageOf(code);
  return {
    range: toRange(at, lines),
    message: text[rendering.locale],
    severity: SEVERITIES[severity],
    code,
    source: SOURCE,
    ...(page === undefined ? {} : { codeDescription: { href: page } }),
    ...(tags
      ? { tags: tags.map((tag) => (tag === "deprecated" ? DiagnosticTag.Deprecated : DiagnosticTag.Unnecessary)) }
      : {}),
    ...(related
      ? {
          relatedInformation: related.map((place) => ({
            location: {
              uri: rendering.uriOf(place.file.path),
              range: toRange(place.at, place.file.lines),
            },
            message: place.text[rendering.locale],
          })),
        }
      : {}),
  };
}

/**
 * The mistakes of a configuration file, in it.
 *
 * @param validated true where the client says itself what our JSON Schema says
 */
export function configurationDiagnostics(
  text: string,
  problems: readonly ConfigurationProblem[],
  locale: Locale,
  validated: boolean,
): LspDiagnostic[] {
  const lines = new Lines(text);
  const shown = problems.filter(({ bySchema }) => !(validated && bySchema));
  const diagnostics = shown.map(
    ({ at, text: message, mild }): LspDiagnostic => ({
      range: toRange(at, lines),
      message: message[locale],
      severity: mild ? DiagnosticSeverity.Warning : DiagnosticSeverity.Error,
      source: SOURCE,
    }),
  );
  const [first] = problems;
  // The client's own words are softer than their consequence.
  if (first && !first.mild && shown.length < problems.length) {
    diagnostics.unshift({
      range: toRange({ start: 0, end: Math.min(1, text.length) }, lines),
      message: NOT_USED[locale],
      severity: DiagnosticSeverity.Error,
      source: SOURCE,
    });
  }
  return diagnostics;
}

export const SOURCE = "tomcat-cluster";

const NOT_USED: Localized = {
  en: "Nothing of this file counts until the mistakes marked in it are mended.",
  ko: "표시된 오류를 고칠 때까지 이 파일의 설정은 모두 무시됩니다.",
};

export function toQuickFixes(diagnostic: Diagnostic, uri: string, lines: Lines, rendering: Rendering): CodeAction[] {
  return fixesOf(diagnostic).map((fix, index) => ({
    title: fix.title[rendering.locale],
    kind: CodeActionKind.QuickFix,
    diagnostics: [toLspDiagnostic(diagnostic, lines, rendering)],
    isPreferred: index === 0 && isAutomatic(fix, diagnostic),
    edit: toWorkspaceEdit(fix, uri, lines, rendering),
  }));
}

/** The edits of a rename; what reaches over files, or has to be told, is shown before it is made. */
export function toRenameEdit({ title, note, files }: Renaming, { confirms, locale, uriOf }: Rendering): WorkspaceEdit {
  const changes = new Map<string, TextEdit[]>();
  for (const { file, edits } of files) addTo(changes, uriOf(file.path), toTextEdits(edits, file.lines));
  const shown = files.length > 1 || note !== undefined;
  if (!shown || !confirms) return { changes: Object.fromEntries(changes) };
  return annotated(changes, { label: title[locale], ...(note ? { description: note[locale] } : {}) });
}

/** The edits of one file as they are; of several with a look at them before, where the client can show one. */
function toWorkspaceEdit(fix: Fix, uri: string, lines: Lines, { confirms, locale, uriOf }: Rendering): WorkspaceEdit {
  const files = fixEdits(fix, uri, lines, uriOf);
  if (files.size < 2 || !confirms) return { changes: Object.fromEntries(files) };
  return annotated(files, { label: fix.title[locale] });
}

/** The edits of a fix by URI: those of its finding's own file first. */
export function fixEdits(
  fix: Fix,
  uri: string,
  lines: Lines,
  uriOf: Rendering["uriOf"],
): ReadonlyMap<string, TextEdit[]> {
  const files = new Map([[uri, toTextEdits(fix.edits, lines)]]);
  for (const { file, edits } of fix.elsewhere ?? []) addTo(files, uriOf(file.path), toTextEdits(edits, file.lines));
  return files;
}

/** Two configurations may stand in one manifest. */
function addTo(files: Map<string, TextEdit[]>, uri: string, edits: readonly TextEdit[]): void {
  files.set(uri, [...(files.get(uri) ?? []), ...edits]);
}

/** Files with a whole text each, some of them new. */
export function toFilesEdit(
  files: readonly { readonly path: string; readonly before: string | undefined; readonly text: string }[],
  { uriOf }: Rendering,
): WorkspaceEdit {
  return {
    documentChanges: files.flatMap(({ path, before, text }) => {
      const uri = uriOf(path);
      const range = new Lines(before ?? "").rangeOf({ start: 0, end: before?.length ?? 0 });
      const change = { textDocument: { uri, version: null }, edits: [{ range, newText: text }] };
      return before === undefined ? [{ kind: "create" as const, uri }, change] : [change];
    }),
  };
}

/** Edits that the client shows before it makes them. */
function annotated(
  files: ReadonlyMap<string, readonly TextEdit[]>,
  annotation: Pick<ChangeAnnotation, "label" | "description">,
): WorkspaceEdit {
  const annotationId = "several-files";
  return {
    changeAnnotations: { [annotationId]: { ...annotation, needsConfirmation: true } },
    documentChanges: [...files].map(([target, edits]) => ({
      textDocument: { uri: target, version: null },
      edits: edits.map((edit) => ({ ...edit, annotationId })),
    })),
  };
}
