/** True where every case of an exhaustive test runs: in CI, for one rule, and at a desk with `EXHAUSTIVE=1`. */
const EXHAUSTIVE = ["CI", "EXHAUSTIVE", "RULE"].some((name) => process.env[name]);

/** One run of a property of so many at a desk: enough for tests that count what happened in them. */
const RUNS_PART = 5;
/** One of so many given cases at a desk. */
const CASES_PART = 10;

/** How many runs a property gets. */
export function runs(all: number): number {
  return EXHAUSTIVE ? all : Math.ceil(all / RUNS_PART);
}

/** The cases a test goes through: all of them, or every tenth, beginning with the first. */
export function cases<T>(all: readonly T[]): readonly T[] {
  return EXHAUSTIVE ? all : all.filter((_, index) => index % CASES_PART === 0);
}
