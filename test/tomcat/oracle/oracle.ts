import { execFile, execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import type { RealTomcat } from "../tomcats.ts";

const script = fileURLToPath(new URL("oracle.sh", import.meta.url));

/** The most one run may print, in bytes. */
const MOST = 2 ** 30;

/** What is printed is text of at most that many bytes. */
const AS_TEXT = { encoding: "utf8", maxBuffer: MOST } as const;

/** Lets real Tomcat read files as the options say; what it prints of each, in their order. `words` may name a list: `@path`. */
export function askTomcat<Verdict>({ jars }: RealTomcat, ...words: readonly string[]): readonly Verdict[] {
  return verdictsIn(execFileSync(script, [jars.join(":"), ...words], AS_TEXT));
}

/** The same beside other Tomcats: starts mostly wait. */
export async function askTomcatBeside<Verdict>(
  { jars }: RealTomcat,
  ...words: readonly string[]
): Promise<readonly Verdict[]> {
  const { stdout } = await promisify(execFile)(script, [jars.join(":"), ...words], AS_TEXT);
  return verdictsIn(stdout);
}

function verdictsIn<Verdict>(output: string): readonly Verdict[] {
  return output
    .trim()
    .split("\n")
    .map((row): Verdict => JSON.parse(row));
}
