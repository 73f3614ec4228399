/** Something a rule can read, and in which edition of its file it was last another than before. */
export class Part {
  changedIn = 0;
  /** The run that noted it last: a rule asks for the same many times. */
  notedBy = 0;
}

/** What the rules of one component read besides its own tag, and in which edition, in the order of the rules. */
export interface Silences {
  /** Whose they are: nothing that is kept for another reader counts. */
  readonly owner: object;
  readonly rules: readonly object[];
  /** Undefined where the rule spoke, or did not run. */
  readonly read: (readonly Part[] | undefined)[];
  readonly readIn: number[];
}

/** What can be read of a component. It goes over to the same component of the file's next state. */
export class Trace {
  /** The start tag, and whether there is an end tag. */
  readonly tag = new Part();
  /** Which elements are its children. */
  readonly children = new Part();
  /** All from its first character to its last one. */
  readonly whole = new Part();
  /** Kept here and not in a map: there is one for each component of each open file. */
  silences: Silences | undefined;
}

/** An element as Tomcat reads it, as far as that counts here. */
interface Traced {
  trace: Trace | undefined;
  readonly parent: Traced | undefined;
  readonly read: boolean;
}

/** A rule that reads so many parts of a file is not worth to be remembered. */
const MOST_PARTS = 300;

/** Numbers the runs of all logs: a part goes over from a file's log to that of its next state. */
let runs = 0;

/** Notes what a rule reads in one file while it runs. At any other time a read costs one comparison. */
export class ReadLog {
  #reader: Traced | undefined;
  #parts: Part[] = [];
  #beyond = false;

  /** Begins to note what a rule reads for a component. */
  begin(reader: Traced): void {
    runs++;
    this.#reader = reader;
    this.#parts = NOTHING_ELSE;
    this.#beyond = false;
  }

  /** What was read since, besides the reader's own tag; undefined where each edit of the file changes some of it. */
  end(): readonly Part[] | undefined {
    this.#reader = undefined;
    return this.#beyond ? undefined : this.#parts;
  }

  tag(component: Traced): void {
    if (this.#reader === undefined || this.#reader === component) return;
    if (isBelowUnread(component)) this.whole(component);
    else this.#note(traceOf(component).tag);
  }

  children(component: Traced): void {
    if (this.#reader === undefined) return;
    if (isBelowUnread(component)) this.whole(component);
    else this.#note(traceOf(component).children);
  }

  whole(component: Traced): void {
    if (this.#reader === undefined) return;
    let known: Traced = component;
    // What Tomcat ignores is followed as one piece.
    while (known.parent && isBelowUnread(known)) known = known.parent;
    this.#note(traceOf(known).whole);
  }

  /** The text of the whole file, or what is not followed. */
  file(): void {
    this.#beyond = true;
  }

  #note(part: Part): void {
    if (part.notedBy === runs) return;
    part.notedBy = runs;
    if (this.#parts === NOTHING_ELSE) this.#parts = [];
    if (this.#parts.push(part) > MOST_PARTS) this.#beyond = true;
  }
}

/** One for all rules that read their own tag only, as most do. */
const NOTHING_ELSE: Part[] = [];

export function traceOf(component: Traced): Trace {
  component.trace ??= new Trace();
  return component.trace;
}

function isBelowUnread({ parent }: Traced): boolean {
  return parent !== undefined && !parent.read;
}
