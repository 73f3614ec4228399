import assert from "node:assert/strict";
import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { bundledServer } from "../harness/client.ts";

const readme = readFileSync(new URL("../../README.md", import.meta.url), "utf8");

export const example = readFileSync(new URL("../../examples/node1/conf/server.xml", import.meta.url), "utf8");

/** Writes a cluster of two nodes into a folder; gives their files. In the first, an attribute may follow frequency. */
export function twoNodes(folder: string): readonly string[] {
  const texts = [example.replace('frequency="500"', 'frequency="500" '), example.replace("192.168.56.7", "10.0.0.2")];
  return texts.map((text, index) => {
    const file = join(folder, `node${index + 1}`, "conf", "server.xml");
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
    return file;
  });
}

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
