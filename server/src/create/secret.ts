import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";

/** Files that only Tomcat's user should read, where the host has rights of files. Paths are those of the workspace. */
export interface SecretFiles {
  /** Makes a file that its owner alone can read, and the folders it is in. Gives back why it could not. */
  create(path: string, text: string): Promise<Localized | undefined>;
  /** The rights of a file, such as 0o644; undefined where the system has none, or they can't be read. */
  rightsOf(path: string): Promise<number | undefined>;
  /** The path as users of the machine write it. */
  shown(path: string): string;
}

/** The right of all other users to read a file. */
const OTHERS_READ = 0o004;

/** What is said of a new file with the key, which an editor's Undo knows nothing of. */
export function madeWith(rights: number | undefined): Localized {
  const mode = rights?.toString(8);
  return {
    en: `It was written with ${mode === undefined ? "the rights of its folder" : `mode ${mode}`}. Undo does not take it away.`,
    ko: `이 파일은 ${mode === undefined ? "폴더의 권한을 따라" : josa(`권한 ${mode}`, "으로")} 썼습니다. 실행 취소를 해도 지워지지 않습니다.`,
  };
}

/** What is said of a file that has the key; taking rights from a file that is there could keep Tomcat from reading it. */
export function openToAll(path: string, rights: number | undefined): Localized | undefined {
  if (rights === undefined || (rights & OTHERS_READ) === 0) return undefined;
  const mode = rights.toString(8);
  return {
    en: `${path}: holds the cluster's key, and every user of this machine can read it (mode ${mode}). If Tomcat's user owns it: chmod 600 ${path}`,
    ko: `${path}: 클러스터의 키가 있는데 이 장비의 모든 사용자가 읽을 수 있습니다(권한 ${mode}). Tomcat을 실행하는 사용자의 파일이면 chmod 600 ${josa(path, "을")} 실행하십시오`,
  };
}
