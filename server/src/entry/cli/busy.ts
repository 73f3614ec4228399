/** How long something may take before a terminal shows that it goes on, in milliseconds. */
const PATIENCE = 1000;

/** What is shown while something takes long; nothing where standard error is no terminal. */
export interface Busy {
  /** Called with how much of how much is done, where that is known. */
  readonly show: (done: number, all: number) => void;
  readonly stop: () => void;
}

const QUIET: Busy = { show() {}, stop() {} };

/**
 * A bar on standard error, from the first second on: `format` is cli-progress's. Where the amount is not known it
 * stands at its beginning.
 */
export async function startBusy(format: string): Promise<Busy> {
  if (!process.stderr.isTTY) return QUIET;
  const { SingleBar } = await import("cli-progress");
  const bar = new SingleBar({ format, stream: process.stderr, clearOnComplete: true });
  let known = { done: 0, all: 1 };
  let started = false;
  const timer = setTimeout(() => {
    started = true;
    bar.start(known.all, known.done);
  }, PATIENCE);
  return {
    show(done, all) {
      known = { done, all };
      if (!started) return;
      bar.setTotal(all);
      bar.update(done);
    },
    stop() {
      clearTimeout(timer);
      if (started) bar.stop();
    },
  };
}
