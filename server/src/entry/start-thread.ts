import { join } from "node:path";
import { type ResourceLimits, Worker } from "node:worker_threads";
import type { BatchOptions } from "../cli/batch.ts";
import type { LogsQuestion } from "./logs/thread.ts";

/** What a thread is for, by its first data. */
export type ThreadData = BatchOptions | { readonly logs: LogsQuestion };

/** Starts a thread, which runs the program beside this one. */
export function startThread(workerData: ThreadData, resourceLimits: ResourceLimits = {}): Worker {
  return new Worker(join(__dirname, "thread.cjs"), { workerData, resourceLimits });
}
