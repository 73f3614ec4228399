import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { RealTomcat } from "../tomcats.ts";

const script = fileURLToPath(new URL("oracle.sh", import.meta.url));

/** The most one run may print, in bytes. */
const MOST = 2 ** 30;

/** Lets real Tomcat read files as the options say; what it prints of each, in their order. `words` may name a list: `@path`. */
export function askTomcat<Verdict>({ jars }: RealTomcat, ...words: readonly string[]): readonly Verdict[] {
  const output = execFileSync(script, [jars.join(":"), ...words], { encoding: "utf8", maxBuffer: MOST });
  return output
    .trim()
    .split("\n")
    .map((row): Verdict => JSON.parse(row));
}
