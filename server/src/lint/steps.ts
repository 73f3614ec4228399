import type { Turn } from "../base/turn.ts";

/** What work in steps comes to, without a pause. */
export function wholeOf<T>(steps: Generator<void, T>): T {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** The same, with a turn for others between the steps. */
export async function inTurns<T>(steps: Generator<void, T>, turn: Turn): Promise<T> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    const others = turn();
    if (others) await others;
  }
}
