import { readdirSync } from "node:fs";
import { join } from "node:path";

/** Entry of the suite, called inside VS Code. */
export async function run(): Promise<void> {
  // Mocha is a module; VS Code 1.100 gives an empty object for a require of it.
  const { default: Mocha } = await import("mocha");
  const mocha = new Mocha({ ui: "bdd", timeout: 120_000, color: false, reporter: "spec" });
  for (const name of readdirSync(__dirname)) {
    if (name.endsWith(".suite.cjs")) mocha.addFile(join(__dirname, name));
  }
  const failures = await new Promise<number>((done) => mocha.run(done));
  if (failures > 0) throw new Error(`${failures} failed`);
}
