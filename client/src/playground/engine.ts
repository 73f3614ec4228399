import type { Transport } from "@codemirror/lsp-client";

/** Answers a request of the server; null where there is nothing. */
export type Answer = (params: unknown) => unknown;

interface Message {
  readonly id?: number | string;
  readonly method?: string;
  readonly params?: unknown;
}

/**
 * The language server of VS Code for the Web, in a Worker of this page. The client library speaks text and answers no
 * request of the server; the Worker speaks objects and asks for files and settings.
 */
export class Engine implements Transport {
  readonly #worker: Worker;
  readonly #handlers = new Set<(message: string) => void>();
  readonly #begin: Readonly<Record<string, unknown>>;

  /**
   * @param worker in which the server has been started, and to which nothing has been said
   * @param begin what `initialize` says beside what the client library says
   * @param answers by the methods of requests
   */
  constructor(
    worker: Worker,
    begin: Readonly<Record<string, unknown>>,
    answers: Readonly<Record<string, Answer>>,
    failed: () => void,
  ) {
    this.#begin = begin;
    this.#worker = worker;
    this.#worker.addEventListener("error", failed);
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Message>) => {
      const { id, method, params } = data;
      if (id === undefined || method === undefined) {
        for (const handle of this.#handlers) handle(JSON.stringify(data));
        return;
      }
      const answer = answers[method];
      const outcome = answer
        ? { result: answer(params) ?? null }
        : { error: { code: METHOD_NOT_FOUND, message: method } };
      this.#worker.postMessage({ jsonrpc: "2.0", id, ...outcome });
    });
  }

  send(text: string): void {
    const message = JSON.parse(text);
    if (message.method === "initialize") Object.assign(message.params, this.#begin);
    this.#worker.postMessage(message);
  }

  subscribe(handler: (message: string) => void): void {
    this.#handlers.add(handler);
  }

  unsubscribe(handler: (message: string) => void): void {
    this.#handlers.delete(handler);
  }
}

const METHOD_NOT_FOUND = -32601;
