import { hasCode, whyFailed } from "./file-error.ts";

/** What the process exits with where its output could not be written. */
const FAILED = 2;
/** The codes of a closed pipe: all that is written after the first error fails the same way. */
const READER_LEFT = new Set(["EPIPE", "ERR_STREAM_DESTROYED"]);

/**
 * Handles a reader that closes the pipe: after `| head` has its lines, the rest is dropped, and the exit code is that
 * of the work. Any other error of the output is reported once and makes the run a failure.
 */
export function guardOutput(): void {
  let failed = false;
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error) => {
      if (failed || hasCode(error, READER_LEFT)) return;
      failed = true;
      // Set at exit, because the work that is still running sets its own code.
      process.once("exit", () => {
        process.exitCode = FAILED;
      });
      if (stream === process.stdout) process.stderr.write(`standard output: ${whyFailed(error).en}\n`);
    });
  }
}
