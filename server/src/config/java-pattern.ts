/** What java.util.regex.Pattern refuses, and where: an offset into the pattern. */
export interface PatternProblem {
  readonly offset: number;
  readonly kind: "group-not-closed" | "group-not-opened" | "class-not-closed" | "nothing-to-repeat" | "escape";
}

/** Escapes of a letter that Java has no meaning for, in any release from 7 on. */
const NO_ESCAPE = new Set("CFgiIjJKlLmMoOqTUyY");

/**
 * How a group may begin behind its `(`: nothing, look-around, a name, or flags. `x` and `u` are left out: they change
 * how the rest is read.
 */
const GROUP = /\?(?:[:=!>]|<[=!]|<[A-Za-z][A-Za-z0-9]*>|[idmsU]*(?:-[idmsU]+)?[:)])/y;

/** A count behind what it repeats: `{2}`, `{2,}`, `{2,3}`. */
const COUNT = /\{(\d{1,9})(?:,(\d{1,9})?)?\}/y;

/**
 * `\p{Alpha}`, `\pL`, `\x41`, `\x{41}`, `\u0041`, `\cA`, `\012`, `\k<name>`: an escape that goes on behind its letter.
 */
const LONG_ESCAPE =
  /\\(?:[pP](?:\{[A-Za-z]+\}|[A-Z])|x(?:[0-9A-Fa-f]{2}|\{[0-9A-Fa-f]{1,5}\})|u[0-9A-Fa-f]{4}|0[0-3]?[0-7]{1,2})/y;
const LONG = "pPxucN0kX";

/**
 * The first reason for which Java does not compile a pattern; undefined where none is certain.
 *
 * It follows Pattern.sequence, group0, closure and clazz as far as brackets, quantifiers and escapes go. What it does
 * not follow (flags that change the reading, intersections of classes, references, look-behind without a limit) ends
 * the check: a pattern it says nothing about may still be refused, one it speaks of always is.
 */
export function patternProblem(pattern: string): PatternProblem | undefined {
  return new Reader(pattern).read();
}

/** Thrown and caught in this file only: ends the check without a verdict. */
const UNSURE = Symbol("unsure");
type Outcome = PatternProblem | typeof UNSURE | undefined;

class Reader {
  readonly #text: string;
  #at = 0;
  readonly #open: number[] = [];

  constructor(text: string) {
    this.#text = text;
  }

  read(): PatternProblem | undefined {
    // True where a quantifier has something to repeat.
    let repeatable = false;
    while (this.#at < this.#text.length) {
      const start = this.#at;
      const char = this.#text[start];
      let outcome: Outcome;
      switch (char) {
        case "\\":
          outcome = this.#escape();
          repeatable = true;
          break;
        case "[":
          outcome = this.#characterClass();
          repeatable = true;
          break;
        case "(":
          outcome = this.#group();
          repeatable = false;
          break;
        case ")":
          if (this.#open.pop() === undefined) return { offset: start, kind: "group-not-opened" };
          this.#at++;
          repeatable = true;
          break;
        case "|":
          this.#at++;
          repeatable = false;
          break;
        case "*":
        case "+":
        case "?":
          if (!repeatable) return { offset: start, kind: "nothing-to-repeat" };
          this.#at++;
          this.#mode();
          repeatable = false;
          break;
        case "{":
          outcome = repeatable ? this.#count() : UNSURE;
          repeatable = false;
          break;
        default:
          this.#at++;
          repeatable = true;
      }
      if (outcome === UNSURE) return undefined;
      if (outcome) return outcome;
    }
    const open = this.#open.at(-1);
    return open === undefined ? undefined : { offset: open, kind: "group-not-closed" };
  }

  /** `?` and `+` behind a quantifier make it reluctant or possessive. */
  #mode(): void {
    if (this.#text[this.#at] === "?" || this.#text[this.#at] === "+") this.#at++;
  }

  #count(): Outcome {
    const match = this.#match(COUNT);
    if (!match) return UNSURE;
    const [, least, most] = match;
    if (most !== undefined && Number(most) < Number(least)) return UNSURE;
    this.#mode();
    return undefined;
  }

  #group(): Outcome {
    const start = this.#at++;
    if (this.#text[this.#at] === "?") {
      const match = this.#match(GROUP);
      if (!match) return UNSURE;
      // `(?i)` is no group: nothing stays open, and there is nothing to repeat.
      if (match[0].endsWith(")")) return undefined;
    }
    this.#open.push(start);
    return undefined;
  }

  /** An escape outside and inside of a class. */
  #escape(): Outcome {
    const start = this.#at;
    const letter = this.#text[start + 1];
    if (letter === undefined) return { offset: start, kind: "escape" };
    if (letter === "Q") {
      const end = this.#text.indexOf("\\E", start);
      this.#at = end < 0 ? this.#text.length : end + 2;
      // An empty quotation is nothing to repeat, which one with text is.
      return end === start + 2 ? UNSURE : undefined;
    }
    if (letter === "E" || letter === "N" || letter === "k" || letter === "X" || letter === "c") return UNSURE;
    if (NO_ESCAPE.has(letter)) return { offset: start, kind: "escape" };
    if (LONG.includes(letter)) return this.#match(LONG_ESCAPE) ? undefined : UNSURE;
    this.#at += letter.length + 1;
    return undefined;
  }

  /** From `[` to its `]`; classes may stand in classes. */
  #characterClass(): Outcome {
    const starts: number[] = [];
    while (this.#at < this.#text.length) {
      const char = this.#text[this.#at];
      if (char === "[") {
        starts.push(this.#at++);
        if (this.#text[this.#at] === "^") this.#at++;
        // A `]` that stands first is one of the characters.
        if (this.#text[this.#at] === "]") this.#at++;
      } else if (char === "]") {
        starts.pop();
        this.#at++;
        if (starts.length === 0) return undefined;
      } else if (char === "\\") {
        // Boundaries have no meaning in a class.
        if (/[AbBGRzZEQ1-9]/.test(this.#text[this.#at + 1] ?? "")) return UNSURE;
        const outcome = this.#escape();
        if (outcome) return outcome;
      } else if (char === "&" || (char === "-" && this.#text[this.#at + 1] !== undefined && this.#reversed())) {
        return UNSURE;
      } else this.#at++;
    }
    return { offset: starts.at(-1) ?? this.#at, kind: "class-not-closed" };
  }

  /** True for a range whose ends are in the wrong order, or not plain letters and digits. */
  #reversed(): boolean {
    const from = this.#text[this.#at - 1] ?? "";
    const to = this.#text[this.#at + 1] ?? "";
    return to !== "]" && !(/\w/.test(from) && /\w/.test(to) && from <= to);
  }

  #match(expression: RegExp): RegExpExecArray | undefined {
    expression.lastIndex = this.#at;
    const match = expression.exec(this.#text);
    if (!match) return undefined;
    this.#at = expression.lastIndex;
    return match;
  }
}
