import { setFlagsFromString } from "node:v8";
import type { Worker } from "node:worker_threads";
import type { Batch, BatchOptions, Checked, FoundKeys } from "../cli/batch.ts";
import type { Pool } from "../cli/check.ts";
import type { WorkerQuestion } from "./answer-batches.ts";
import { startThread } from "./start-thread.ts";

type Answer = FoundKeys | Checked;

/**
 * Nothing that a thread made outlives its batch. Left to itself, V8 lets it pile up to several times what lives before
 * it collects: 450 MB for 10,000 nodes with two threads. With these it is 250 MB.
 */
const GROWTH = "--heap-growing-percent=100";
const YOUNG_MB = 16;

interface Waiting {
  readonly question: WorkerQuestion;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (reason: unknown) => void;
}

/** Threads that each take the next question when they have answered one. They start with the first question. */
export class CheckPool implements Pool {
  readonly #size: number;
  readonly #options: BatchOptions;
  readonly #workers = new Set<Worker>();
  readonly #idle: Worker[] = [];
  readonly #queue: Waiting[] = [];

  /** `size` is how many there may be. */
  constructor(size: number, { line, fix }: BatchOptions) {
    this.#size = size;
    this.#options = { line, fix };
  }

  keys(paths: readonly string[]): Promise<FoundKeys> {
    // A question for keys is answered with keys.
    return this.#ask({ keys: paths }) as Promise<FoundKeys>;
  }

  check(batch: Batch): Promise<Checked> {
    // A batch is answered with what was found in it.
    return this.#ask({ batch }) as Promise<Checked>;
  }

  async close(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  #ask(question: WorkerQuestion): Promise<Answer> {
    return new Promise((resolve, reject) => {
      this.#queue.push({ question, resolve, reject });
      if (this.#idle.length === 0 && this.#workers.size < this.#size) this.#start();
      this.#next();
    });
  }

  #start(): void {
    // V8 reads it at each collection, so it counts for threads that run and for those to come.
    setFlagsFromString(GROWTH);
    const worker = startThread(this.#options, { maxYoungGenerationSizeMb: YOUNG_MB });
    this.#workers.add(worker);
    this.#idle.push(worker);
  }

  #next(): void {
    const worker = this.#idle.pop();
    if (!worker) return;
    const waiting = this.#queue.shift();
    if (!waiting) {
      this.#idle.push(worker);
      return;
    }
    const done = (act: () => void) => {
      worker.removeAllListeners("message");
      worker.removeAllListeners("error");
      worker.removeAllListeners("exit");
      act();
      this.#next();
    };
    // A thread that ran out of memory fails its question only; another thread takes the next one.
    const died = (reason: unknown) =>
      done(() => {
        this.#workers.delete(worker);
        if (this.#queue.length > 0 && this.#idle.length === 0) this.#start();
        waiting.reject(reason);
      });
    worker.once("message", (answer: Answer) =>
      done(() => {
        this.#idle.push(worker);
        waiting.resolve(answer);
      }),
    );
    worker.once("error", died);
    worker.once("exit", (code) => died(new Error(`a thread ended with exit code ${code}`)));
    worker.postMessage(waiting.question);
  }
}
