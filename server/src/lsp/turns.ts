import type { Turn } from "../base/turn.ts";

/** How long work may go on while requests wait, in milliseconds. A request takes several turns to be read and answered. */
const LONGEST_TURN = 20;

/** Gives requests their turn whenever work has gone on for long enough. Work that waits is resumed piece by piece. */
export function turns(now: () => number = () => performance.now()): Turn {
  /** When the work began that requests wait for; undefined where they have had their turn since. */
  let since: number | undefined;
  const waiting: (() => void)[] = [];
  const begin = (): void => {
    since = now();
    // A timer comes only when nothing keeps requests waiting.
    setTimeout(() => {
      since = undefined;
    });
  };
  const resume = (): void => {
    begin();
    waiting.shift()?.();
    if (waiting.length > 0) setTimeout(resume);
  };
  return () => {
    if (waiting.length === 0) {
      if (since === undefined) begin();
      if (since === undefined || now() - since < LONGEST_TURN) return undefined;
    }
    return new Promise((resolve) => {
      if (waiting.push(resolve) === 1) setTimeout(resume);
    });
  };
}
