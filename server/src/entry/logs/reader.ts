import type { LogsPort } from "../../logs/port.ts";
import type { LogTimeline } from "../../logs/timeline/timeline.ts";
import { startThread } from "../start-thread.ts";
import { systemPathOf } from "../system-path.ts";
import type { LogsAnswer, LogsQuestion } from "./thread.ts";

/** Reads logs in a thread: the server answers meanwhile. */
export const logsReader: LogsPort = {
  read({ files, conf, locale }, onProgress) {
    const logs: LogsQuestion = { files: files.map(systemPathOf), conf: conf.map(systemPathOf), locale };
    const worker = startThread({ logs });
    const ended = new Promise<LogTimeline>((resolve, reject) => {
      worker.on("message", (answer: LogsAnswer) => {
        if ("part" in answer) onProgress(answer.part);
        else resolve(answer.timeline);
      });
      worker.once("error", reject);
      // After an answer this says nothing more.
      worker.once("exit", (code) => reject(new Error(`the thread that reads logs ended with exit code ${code}`)));
    });
    return { stop: () => void worker.terminate(), ended };
  },
};
