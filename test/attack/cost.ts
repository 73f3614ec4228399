import { Session } from "node:inspector/promises";

// From here on V8 counts. What was compiled before has no counters for its blocks: import the code that is measured after
// this file, with `import()`.
const session = new Session();
session.connect();
await session.post("Profiler.enable");
await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });

/**
 * What something costs, counted and not timed: how often each block of JavaScript ran, as V8's coverage counts it, and
 * how many characters and items the built-in functions that hide a loop were given. The same work gives the same number on
 * any machine, however busy it is.
 */
export async function costOf(act: () => unknown): Promise<number> {
  await session.post("Profiler.takePreciseCoverage");
  const builtIns = countBuiltIns();
  try {
    await act();
  } finally {
    builtIns.stop();
  }
  const { result } = await session.post("Profiler.takePreciseCoverage");
  let blocks = 0;
  for (const { functions, url } of result) {
    if (url.startsWith("node:") || url.includes("/test/")) continue;
    for (const { ranges } of functions) for (const { count } of ranges) blocks += count;
  }
  return blocks + builtIns.seen() / CHARACTERS;
}

/** So many characters that a built-in function looks at count as one block. */
const CHARACTERS = 16;

type Method = (this: { readonly length?: number; readonly size?: number }, ...given: unknown[]) => unknown;

/** Wraps what reads or copies a whole text or list. A regular expression counts what it was given, once. */
function countBuiltIns() {
  let seen = 0;
  const wrapped: (() => void)[] = [];
  const wrap = (
    holder: object,
    name: string,
    cost: (self: unknown, given: readonly unknown[], result: unknown) => number,
  ) => {
    const original = Reflect.get(holder, name) as Method;
    Reflect.set(holder, name, function (this: never, ...given: unknown[]) {
      const result = original.apply(this, given);
      seen += cost(this, given, result);
      return result;
    });
    wrapped.push(() => Reflect.set(holder, name, original));
  };
  const whole = (self: unknown) => String(self).length;
  const items = (self: unknown) => (self as { readonly length: number }).length;
  wrap(String.prototype, "indexOf", (self, [, from = 0], found) =>
    found === -1 ? whole(self) - Number(from) : Number(found) - Number(from),
  );
  wrap(String.prototype, "lastIndexOf", (self, [, from], found) => Number(from ?? whole(self)) - Number(found));
  wrap(String.prototype, "includes", whole);
  for (const name of ["replace", "replaceAll", "split", "trim", "trimEnd", "toLowerCase", "match", "search"]) {
    wrap(String.prototype, name, whole);
  }
  wrap(RegExp.prototype, "test", (self, [text]) =>
    (self as RegExp).global || (self as RegExp).sticky ? 0 : String(text).length,
  );
  // A slice shares the text it is cut from, but who cuts it looks at it.
  wrap(String.prototype, "slice", (_, __, cut) => whole(cut));
  for (const name of ["indexOf", "includes", "slice", "concat", "toReversed"]) wrap(Array.prototype, name, items);
  wrap(Array.prototype, "splice", (self, [from], cut) => items(self) + items(cut) - Number(from ?? 0));
  return {
    seen: () => seen,
    stop: () => {
      for (const undo of wrapped) undo();
    },
  };
}
