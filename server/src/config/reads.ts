/** A part of a file that a rule can read, with the edition of the file in which it last changed. */
export class Part {
  changedIn = 0;
  /** The last run that noted this part, so that a run notes it once however often its rule reads it. */
  notedBy = 0;
}

/** The parts of a component. They are handed on to the same component in the file's next state. */
export class Trace {
  /** The start tag, and whether there is an end tag. */
  readonly tag = new Part();
  /** Which elements are its children. */
  readonly children = new Part();
  /** Everything from its first character to its last one. */
  readonly whole = new Part();
  /** Belongs to what remembers results; stored here, which saves a map entry for each component of each open file. */
  remembered: object | undefined;
}

/** The part of `Component` that a log needs. */
interface Traced {
  trace: Trace | undefined;
  readonly parent: Traced | undefined;
  readonly read: boolean;
  /** The same object for as long as the element is taken over from one state of the text to the next. */
  readonly origin: object;
}

/** The traces of all components of a file, by their origins: a component that is not looked at keeps its trace. */
export type Traces = WeakMap<object, Trace>;

/** A rule that reads more parts than this is run again each time: to compare them would cost more. */
const MOST_PARTS = 300;

/** Counts the runs of all logs together, because a part is handed on from a file's log to that of its next state. */
let runs = 0;

/** Notes what a rule reads in one file while it runs. While no rule runs, a read costs one comparison. */
export class ReadLog {
  /** Set by what remembers several states of a file. */
  traces: Traces = new WeakMap();
  #reader: Traced | undefined;
  #parts: Part[] = [];
  #beyond = false;

  /** Begins to note what a rule reads while it checks a component. */
  begin(reader: Traced): void {
    runs++;
    this.#reader = reader;
    this.#parts = NOTHING_ELSE;
    this.#beyond = false;
  }

  /**
   * What was read since `begin`, besides the component's own tag; undefined where any edit of the file may change it.
   */
  end(): readonly Part[] | undefined {
    this.#reader = undefined;
    return this.#beyond ? undefined : this.#parts;
  }

  tag(component: Traced): void {
    if (this.#reader === undefined || this.#reader === component) return;
    if (isBelowUnread(component)) this.whole(component);
    else this.#note(this.traceOf(component).tag);
  }

  children(component: Traced): void {
    if (this.#reader === undefined) return;
    if (isBelowUnread(component)) this.whole(component);
    else this.#note(this.traceOf(component).children);
  }

  whole(component: Traced): void {
    if (this.#reader === undefined) return;
    let known: Traced = component;
    // An element that Tomcat ignores is one part, with all that it holds.
    while (known.parent && isBelowUnread(known)) known = known.parent;
    this.#note(this.traceOf(known).whole);
  }

  /** Notes a read of the whole text, or of something that no part stands for. */
  file(): void {
    this.#beyond = true;
  }

  traceOf(component: Traced): Trace {
    if (component.trace) return component.trace;
    const { origin } = component;
    let trace = this.traces.get(origin);
    if (!trace) {
      trace = new Trace();
      this.traces.set(origin, trace);
    }
    component.trace = trace;
    return trace;
  }

  #note(part: Part): void {
    if (part.notedBy === runs) return;
    part.notedBy = runs;
    if (this.#parts === NOTHING_ELSE) this.#parts = [];
    if (this.#parts.push(part) > MOST_PARTS) this.#beyond = true;
  }
}

/** Shared by all rules that read nothing but their component's own tag, as most do. */
const NOTHING_ELSE: Part[] = [];

function isBelowUnread({ parent }: Traced): boolean {
  return parent !== undefined && !parent.read;
}
