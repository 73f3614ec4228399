import assert from "node:assert/strict";
import { type ConfigFile, readConfigFile } from "../../server/src/config/file.ts";
import type { Line } from "../../server/src/schema/lines.ts";

export interface Marked {
  readonly file: ConfigFile;
  /** Where `$0` stood. */
  readonly offset: number;
}

/** Reads a configuration with the cursor at `$0`, which is not part of it. */
export function cursor(marked: string, line: Line = "9.0"): Marked {
  const offset = marked.indexOf("$0");
  assert.notEqual(offset, -1, "the text has no $0");
  const text = marked.slice(0, offset) + marked.slice(offset + 2);
  const root = /^<(Cluster|Context)/.exec(text)?.[1]?.toLowerCase() ?? "server";
  const file = readConfigFile(`conf/${root}.xml`, text, { line, release: undefined });
  assert.ok(file, "the text is no configuration of Tomcat's");
  return { file, offset };
}
