/**
 * One release of Tomcat, comparable: `9.0.121`, `9.0.0-M23`, `10.1.0-M16`, `7.0.0-RC1`.
 *
 * Milestones and candidates sort before the release they lead to, as Tomcat's tags do.
 */
export class Release {
  readonly text: string;
  readonly #parts: readonly [number, number, number, number];

  private constructor(text: string, parts: readonly [number, number, number, number]) {
    this.text = text;
    this.#parts = parts;
  }

  /** Undefined when the text is no release of Tomcat's form. */
  static parse(text: string): Release | undefined {
    const match = /^(\d+)\.(\d+)\.(\d+)(?:[-.](?:M|RC|beta)(\d*))?$/i.exec(text.trim());
    if (!match) return undefined;
    const [, major, minor, patch, milestone] = match;
    const order = milestone === undefined ? Number.MAX_SAFE_INTEGER : Number(milestone);
    return new Release(text.trim(), [Number(major), Number(minor), Number(patch), order]);
  }

  /** Negative when this release came before `other`, zero when they are the same, else positive. */
  compare(other: Release): number {
    for (const index of [0, 1, 2, 3] as const) {
      const difference = this.#parts[index] - other.#parts[index];
      if (difference !== 0) return difference;
    }
    return 0;
  }

  get line(): string {
    return `${this.#parts[0]}.${this.#parts[1]}`;
  }

  toString(): string {
    return this.text;
  }
}
