import type { MessagePort } from "node:worker_threads";
import { type Batch, type BatchOptions, checkBatch, clusterKeysIn, workspaceFor } from "../cli/batch.ts";
import { checkHost } from "./check-host.ts";

/** A question to a thread: for the keys of some server.xml files, or to check a batch. */
export type WorkerQuestion = { readonly keys: readonly string[] } | { readonly batch: Batch };

/** Answers every question of the pool that started this thread. */
export function answerBatches(questions: MessagePort, options: BatchOptions): void {
  questions.on("message", async (question: WorkerQuestion) => {
    const host = checkHost();
    // One workspace for each question: nothing that was read is kept, so that memory does not grow with the fleet.
    const workspace = workspaceFor(host, options.line);
    const answer =
      "keys" in question
        ? await clusterKeysIn(question.keys, workspace)
        : await checkBatch(question.batch, workspace, host, options);
    questions.postMessage(answer);
  });
}
