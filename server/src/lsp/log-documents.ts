import type { TextDocument } from "vscode-languageserver-textdocument";
import {
  DiagnosticSeverity,
  type Hover,
  type Diagnostic as LspDiagnostic,
  MarkupKind,
  type Position,
  type Range,
} from "vscode-languageserver-types";
import { withoutEnd } from "../base/trim-end.ts";
import { SOURCE } from "../features/to-lsp.ts";
import { PAGE_SCHEME } from "../protocol.ts";
import { sitesBelow } from "../workspace/sites.ts";
import { type Session, showsPages } from "./session.ts";

/** What logs are called that an editor takes for no language: `catalina.out`, `catalina.2026-11-29.log`. */
const LOG_NAME = /(?:^|\/)catalina[^/]*\.(?:out|log)[^/]*$/i;

/** True for a document that is a log: it is no configuration, however it reads. */
export function isLog({ languageId, uri }: Pick<TextDocument, "languageId" | "uri">): boolean {
  return languageId === "log" || LOG_NAME.test(uri);
}

/** What is said of logs, loaded with the first one. */
const loadLogs = () => import("../features/logs/index.ts");

/** The whole of a line, without its end. */
function rangeOf(document: TextDocument, line: number): Range {
  const text = document.getText({ start: { line, character: 0 }, end: { line: line + 1, character: 0 } });
  return { start: { line, character: 0 }, end: { line, character: withoutEnd(text, "\r\n").length } };
}

/** What the line at a position means, also one of a stack trace. Only lines around it are read, so a log may be long. */
export async function hoverOfLog(session: Session, document: TextDocument, { line }: Position): Promise<Hover | null> {
  const { hoverLog, LINES_BEFORE, LINES_BEHIND } = await loadLogs();
  const { host, workspace, locale } = session;
  const first = Math.max(0, line - LINES_BEFORE);
  const text = document.getText({
    start: { line: first, character: 0 },
    end: { line: line + LINES_BEHIND, character: 0 },
  });
  const namePlace = (path: string, at: number) => {
    const name = path.split("/").slice(-3).join("/");
    return `[${name}:${at}](${host.uriOf(path)}#L${at})`;
  };
  const part = { file: host.pathOf(document.uri), text, line: line - first + 1 };
  const value = hoverLog(part, await sitesBelow(workspace), locale, namePlace);
  if (value === undefined) return null;
  return { contents: { kind: MarkupKind.Markdown, value }, range: rangeOf(document, line) };
}

/** What is wrong as a log tells; of one that is too long, that it is and what reads it. */
export async function diagnosticsOfLog(session: Session, document: TextDocument): Promise<LspDiagnostic[]> {
  const { logDiagnostics, LONGEST_LOG } = await loadLogs();
  const { host, workspace, locale, client } = session;
  const text = document.getText();
  if (text.length > LONGEST_LOG) return [tooLong(session, document)];
  const found = logDiagnostics(text, host.pathOf(document.uri), await sitesBelow(workspace), locale);
  return found.map(({ code, isNote, hasPage, line, message, related }) => ({
    range: rangeOf(document, line - 1),
    severity: isNote ? DiagnosticSeverity.Information : DiagnosticSeverity.Warning,
    source: SOURCE,
    ...{ code, message },
    ...(hasPage && showsPages(client) ? { codeDescription: { href: `${PAGE_SCHEME}:/${code}` } } : {}),
    relatedInformation: related.map(({ place: { file, at }, message: label }) => ({
      location: { uri: host.uriOf(file.path), range: file.lines.rangeOf(at) },
      message: label,
    })),
  }));
}

function tooLong({ locale }: Session, document: TextDocument): LspDiagnostic {
  const text = {
    en: "This log is too long to be read as an editor's text: problems are not looked for here. Show Log Timeline and `tomcat-cluster logs` read it from disk, of any size.",
    ko: "로그가 너무 길어 편집기의 텍스트로 읽지 않으며, 여기서는 문제를 찾지 않습니다. 로그 타임라인 보기와 `tomcat-cluster logs`는 크기와 관계없이 디스크에서 읽습니다.",
  };
  return {
    range: rangeOf(document, 0),
    severity: DiagnosticSeverity.Information,
    source: SOURCE,
    code: "log-too-long",
    message: text[locale],
  };
}
