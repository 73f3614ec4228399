import type { Localized } from "../base/localized.ts";
import type { PlannedFile } from "./files.ts";

/** One file to be written. */
export interface DraftedChange {
  readonly path: string;
  readonly text: string;
  /** Undefined for a new file. */
  readonly before: string | undefined;
  /** True where the present content is discarded, so that the user has to agree first. */
  readonly overwrites: boolean;
  readonly secret: boolean;
}

/** The files to be written, and the problems with them. Where there are problems, nothing should be written at all. */
export interface DraftedFiles {
  readonly changes: readonly DraftedChange[];
  /** Files that need no change. */
  readonly unchanged: readonly string[];
  readonly problems: readonly { readonly path: string; readonly text: Localized }[];
}

/**
 * A file's text, undefined where the file does not exist, or why it cannot be read. An unreadable file must not be
 * replaced.
 */
export type Found = { readonly text: string | undefined } | { readonly problem: Localized };

/** Compares the planned files with those that exist; writes nothing. */
export async function draft(
  planned: readonly PlannedFile[],
  find: (path: string) => Promise<Found>,
): Promise<DraftedFiles> {
  const changes: DraftedChange[] = [];
  const earlier = new Map<string, string>();
  const unchanged: string[] = [];
  const problems: { path: string; text: Localized }[] = [];
  for (const { path, replaces, secret, after } of planned) {
    const found = await find(path);
    if ("problem" in found) {
      problems.push({ path, text: found.problem });
      continue;
    }
    const outcome = after(found.text, earlier);
    if ("text" in outcome) earlier.set(path, outcome.text);
    if ("problem" in outcome) problems.push({ path, text: outcome.problem });
    else if (outcome.text === found.text) unchanged.push(path);
    else {
      const overwrites = replaces && found.text !== undefined;
      changes.push({ path, text: outcome.text, before: found.text, overwrites, secret });
    }
  }
  return { changes, unchanged, problems };
}

/** The steps left to the user once the files are written. */
export function nextSteps(planned: readonly PlannedFile[], cloud: boolean): Localized {
  const steps = stepsOf(planned, cloud);
  if (!planned.some(({ secret }) => secret)) return steps;
  return { en: `${steps.en} ${KEEP_KEY.en}`, ko: `${steps.ko} ${KEEP_KEY.ko}` };
}

const KEEP_KEY: Localized = {
  en: "The key is in conf/catalina.properties: only Tomcat's user should be able to read that file (chmod 600 or 640).",
  ko: "conf/catalina.properties에 키가 있습니다. Tomcat을 실행하는 사용자만 읽을 수 있게 하십시오(chmod 600 또는 640).",
};

function stepsOf(planned: readonly PlannedFile[], cloud: boolean): Localized {
  const inPlace = planned.every(({ replaces }) => !replaces);
  if (cloud) {
    return {
      en: "Put these files into the image over Tomcat's own. All pods need the same port for the Receiver.",
      ko: "이 파일들을 이미지의 Tomcat 위에 넣으십시오. 모든 파드의 Receiver 포트가 같아야 합니다.",
    };
  }
  return inPlace
    ? {
        en: "Restart all nodes. Applications need <distributable/> in their web.xml.",
        ko: "모든 노드를 다시 시작하십시오. 애플리케이션의 web.xml에 <distributable/>이 있어야 합니다.",
      }
    : {
        en: "Copy each folder over the Tomcat of that node, start them, and open / on both: the page shows who serves the session.",
        ko: "폴더마다 해당 노드의 Tomcat에 덮어쓰고 시작한 뒤 양쪽에서 /를 여십시오. 어느 노드가 세션을 처리하는지 보입니다.",
      };
}
