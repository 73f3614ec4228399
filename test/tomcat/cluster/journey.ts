import assert from "node:assert/strict";
import { join } from "node:path";
import type { RealTomcat } from "../tomcats.ts";
import type { Place } from "./network.ts";
import { Browser, type Surroundings, Tomcat, until, writeBase } from "./tomcat.ts";

export type Files = ReadonlyMap<string, string>;

/** Two Tomcats, each with its files by their paths. */
export interface Pair {
  readonly tomcat: RealTomcat;
  /** What the nodes run instead, once they have been moved. */
  readonly next?: { readonly tomcat: RealTomcat; readonly files: readonly [Files, Files] };
  readonly folder: string;
  readonly places: readonly [Place, Place];
  readonly files: readonly [Files, Files];
  readonly ports?: readonly [number, number];
  /** What is around each node besides its files. */
  readonly around?: (index: 0 | 1) => Surroundings;
  /** Told before a node starts and after it was killed: which of the two are there. */
  readonly onNodes?: (there: readonly boolean[]) => void;
  /** Warnings that belong to this kind of membership. */
  readonly normal?: RegExp;
}

/** How long a value may take to reach the other node, in milliseconds. */
const PATIENCE = 60_000;
const ADDED = /Replication member added/;
/** What a node says once another one is gone. */
const MISSED = /SimpleTcpCluster Received member disappeared/;

/** The two Tomcats of a pair while they run. */
class Running {
  readonly #pair: Pair;
  readonly #all: Tomcat[] = [];
  readonly #there = [false, false];
  readonly #moved = [false, false];
  readonly browser: Browser;

