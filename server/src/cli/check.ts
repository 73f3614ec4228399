import type { Locale } from "../base/localized.ts";
import type { Files } from "../workspace/files.ts";
import { CONFIGURATION, findBelow } from "../workspace/find.ts";
import type { Snapshot } from "../workspace/snapshot.ts";
import type { Workspace } from "../workspace/workspace.ts";

/** Paths of the files to look at below a file or folder, in a stable order; undefined when there is nothing. */
export async function findFiles(path: string, files: Files): Promise<readonly string[] | undefined> {
  const found = await findBelow(path, CONFIGURATION, files);
  return found ?? ((await files.read(path)) === undefined ? undefined : [path]);
}

export interface Outcome {
  readonly report: string;
  readonly problems: readonly string[];
  /** 0 clean, 1 findings, 2 something could not be read. */
  readonly exitCode: 0 | 1 | 2;
}

/** Checks files and folders and writes a report for people. */
export async function check(
  paths: readonly string[],
  workspace: Workspace,
  files: Files,
  locale: Locale,
): Promise<Outcome> {
  const blocks: string[] = [];
  const problems: string[] = [];
  let findings = 0;
  let checked = 0;
  for (const path of paths) {
    const found = await findFiles(path, files);
    if (!found) problems.push(`${path}: ${locale === "ko" ? "읽을 수 없습니다" : "cannot be read"}`);
    for (const each of found ?? []) {
      const result = await workspace.snapshot(each);
      if (!result) continue;
      checked++;
      findings += result.diagnostics.length;
      if (result.diagnostics.length > 0) blocks.push(block(result, locale));
    }
  }
  const summary = locale === "ko" ? `파일 ${checked}개에서 ${findings}건` : `${findings} findings in ${checked} files`;
  return {
    report: [...blocks, `${summary}\n`].join("\n"),
    problems,
    exitCode: problems.length > 0 ? 2 : findings > 0 ? 1 : 0,
  };
}

/** One file's findings: place, severity, text and rule, then the line with a mark below it. */
function block({ file, diagnostics }: Snapshot, locale: Locale): string {
  const { lines } = file;
  const { text } = file.document;
  const rows = diagnostics.map(({ at, severity, code, text: message }) => {
    const { line, character } = lines.positionAt(at.start);
    const source = text.slice(lines.startOf(line), lines.startOf(line + 1)).replace(/[\r\n]+$/, "");
    const width = Math.max(1, Math.min(at.end, lines.startOf(line) + source.length) - at.start);
    const mark = source.slice(0, character).replace(/[^\t]/g, " ") + "^".repeat(width);
    return `  ${line + 1}:${character + 1}  ${severity}  ${message[locale]}  (${code})\n    ${source}\n    ${mark}\n`;
  });
  return `${file.path}  (Tomcat ${file.version.release?.text ?? file.version.line})\n${rows.join("")}`;
}
