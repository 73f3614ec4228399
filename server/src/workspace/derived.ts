/** Gives a value of another kind, and notes that what is being made depends on it. */
export type Read = <V>(from: Derived<V>, key: string) => Promise<V>;

/** Makes the value of a key; `last` is the one it had before. */
export type Make<V> = (key: string, read: Read, last: V | undefined) => V | Promise<V>;

/**
 * Values of one kind, by key. Each is made when it is first asked for and kept until something it was made from has
 * changed, which it knows because it read all of that through `read`.
 *
 * A kind that reads no other is an input: `changed` says that the world outside may have a new value. A value made anew
 * that is the `same` as before stays the same object, and what was made from it stays too.
 */
export class Derived<V> {
  readonly make: Make<V>;
  readonly same: (one: V, other: V) => boolean;
  readonly #values = new Map<string, Value<V>>();

  constructor(make: Make<V>, same: (one: V, other: V) => boolean = Object.is) {
    this.make = make;
    this.same = same;
  }

  get(key: string): Promise<V> {
    return this.at(key).get();
  }

  /** What was made before; undefined where nothing was. Never makes anything. */
  known(key: string): V | undefined {
    return this.#values.get(key)?.known;
  }

  /** True where a value was asked for and is kept. */
  has(key: string): boolean {
    return this.#values.has(key);
  }

  changed(key: string): void {
    this.#values.get(key)?.changed();
  }

  allChanged(): void {
    for (const value of this.#values.values()) value.changed();
  }

  /** Drops a value that is no longer needed; asked for again, it is made without a former value. */
  forget(key: string): void {
    const value = this.#values.get(key);
    if (!value) return;
    value.forgotten = true;
    value.changed();
    this.#values.delete(key);
  }

  at(key: string): Value<V> {
    const known = this.#values.get(key);
    if (known) return known;
    const value = new Value(this, key);
    this.#values.set(key, value);
    return value;
  }
}

/** Another value that a value is made from. */
interface Source {
  readonly forgotten: boolean;
  get(): Promise<unknown>;
  leave(reader: Reader): void;
}

interface Reader {
  changed(): void;
}

/** A value with its sources, each as it was when it was first read. */
interface Made<V> {
  readonly value: V;
  readonly sources: readonly (readonly [source: Source, seen: unknown])[];
}

class Value<V> implements Source, Reader {
  forgotten = false;
  readonly #kind: Derived<V>;
  readonly #key: string;
  #readers: Set<Reader> | undefined;
  /** Undefined while the value may have changed; then the values made from it know so too. */
  #answer: Promise<V> | undefined;
  #last: Made<V> | undefined;
  /** Counts how often the value was asked for anew: a change may come while it is being made. */
  #run = 0;

  constructor(kind: Derived<V>, key: string) {
    this.#kind = kind;
    this.#key = key;
  }

  get(): Promise<V> {
    this.#answer ??= this.#renew(++this.#run);
    return this.#answer;
  }

  changed(): void {
    if (!this.#answer) return;
    this.#answer = undefined;
    for (const reader of this.#readers ?? []) reader.changed();
  }

  get known(): V | undefined {
    return this.#last?.value;
  }

  leave(reader: Reader): void {
    this.#readers?.delete(reader);
  }

  async #renew(run: number): Promise<V> {
    try {
      const last = this.#last;
      if (last && (await unchanged(last))) return last.value;
      const sources = new Map<Source, unknown>();
      const read: Read = async (from, key) => {
        const source = from.at(key);
        source.#readers ??= new Set();
        source.#readers.add(this);
        const value = await source.get();
        const seen = sources.has(source) ? sources.get(source) : value;
        sources.set(source, seen === value ? value : CHANGED);
        return value;
      };
      const made = await this.#kind.make(this.#key, read, last?.value);
      const value = last && this.#kind.same(last.value, made) ? last.value : made;
      // A later run has read newer sources, so its value counts.
      if (run !== this.#run) return value;
      for (const [source] of this.#last?.sources ?? []) if (!sources.has(source)) source.leave(this);
      this.#last = { value, sources: [...sources] };
      return value;
    } catch (error) {
      // A failure is not kept: the next request may succeed.
      if (run === this.#run) this.changed();
      throw error;
    }
  }
}

/** Seen of a source that had two values while one value was made from it: no later one is the same. */
const CHANGED = Symbol("changed");

/** True where all sources are as they were; an input has none, and only making it anew tells. */
async function unchanged({ sources }: Made<unknown>): Promise<boolean> {
  for (const [source, seen] of sources) {
    if (source.forgotten || (await source.get()) !== seen) return false;
  }
  return sources.length > 0;
}
