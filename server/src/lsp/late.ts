/** How long a request waits for the files around its own, in milliseconds. */
const PATIENCE = 300;

/** What a task gives, or after a while what is known without it. */
export function inTime<T>(task: Promise<T>, otherwise: () => T | Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, PATIENCE);
  }).then(otherwise);
  return Promise.race([task, late]).finally(() => clearTimeout(timer));
}

/** How long answers that become known one after the other are gathered for one notice, in milliseconds. */
const GATHERING = 50;

/**
 * Answers in time with what is known, and tells when the rest is. What was answered whole before is so again: findings that
 * go and come back at each keystroke are worse than late ones.
 */
export class LateAnswers {
  readonly #ready: (keys: readonly string[]) => void;
  readonly #late = new Set<string>();
  readonly #whole = new Set<string>();
  #told: string[] = [];

  /** `ready` is called with the keys of what was answered in part and is now known. */
  constructor(ready: (keys: readonly string[]) => void) {
    this.#ready = ready;
  }

  answer<T>(key: string, task: Promise<T>, otherwise: () => Promise<T>): Promise<T> {
    if (this.#whole.has(key)) return task;
    const whole = () => this.#whole.add(key);
    task.then(whole, whole);
    return inTime(task, () => {
      if (!this.#late.has(key)) {
        this.#late.add(key);
        const tell = () => this.#tell(key);
        task.then(tell, tell);
      }
      return otherwise();
    });
  }

  /** The document is closed. */
  closed(key: string): void {
    this.#whole.delete(key);
  }

  #tell(key: string): void {
    this.#late.delete(key);
    if (this.#told.push(key) > 1) return;
    setTimeout(() => this.#ready(this.#told.splice(0)), GATHERING);
  }
}
