import assert from "node:assert/strict";
import { join } from "node:path";
import type { PackagedLine } from "../jars.ts";
import type { Place } from "./network.ts";
import { Browser, Tomcat, until, writeBase } from "./tomcat.ts";

/** Two Tomcats, each with its files by their paths. */
export interface Pair {
  readonly line: PackagedLine;
  readonly folder: string;
  readonly places: readonly [Place, Place];
  readonly files: readonly [ReadonlyMap<string, string>, ReadonlyMap<string, string>];
  readonly ports?: readonly [number, number];
}

/** How long a value may take to reach the other node, in milliseconds. */
const PATIENCE = 20_000;

/**
 * A session through a failover: a value set on the first node is read on the second; the first is killed and the value
 * survives; the first comes back and serves it again. Gives back the seconds each part took.
 */
export async function failover({ line, folder, places, files, ports = [8080, 8080] }: Pair): Promise<string> {
  const bases = [join(folder, "node1"), join(folder, "node2")] as const;
  bases.forEach((base, index) => {
    writeBase(base, files[index] ?? new Map());
  });
  const running: Tomcat[] = [];
  const start = async (index: 0 | 1) => {
    const tomcat = new Tomcat({ line, place: places[index], base: bases[index] });
    running.push(tomcat);
    await tomcat.started();
    return tomcat;
  };
  const times: string[] = [];
  let last = performance.now();
  const took = (what: string) => {
    const now = performance.now();
    times.push(`${what} ${((now - last) / 1000).toFixed(1)}`);
    last = now;
  };
  const browser = new Browser(places[1]);
  const shows = (index: 0 | 1, ...entries: readonly string[]) =>
    until(async () => {
      const page = await browser.visit(places[index].address, undefined, ports[index]);
      return entries.every((entry) => page.includes(`<li>${entry}</li>`));
    }, PATIENCE);
  const logs = () => running.map(({ log }, index) => `--- Tomcat ${index + 1}\n${log}`).join("\n");

  try {
    const first = await start(0);
    const second = await start(1);
    took("start");
    await Promise.all([first, second].map((each) => each.says(/Replication member added/)));
    took("meet");

    assert.match(await browser.visit(places[0].address, "apple", ports[0]), /<li>apple<\/li>/, logs());
    const { session } = browser;
    assert.ok(await shows(1, "apple"), `node 2 does not know the session:\n${logs()}`);
    assert.equal(browser.session, session);
    await browser.visit(places[1].address, "pear", ports[1]);
    took("replicate");
    // Whatever is said from here on, the configuration is not to blame for.
    assert.deepEqual([...first.warnings, ...second.warnings], []);

    await first.kill();
    assert.ok(await shows(1, "apple", "pear"), `lost with node 1:\n${logs()}`);
    took("survive");

    const again = await start(0);
    await again.says(/Replication member added/);
    assert.ok(await shows(0, "apple", "pear"), `node 1 came back without the session:\n${logs()}`);
    assert.equal(browser.session, session);
    took("come back");
  } finally {
    await Promise.all(running.map((tomcat) => tomcat.kill()));
  }
  return times.join(", ");
}
