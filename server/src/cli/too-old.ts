import { LINES } from "../schema/lines.ts";
import { SERVER } from "../workspace/find.ts";
import { nameOf } from "../workspace/paths.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { FileNote } from "./file-note.ts";

/** A note where a file that is not read is the server.xml of a Tomcat before all lines. */
export async function saidOfTooOld(path: string, workspace: Workspace): Promise<readonly FileNote[]> {
  if (!SERVER.test(nameOf(path)) || !/<(?:Server|Engine|Cluster)\b/.test((await workspace.textOf(path)) ?? ""))
    return [];
  const { version, source } = await workspace.versionOf(path);
  if (version) return [];
  const text = {
    en: `was not checked: it is of a Tomcat before ${LINES[0]} by ${source.en}, and ${LINES[0]} is the oldest known here.`,
    ko: `검사하지 않았습니다. ${source.ko}에 따르면 ${LINES[0]} 이전 Tomcat의 파일이며, 이 프로그램은 ${LINES[0]}부터 압니다.`,
  };
  return [{ path, text }];
}
