import { statSync } from "node:fs";
import { workspaceFor } from "../../cli/batch.ts";
import type { LogReport } from "../../cli/logs-text.ts";
import type { ClusterSite } from "../../config/site.ts";
import { diagnose } from "../../logs/findings/diagnose.ts";
import { placesOf, sitesOfStories } from "../../logs/findings/places.ts";
import type { Phrases } from "../../logs/recognition/recognise.ts";
import { groupLogs, type NodeLogs } from "../../logs/story/group.ts";
import { type NodeStory, StoryTeller } from "../../logs/story/story.ts";
import { sitesBelow } from "../../workspace/sites.ts";
import { checkHost } from "../check-host.ts";
import { corePath } from "../core-path.ts";
import { decodeText } from "./charset.ts";
import { firstTimeOf, isVerbatim, readLog } from "./read.ts";

/** A file that could not be read. */
export interface Problem {
  readonly path: string;
  readonly error: unknown;
}

/** One node's files in the order of their times. A file that cannot be read does not stop the others. */
async function storyOf(
  { name, paths }: NodeLogs,
  phrases: Phrases | undefined,
  onBytes: (count: number) => void,
): Promise<{ readonly story: NodeStory; readonly problems: readonly Problem[] }> {
  const teller = new StoryTeller(name, decodeText, phrases);
  const problems: Problem[] = [];
  const timed: { path: string; time: number }[] = [];
  for (const path of paths) {
    try {
      timed.push({ path, time: paths.length === 1 ? 0 : ((await firstTimeOf(path)) ?? 0) });
    } catch (error) {
      problems.push({ path, error });
    }
  }
  for (const { path } of timed.sort((one, other) => one.time - other.time)) {
    try {
      await readLog(path, teller, onBytes, phrases !== undefined && (await isVerbatim(path)));
    } catch (error) {
      problems.push({ path, error });
    }
  }
  return { story: teller.end(), problems };
}

/** Reads the logs of some nodes, in files of any size, and says what they mean together with the configuration. */
export async function diagnoseLogs(
  files: readonly string[],
  options: {
    /** Files and folders of the configuration. */
    readonly conf: readonly string[];
    readonly phrases?: Phrases | undefined;
    /** Told how many bytes more were read. */
    readonly onBytes?: (count: number) => void;
  },
): Promise<{ readonly report: LogReport; readonly problems: readonly Problem[] }> {
  const stories: NodeStory[] = [];
  const problems: Problem[] = [];
  for (const logs of groupLogs(files.map((path) => path.replaceAll("\\", "/")))) {
    const read = await storyOf(logs, options.phrases, options.onBytes ?? (() => {}));
    stories.push(read.story);
    problems.push(...read.problems);
  }
  const sites = options.conf.length > 0 ? await sitesIn(options.conf) : [];
  const diagnosis = diagnose(stories);
  const byStory = sitesOfStories(stories, sites);
  const places = new Map(diagnosis.findings.map((finding) => [finding, placesOf(finding, byStory)]));
  return { report: { ...diagnosis, places }, problems };
}

/** Each Cluster in some files and folders. */
export function sitesIn(paths: readonly string[]): Promise<readonly ClusterSite[]> {
  const workspace = workspaceFor(checkHost(), undefined);
  const isFile = (path: string) => statSync(path, { throwIfNoEntry: false })?.isFile() === true;
  workspace.setRoots(paths.filter((path) => !isFile(path)).map(corePath));
  return sitesBelow(workspace, paths.filter(isFile).map(corePath));
}