  constructor(pair: Pair) {
    this.#pair = pair;
    this.browser = new Browser(pair.places[1]);
    for (const index of [0, 1] as const) writeBase(this.#base(index), pair.files[index]);
  }

  #base(index: 0 | 1): string {
    return join(this.#pair.folder, `node${index + 1}`);
  }

  async start(index: 0 | 1): Promise<Tomcat> {
    const { places, around, onNodes, next } = this.#pair;
    const real = this.#moved[index] && next ? next.tomcat : this.#pair.tomcat;
    this.#there[index] = true;
    onNodes?.(this.#there);
    const tomcat = new Tomcat({ real, place: places[index], base: this.#base(index), ...around?.(index) });
    this.#all.push(tomcat);
    await tomcat.started();
    return tomcat;
  }

  async kill(tomcat: Tomcat, index: 0 | 1): Promise<void> {
    await tomcat.kill();
    this.#there[index] = false;
    this.#pair.onNodes?.(this.#there);
  }

  /** Puts the other Tomcat and its files in the place of a node that is down. */
  move(index: 0 | 1): void {
    this.#moved[index] = true;
    if (this.#pair.next) writeBase(this.#base(index), this.#pair.next.files[index]);
  }

  visit(index: 0 | 1, entry?: string): Promise<string> {
    const { places, ports = [8080, 8080] } = this.#pair;
    return this.browser.visit(places[index].address, entry, ports[index]);
  }

  /** True when a node shows these entries in time. */
  shows(index: 0 | 1, entries: readonly string[], patience = PATIENCE): Promise<boolean> {
    return until(async () => {
      const page = await this.visit(index);
      return entries.every((entry) => page.includes(`<li>${entry}</li>`));
    }, patience);
  }

  get logs(): string {
    return this.#all.map(({ log }, index) => `--- Tomcat ${index + 1}\n${log}`).join("\n");
  }

  async end(): Promise<void> {
    await Promise.all(this.#all.map((tomcat) => tomcat.kill()));
  }
}

/**
 * A session through a failover: a value set on the first node is read on the second; the first is killed and the value
 * survives; the first comes back and serves it again. Gives back the seconds each part took.
 */
export async function failover(pair: Pair): Promise<string> {
  const running = new Running(pair);
  const times: string[] = [];
  let last = performance.now();
  const took = (what: string) => {
    const now = performance.now();
    times.push(`${what} ${((now - last) / 1000).toFixed(1)}`);
    last = now;
  };
  try {
    const first = await running.start(0);
    const second = await running.start(1);
    took("start");
    await Promise.all([first, second].map((each) => each.says(ADDED)));
    took("meet");

    // As a user does it: the page is opened, then something is added.
    await running.visit(0);
    assert.match(await running.visit(0, "apple"), /<li>apple<\/li>/, running.logs);
    const { session } = running.browser;
    assert.ok(await running.shows(1, ["apple"]), `node 2 does not know the session:\n${running.logs}`);
    assert.equal(running.browser.session, session);
    await running.visit(1, "pear");
    took("replicate");
    // Whatever is said from here on, the configuration is not to blame for.
    const warnings = [...first.warnings, ...second.warnings];
    assert.deepEqual(
      warnings.filter((each) => !pair.normal?.test(each)),
      [],
    );

    await running.kill(first, 0);
    assert.ok(await running.shows(1, ["apple", "pear"]), `lost with node 1:\n${running.logs}`);
    took("survive");
    // A node that is back before the others missed it finds a BackupManager that still counts on the old one.
    await second.says(MISSED);
    took("miss");

    const again = await running.start(0);
    await again.says(ADDED);
    assert.ok(await running.shows(0, ["apple", "pear"]), `node 1 came back without the session:\n${running.logs}`);
    assert.equal(running.browser.session, session);
    took("come back");
  } finally {
    await running.end();
  }
  return times.join(", ");
}

export interface Trial {
  /** True when the second node showed what the first one was given. */
  readonly replicated: boolean;
  readonly warnings: readonly string[];
}

/** Starts both and sets a value on the first: what comes of it, within `patience` milliseconds. */
export async function trial(pair: Pair, patience: number): Promise<Trial> {
  const running = new Running(pair);
  try {
    const first = await running.start(0);
    const second = await running.start(1);
    assert.match(await running.visit(0, "apple"), /<li>apple<\/li>/, running.logs);
    const replicated = await running.shows(1, ["apple"], patience);
    return { replicated, warnings: [...first.warnings, ...second.warnings] };
  } finally {
    await running.end();
  }
}

/** What became of a session while both nodes were moved, one after the other. */
export interface Moved {
  /** True when the first node, moved, got the session from the second, which was not. */
  readonly fromOld: boolean;
  /** True when what was then set on the moved node reached the one that was not. */
  readonly toOld: boolean;
  /** True when the second node, moved as well, got all of it. */
  readonly kept: boolean;
  readonly warnings: readonly string[];
  readonly logs: string;
}

/**
 * Moves a cluster of two node by node while a session is in use: a node is stopped, gets the other Tomcat, and comes
 * back; then the other one. A session that is lost shows within `patience` milliseconds.
 */
export async function moveNodeByNode(pair: Pair, patience: number): Promise<Moved> {
  const running = new Running(pair);
  try {
    const first = await running.start(0);
    const second = await running.start(1);
    await Promise.all([first, second].map((each) => each.says(ADDED)));
    await running.visit(0);
    await running.visit(0, "apple");
    assert.ok(await running.shows(1, ["apple"]), `node 2 does not know the session before the move:\n${running.logs}`);

    await running.kill(first, 0);
    await second.says(MISSED);
    running.move(0);
    const firstMoved = await running.start(0);
    await until(() => ADDED.test(firstMoved.log), patience);
    const fromOld = await running.shows(0, ["apple"], patience);
    await running.visit(0, "pear");
    const toOld = await running.shows(1, [...(fromOld ? ["apple"] : []), "pear"], patience);

    await running.kill(second, 1);
    await until(() => MISSED.test(firstMoved.log), patience);
    running.move(1);
    const secondMoved = await running.start(1);
    await until(() => ADDED.test(secondMoved.log), patience);
    const kept = await running.shows(1, ["apple", "pear"], patience);
    return { fromOld, toOld, kept, warnings: [...firstMoved.warnings, ...secondMoved.warnings], logs: running.logs };
  } finally {
    await running.end();
  }
}
