import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { Derived } from "../../../server/src/workspace/derived.ts";
import { runs } from "../../harness/effort.ts";

/** An input that counts how often it is read. */
function inputOf(world: Map<string, number>) {
  let reads = 0;
  const input = new Derived((key) => {
    reads++;
    return world.get(key) ?? 0;
  });
  return { input, reads: () => reads };
}

test("a value is made once, and anew only when something it read has changed", async () => {
  const world = new Map([
    ["a", 1],
    ["b", 2],
  ]);
  const { input } = inputOf(world);
  const made: string[] = [];
  const double = new Derived<number>(async (key, read) => {
    made.push(key);
    return 2 * (await read(input, key));
  });
  assert.deepEqual(await Promise.all([double.get("a"), double.get("a"), double.get("b")]), [2, 2, 4]);
  world.set("a", 5);
  assert.equal(await double.get("a"), 2, "nothing said that the input changed");
  input.changed("a");
  assert.deepEqual([await double.get("a"), await double.get("b")], [10, 4]);
  assert.deepEqual(made, ["a", "b", "a"]);
});

test("what comes out the same stops a change", async () => {
  const world = new Map([["n", 3]]);
  const { input, reads } = inputOf(world);
  const odd = new Derived<boolean>(async (key, read) => (await read(input, key)) % 2 === 1);
  let made = 0;
  const word = new Derived<string>(async (key, read) => {
    made++;
    return (await read(odd, key)) ? "odd" : "even";
  });
  assert.equal(await word.get("n"), "odd");
  world.set("n", 5);
  input.changed("n");
  assert.equal(await word.get("n"), "odd");
  assert.equal(made, 1);
  assert.equal(reads(), 2);
  input.changed("n");
  world.set("n", 6);
  assert.equal(await word.get("n"), "even");
});

test("a change while a value is being made is seen by the next request", async () => {
  let world = 1;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const input = new Derived(() => world);
  let first = true;
  const slow = new Derived<number>(async (key, read) => {
    const before = await read(input, key);
    if (first) {
      first = false;
      await held;
    }
    return before * 100 + (await read(input, key));
  });
  const early = slow.get("");
  await Promise.resolve();
  await new Promise((resolve) => setImmediate(resolve));
  world = 2;
  input.changed("");
  const late = slow.get("");
  release();
  assert.equal(await early, 102, "it read both states");
  assert.equal(await late, 202);
  assert.equal(await slow.get(""), 202);
});

test("a value that read two states of a source is not kept for either", async () => {
  let world = 1;
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const input = new Derived(() => world);
  const slow = new Derived<number>(async (key, read) => {
    const before = await read(input, key);
    await held;
    return before * 100 + (await read(input, key));
  });
  const early = slow.get("");
  await new Promise((resolve) => setImmediate(resolve));
  world = 2;
  input.changed("");
  release();
  assert.equal(await early, 102);
  world = 1;
  input.changed("");
  assert.equal(await slow.get(""), 101);
});

test("a failure is not kept", async () => {
  let broken = true;
  const input = new Derived(async () => {
    if (broken) throw new Error("no answer");
    return 1;
  });
  const sum = new Derived<number>(async (key, read) => 1 + (await read(input, key)));
  await assert.rejects(sum.get(""), /no answer/);
  broken = false;
  assert.equal(await sum.get(""), 2);
});

test("what was forgotten is made anew, for its readers too", async () => {
  const world = new Map([["a", 1]]);
  const { input } = inputOf(world);
  const next = new Derived<number>(async (key, read) => 1 + (await read(input, key)));
  assert.equal(await next.get("a"), 2);
  input.forget("a");
  world.set("a", 7);
  assert.equal(await next.get("a"), 8);
  world.set("a", 9);
  input.changed("a");
  assert.equal(await next.get("a"), 10);
});

test("whatever is changed, forgotten and asked for, in any order: the answer is that of a fresh start", async () => {
  const step = fc.oneof(
    fc.record({ kind: fc.constant("set" as const), key: fc.nat(3), to: fc.nat(4) }),
    fc.record({ kind: fc.constant("forget" as const), key: fc.nat(3), to: fc.nat(2) }),
    fc.record({ kind: fc.constant("ask" as const), key: fc.nat(3), to: fc.nat(2) }),
  );
  /** Which values are read depends on values. */
  const kindsOver = (world: readonly number[]) => {
    const input = new Derived((key) => world[Number(key)] ?? 0);
    const small = new Derived<number>(async (key, read) => (await read(input, key)) % 2);
    const chosen = new Derived<number>(async (key, read) => {
      const there = (await read(small, key)) === 0 ? "0" : key;
      return 10 * (await read(input, there)) + (await read(small, "1"));
    });
    return [input, small, chosen] as const;
  };
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 40 }), async (steps) => {
      const world = [0, 0, 0, 0];
      const kinds = kindsOver(world);
      const pending: Promise<unknown>[] = [];
      for (const { kind, key, to } of steps) {
        if (kind === "set") {
          world[key] = to;
          kinds[0].changed(`${key}`);
        } else if (kind === "forget") kinds[to]?.forget(`${key}`);
        else pending.push(kinds[to]?.get(`${key}`) ?? Promise.resolve());
        if (pending.length % 3 === 0) await Promise.all(pending);
      }
      const fresh = kindsOver(world);
      for (const key of ["0", "1", "2", "3"]) {
        for (const [index, kind] of kinds.entries()) assert.equal(await kind.get(key), await fresh[index]?.get(key));
      }
    }),
    { numRuns: runs(5000) },
  );
});
