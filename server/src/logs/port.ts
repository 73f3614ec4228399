import type { Locale } from "../base/localized.ts";
import type { LogTimeline } from "./timeline/timeline.ts";

/** Reads logs of any size beside what the server does. */
export interface LogsPort {
  /**
   * Logs and configuration files by paths of the host's form.
   *
   * @param onProgress told which part of the bytes is read, from 0 to 1
   * @returns a promise that is rejected when `stop` was called, or when the thread failed
   */
  read(
    asked: { readonly files: readonly string[]; readonly conf: readonly string[]; readonly locale: Locale },
    onProgress: (part: number) => void,
  ): { stop(): void; readonly ended: Promise<LogTimeline> };
}
