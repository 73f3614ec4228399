import "mocha/mocha.js";

/** Entry of the suite in a browser, where there are no files to look for: what runs there is listed. */
export async function run(): Promise<void> {
  // As on the desktop: longer than what a test waits for by itself, which then says what it waited for.
  mocha.setup({ ui: "bdd", timeout: 120_000, color: false, reporter: "spec" });
  await import("../agent.suite.ts");
  await import("../editing.suite.ts");
  await import("../effective.suite.ts");
  await import("../pages.suite.ts");
  await import("../structure.suite.ts");
  await import("./machine.suite.ts");
  const { failures, passes } = await new Promise<Mocha.Stats>((done) => {
    const runner = mocha.run(() => done(runner.stats ?? { ...EMPTY }));
  });
  // The workbench takes an extension host that died for a success: this line is the proof that the suite came to its end.
  console.log(`SUITE ${passes} passed, ${failures} failed`);
  if (failures > 0) throw new Error(`${failures} failed`);
}

const EMPTY: Mocha.Stats = { suites: 0, tests: 0, passes: 0, pending: 0, failures: 1 };
