import type { Writable } from "node:stream";
import { AbstractMessageWriter, type Message, type MessageWriter } from "vscode-languageserver-protocol/node";

/**
 * Writes each message with its header in one call. The library's own writer makes two of them, and waits for the first
 * before it begins with the second: half of the time of a short answer.
 */
export class JoinedWriter extends AbstractMessageWriter implements MessageWriter {
  readonly #output: Writable;
  #failed = 0;

  constructor(output: Writable) {
    super();
    this.#output = output;
    output.on("error", (error) => this.fireError(error));
    output.on("close", () => this.fireClose());
  }

  write(message: Message): Promise<void> {
    const body = JSON.stringify(message);
    return new Promise((resolve, reject) => {
      this.#output.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`, "utf8", (error) => {
        if (!error) return resolve();
        this.fireError(error, message, ++this.#failed);
        reject(error);
      });
    });
  }

  end(): void {
    this.#output.end();
  }
}
