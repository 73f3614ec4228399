/** How long the rules may take over one file. */
export interface TimeLimit {
  readonly milliseconds: number;
  readonly now: () => number;
  /** Called where the time was not enough, with the rules that took the most of it. */
  readonly onOver: (path: string, costs: readonly (readonly [rule: string, milliseconds: number])[]) => void;
}

/** Measures the rules over one file. A single step of a rule is not interrupted. */
export class Watch {
  readonly #limit: TimeLimit;
  readonly #costs = new Map<string, number>();
  #start: number;
  #last: number;

  constructor(limit: TimeLimit) {
    this.#limit = limit;
    this.#start = this.#last = limit.now();
  }

  /** Counts the time since the last call as this rule's. */
  took(rule: string): void {
    const now = this.#limit.now();
    this.#costs.set(rule, (this.#costs.get(rule) ?? 0) + now - this.#last);
    this.#last = now;
  }

  /** What happened since the last call was the work of others. */
  resumed(): void {
    const now = this.#limit.now();
    this.#start += now - this.#last;
    this.#last = now;
  }

  get isOver(): boolean {
    return this.#last - this.#start > this.#limit.milliseconds;
  }

  report(path: string): void {
    const costs = [...this.#costs].sort(([, one], [, other]) => other - one);
    this.#limit.onOver(path, costs.slice(0, 3));
  }
}
