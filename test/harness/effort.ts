/** True where every case of an exhaustive test runs: in CI, and at a desk with `EXHAUSTIVE=1`. */
const EXHAUSTIVE = Boolean(process.env["CI"] || process.env["EXHAUSTIVE"]);

/** One case of so many runs at a desk. */
const PART = 5;

/** How many runs a property gets. */
export function runs(all: number): number {
  return EXHAUSTIVE ? all : Math.ceil(all / PART);
}

/** The cases a test goes through: all of them, or every fifth, beginning with the first. */
export function cases<T>(all: readonly T[]): readonly T[] {
  return EXHAUSTIVE ? all : all.filter((_, index) => index % PART === 0);
}
