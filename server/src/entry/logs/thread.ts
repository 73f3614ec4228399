import { pathToFileURL } from "node:url";
import type { MessagePort } from "node:worker_threads";
import type { Locale } from "../../base/localized.ts";
import { type LogTimeline, timelineOf } from "../../logs/timeline/timeline.ts";
import { whyFailed } from "../file-error.ts";
import { diagnoseLogs } from "./diagnosis.ts";
import { totalSize } from "./sizes.ts";

/** What a thread is to read, by paths of the file system. */
export interface LogsQuestion {
  readonly files: readonly string[];
  readonly conf: readonly string[];
  readonly locale: Locale;
}

/** What it tells: how far it is, at last what it read. */
export type LogsAnswer = { readonly part: number } | { readonly timeline: LogTimeline };

/** Progress is told this often at most, in milliseconds. */
const PAUSE = 100;

/** Reads logs for the server that started this thread, and ends. */
export async function answerLogs(port: MessagePort, { files, conf, locale }: LogsQuestion): Promise<void> {
  // One more, so that a share of nothing is a number too.
  const all = 1 + (await totalSize(files));
  let read = 0;
  let told = 0;
  const tell = (answer: LogsAnswer) => port.postMessage(answer);
  const { report, problems } = await diagnoseLogs(files, {
    conf,
    onBytes: (count) => {
      read += count;
      if (performance.now() - told < PAUSE) return;
      told = performance.now();
      tell({ part: read / all });
    },
  });
  const texts = problems.map(({ path, error }) => `${path}: ${whyFailed(error)[locale]}`);
  tell({ timeline: timelineOf(report, texts, { locale, uriOf: (path) => pathToFileURL(path).href }) });
  port.close();
}
