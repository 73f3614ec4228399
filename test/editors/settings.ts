import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { bundledServer } from "../harness/client.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

/** The settings the README has below a line that begins so, as they stand there. */
export function settingsBelow(heading: string): string {
  const at = readme.indexOf(`\n${heading}`);
  const text = at < 0 ? undefined : /^```.*\n([\s\S]*?)^```$/m.exec(readme.slice(at))?.[1];
  assert.ok(text, `the README has no settings below ${heading}`);
  return text;
}

/** Puts the command that users install into a folder; gives the environment in which it is found. */
export function withCommand(folder: string): NodeJS.ProcessEnv {
  const bin = join(folder, "bin");
  const command = join(bin, "tomcat-cluster-language-server");
  mkdirSync(bin, { recursive: true });
  writeFileSync(command, `#!/bin/sh\nexec "${process.execPath}" "${bundledServer}" "$@"\n`);
  chmodSync(command, 0o755);
  return { ...process.env, PATH: `${bin}:${process.env["PATH"]}` };
}
