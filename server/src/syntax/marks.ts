/** Finds marks in a text that is read from its start to its end. */
export class Marks {
  readonly #text: string;
  /** Where each mark was last looked for, and found; -1 where there is none any more. */
  readonly #known = new Map<string, { readonly from: number; readonly found: number }>();

  constructor(text: string) {
    this.#text = text;
  }

  /** The next `mark`, or -1. Looked for anew only when it was passed: many openings cost what one does. */
  next(mark: string, from: number): number {
    const known = this.#known.get(mark);
    if (known && known.from <= from && (known.found === -1 || known.found >= from)) return known.found;
    const found = this.#text.indexOf(mark, from);
    this.#known.set(mark, { from, found });
    return found;
  }
}
