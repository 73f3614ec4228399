import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "../../server/src/rules/index.ts";
import { bytesOf, loadedBy } from "../harness/loaded.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));

/** A rule with its English messages, in bytes: a new one needs no other limit. */
const OF_RULES = 1150 * rules.length;
/** The most that a start reads, in bytes. */
const SERVER = 506_500 + OF_RULES;
const CHECK = 645_000 + OF_RULES;
const LIBRARY = 227_000 + OF_RULES;

const dist = join(root, "dist");
const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-bundles-"));
after(() => rmSync(folder, { recursive: true, force: true }));

describe("what a start reads of the bundles", () => {
  test("the server: nothing that answers a request", () => {
    const loaded = loadedBy(join(dist, "server.cjs"), ["--stdio"]);
    assert.ok(loaded.has("core.cjs"), [...loaded.keys()].join());
    assert.ok(bytesOf(loaded) < SERVER, `${bytesOf(loaded)} bytes: ${[...loaded.keys()]}`);
  });

  test("a check of one file: no other command, and no explanations", () => {
    const file = join(folder, "conf", "server.xml");
    mkdirSync(join(folder, "conf"));
    writeFileSync(file, '<Server><Service name="a"><Engine name="a" defaultHost="b"/></Service></Server>');
    const loaded = loadedBy(join(dist, "cli.cjs"), ["check", "--lang", "en", file]);
    assert.ok(loaded.has("schema-data-tomcat.json"), [...loaded.keys()].join());
    assert.ok(!loaded.has("core.ko.cjs"), "Korean texts");
    assert.ok(bytesOf(loaded) < CHECK, `${bytesOf(loaded)} bytes: ${[...loaded.keys()]}`);
  });

  test("a check in Korean: its texts too", () => {
    const file = join(folder, "conf", "server.xml");
    const loaded = loadedBy(join(dist, "cli.cjs"), ["check", "--lang", "ko", file]);
    assert.ok(loaded.has("core.ko.cjs"), [...loaded.keys()].join());
  });

  test("the library", () => {
    const loaded = loadedBy(join(dist, "library.cjs"), []);
    assert.ok(bytesOf(loaded) < LIBRARY, `${bytesOf(loaded)} bytes: ${[...loaded.keys()]}`);
  });
});

/** Files of the bundles that one names. */
function namedIn(file: string): readonly string[] {
  const names = readFileSync(join(dist, file), "utf8").matchAll(
    /[`"'](?:(?:\.\/)?([\w.-]+\.cjs)|\.\/([\w-]+\.json))[`"']/g,
  );
  return [...names].flatMap(([, program, data]) => program ?? data ?? []);
}

/** All files that these programs may read while they run. */
function reachedFrom(...programs: readonly string[]): readonly string[] {
  const found = new Set(programs);
  for (const file of found) for (const name of namedIn(file)) found.add(name);
  return [...found].sort();
}

/** The bundles in a list of files. */
function bundlesIn(paths: readonly string[]): readonly string[] {
  return paths.flatMap((path) => /^dist\/([^/]+\.(?:cjs|json))$/.exec(path)?.[1] ?? []).sort();
}

/** Runs a program that packages bring; gives what it printed. */
function output(command: string, ...words: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command, words, {
    cwd: root,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

describe("a package has every file that its programs read, and no other", () => {
  test("of the extension", () => {
    const shipped = output(join(root, "node_modules/.bin/vsce"), "ls", "--no-dependencies").split(/\r?\n/);
    assert.deepEqual(bundlesIn(shipped), reachedFrom("extension.cjs", "server.cjs", "mcp.cjs", "thread.cjs"));
    for (const view of ["topology-view", "timeline-view"]) assert.ok(shipped.includes(`dist/${view}.js`), view);
  });

  test("of the command line", () => {
    const [npm] = JSON.parse(output("npm", "pack", "--dry-run", "--json", "--ignore-scripts"));
    const shipped: readonly string[] = npm.files.map(({ path }: { path: string }) => path);
    assert.deepEqual(bundlesIn(shipped), reachedFrom("cli.cjs", "server.cjs", "library.cjs", "thread.cjs"));
  });
});
