import { parentPort, workerData } from "node:worker_threads";
import type { ThreadData } from "./start-thread.ts";

/*
 * What every thread of ours runs: it reads logs, or checks a part of many files. Only programs of ours start one, and
 * say with the first data what it is for.
 */

if (parentPort) void begin(parentPort, workerData as ThreadData);

async function begin(port: NonNullable<typeof parentPort>, data: ThreadData): Promise<void> {
  if ("logs" in data) await (await import("./logs/thread.ts")).answerLogs(port, data.logs);
  else (await import("./answer-batches.ts")).answerBatches(port, data);
}
