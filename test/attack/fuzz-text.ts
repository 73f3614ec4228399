/** Random numbers from a seed: the same seed makes the same run. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to 1, without 1 (mulberry32). */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }

  below(limit: number): number {
    return Math.floor(this.next() * limit);
  }

  pick<T>(items: readonly T[]): T {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new RangeError("nothing to pick from");
    return item;
  }
}

export interface Place {
  readonly line: number;
  readonly character: number;
}

/** A text with the lines LSP counts: after CR LF, LF and CR. Written apart from the server's own. */
export class FuzzText {
  readonly text: string;
  readonly starts: readonly number[];

  constructor(text: string) {
    this.text = text;
    this.starts = [0, ...[...text.matchAll(/\r\n|\n|\r/g)].map(({ index, 0: end }) => index + end.length)];
  }

  /** The end of a line, before its line break. */
  lengthOf(line: number): number {
    const start = this.starts[line] ?? 0;
    return this.text.slice(start, this.starts[line + 1]).replace(/\r?\n$|\r$/, "").length;
  }

  placeOf(offset: number): Place {
    let low = 0;
    let high = this.starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    const character = Math.min(offset - (this.starts[low] ?? 0), this.lengthOf(low));
    return { line: low, character };
  }

  offsetOf({ line, character }: Place): number {
    return (this.starts[line] ?? 0) + character;
  }

  /** Why a place is not in this text; undefined where it is. */
  problemOf({ line, character }: Place): string | undefined {
    if (!Number.isInteger(line) || !Number.isInteger(character)) return `${line}:${character} is no place`;
    if (line < 0 || line >= this.starts.length) return `line ${line} of ${this.starts.length}`;
    if (character < 0 || character > this.lengthOf(line)) {
      return `character ${character} of ${this.lengthOf(line)} in line ${line}`;
    }
    return undefined;
  }
}

/** What is typed and pasted: parts of XML, whole and broken, and what counts characters in another way. */
const PIECES = [
  ..."<>/=\"'&; \t\n!-[]?$#{}aZ0.:",
  "\r\n",
  "\r",
  "é",
  "한",
  "😀",
  "\u2028",
  "\ufeff",
  "\u0000",
  "<!--",
  "-->",
  "<![CDATA[",
  "]]>",
  "<?xml version='1.0'?>",
  "<!DOCTYPE Server [<!ENTITY a 'b'>]>",
  "&a;",
  "&#x41;",
  "${port}",
  "${",
  "</",
  "/>",
  "<Cluster",
  '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>',
  '<Member className="org.apache.catalina.tribes.membership.StaticMember" host="10.0.0.1" port="4000"/>',
  "</Cluster>",
  ' channelSendOptions="6"',
  ' className="',
  '<Valve className="org.apache.catalina.ha.tcp.ReplicationValve" filter="(a+)+$"/>',
  "<!-- tomcat-cluster-disable jvm-route-missing: why not -->",
  "<distributable/>",
] as const;

/** A text longer than this is cut: what grows without end is another test's. */
const LONGEST = 40_000;

export interface Edit {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Something a hand or a program does to a text; `before` is what it can go back to. */
export function randomEdit(random: Random, text: string, before: string): Edit {
  const at = random.below(text.length + 1);
  if (text.length > LONGEST) return { start: 0, end: text.length, text: before };
  switch (random.below(12)) {
    case 0:
      return { start: at, end: Math.min(text.length, at + random.below(200)), text: "" };
    case 1: {
      // A part of it once more, somewhere else.
      const from = random.below(text.length + 1);
      return { start: at, end: at, text: text.slice(from, from + random.below(400)) };
    }
    case 2:
      return random.below(60) === 0
        ? { start: 0, end: text.length, text: before }
        : { start: at, end: Math.min(text.length, at + 1), text: random.pick(PIECES) };
    case 3:
    case 4:
      return { start: at, end: Math.min(text.length, at + 1), text: "" };
    default:
      return { start: at, end: at, text: random.pick(PIECES) };
  }
}
