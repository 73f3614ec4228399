import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { RealTomcat } from "../tomcats.ts";

const script = fileURLToPath(new URL("oracle.sh", import.meta.url));

/** The most one run may print, in bytes. */
const MOST = 2 ** 30;

/** What it prints of a file it only reads; only what is looked at. */
export interface ReadVerdict {
  readonly parsed: boolean;
  readonly exception?: unknown;
  readonly logs?: readonly { readonly level: string; readonly kind: string; readonly msg?: string }[];
}

/** Rules that speak of what Tomcat does while it reads the file: their errors must come true there. */
export const READING: ReadonlySet<string> = new Set(["class-name-missing", "class-not-found", "class-misplaced"]);

/** Lets real Tomcat read files as the options say; what it prints of each, in their order. `words` may name a list: `@path`. */
export function askTomcat<Verdict>({ jars }: RealTomcat, ...words: readonly string[]): readonly Verdict[] {
  const output = execFileSync(script, [jars.join(":"), ...words], { encoding: "utf8", maxBuffer: MOST });
  return output
    .trim()
    .split("\n")
    .map((row): Verdict => JSON.parse(row));
}
