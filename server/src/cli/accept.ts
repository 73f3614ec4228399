import type { Localized } from "../base/localized.ts";
import { readBaseline } from "../workspace/baseline.ts";
import type { Configuration } from "../workspace/configuration.ts";
import { CONFIGURATION_NAME } from "../workspace/configuration-places.ts";
import { parentOf } from "../workspace/files.ts";
import { baselineOf, without } from "./baseline.ts";
import type { CheckHost } from "./batch.ts";
import type { FileNote } from "./file-note.ts";
import type { CheckReport } from "./report.ts";

/** A report without accepted findings, and the problems and notes about the baseline. */
interface Accepted {
  readonly report: CheckReport;
  readonly problems: readonly FileNote[];
  readonly notes: readonly FileNote[];
}

export interface BaselineOptions {
  /** The file the user names; where it is undefined, the configuration's baseline applies. */
  readonly baseline: string | undefined;
  readonly updateBaseline: boolean;
}

/** Removes the findings that the baseline accepts, or writes a new baseline. */
export async function accept(
  report: CheckReport,
  configuration: Configuration | undefined,
  host: CheckHost,
  { baseline, updateBaseline }: BaselineOptions,
): Promise<Accepted> {
  const path = baseline ?? configuration?.baseline;
  if (path === undefined) {
    return updateBaseline ? refused(report, "--update-baseline", NO_FILE) : { report, problems: [], notes: [] };
  }
  // A configuration applies to its own folder only, so it may not name a file above or beside it.
  if (baseline === undefined && configuration && !(await host.isBelow(parentOf(configuration.path), path))) {
    return refused(report, path, OUTSIDE);
  }
  if (!updateBaseline) return withoutAccepted(report, path, await host.files.read(path));
  const problem = host.put(path, baselineOf(report));
  return {
    report: { files: report.files.map((file) => ({ ...file, findings: [] })) },
    problems: problem === undefined ? [] : [{ path, text: problem }],
    notes: [],
  };
}

function refused(report: CheckReport, path: string, text: Localized): Accepted {
  return { report, problems: [{ path, text }], notes: [] };
}

const NO_FILE: Localized = {
  en: `no file is named. Use --baseline, or baseline in ${CONFIGURATION_NAME}.`,
  ko: `파일을 정해야 합니다. --baseline 또는 ${CONFIGURATION_NAME}의 baseline을 쓰십시오.`,
};
const OUTSIDE: Localized = {
  en: `is not below the folder of the ${CONFIGURATION_NAME} that names it, or a link leads out. It was not used.`,
  ko: `이 파일을 지정한 ${CONFIGURATION_NAME}의 폴더 아래에 있지 않거나 링크가 밖을 가리켜 쓰지 않았습니다.`,
};
const UNREADABLE: Localized = {
  en: "cannot be read. Make it with --update-baseline.",
  ko: "읽을 수 없습니다. --update-baseline으로 만드십시오.",
};
const NO_BASELINE: Localized = { en: "is no baseline.", ko: "베이스라인 파일이 아닙니다." };

function withoutAccepted(report: CheckReport, path: string, text: string | undefined): Accepted {
  if (text === undefined) return refused(report, path, UNREADABLE);
  const baseline = readBaseline(text);
  if (!baseline) return refused(report, path, NO_BASELINE);
  const { report: left, obsolete } = without(report, baseline);
  const notes = obsolete.map((entry) => ({
    path,
    text: { en: `not found any more: ${entry}`, ko: `더 이상 발견되지 않음: ${entry}` },
  }));
  return { report: left, problems: [], notes };
}
