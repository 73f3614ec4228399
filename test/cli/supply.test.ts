import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { describe, test } from "node:test";
import { parse } from "yaml";
import { foldersOf, noticesOf, packagesIn } from "../../tools/notices.mjs";

const NOTICES = "dist/THIRD-PARTY-NOTICES.txt";

/** The packages that the sources import; the playground has notices of its own (`test/host/playground.test.ts`). */
function imported(): readonly string[] {
  const names = new Set<string>();
  for (const folder of ["client/src", "server/src"]) {
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      if (!name.endsWith(".ts") || name.startsWith("playground")) continue;
      const text = readFileSync(join(folder, name), "utf8");
      for (const [, path = ""] of text.matchAll(/(?:from |import\()"([^."][^"]*)"/g)) {
        const [first = "", second = ""] = path.split("/");
        if (!first.startsWith("node:") && first !== "vscode")
          names.add(first.startsWith("@") ? `${first}/${second}` : first);
      }
    }
  }
  return [...names];
}

/** Runs a program that packages bring; gives what it printed. */
function output(command: string, ...words: readonly string[]): string {
  const { stdout, stderr, status } = spawnSync(command, words, {
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  assert.equal(status, 0, stderr);
  return stdout;
}

describe("the licences of what is bundled", () => {
  test("are in one file, with the text of each", () => {
    const text = readFileSync(NOTICES, "utf8");
    const names = packagesIn(text).map((each) => each.slice(0, each.lastIndexOf("@")));
    const wanted = imported();
    assert.ok(wanted.length > 15, wanted.join());
    assert.deepEqual(
      wanted.filter((name) => !names.includes(name)),
      [],
    );
    for (const part of text.split(/^={80}$/m).slice(1)) assert.match(part, /permi(t|ssion)|Licen[sc]e/i, part);
  });

  test("are in both packages", () => {
    const vsix = output("node_modules/.bin/vsce", "ls", "--no-dependencies").split(/\r?\n/);
    assert.ok(vsix.includes(NOTICES), vsix.join("\n"));
    const [npm] = JSON.parse(output("npm", "pack", "--dry-run", "--json", "--ignore-scripts"));
    const paths = npm.files.map(({ path }: { path: string }) => path);
    assert.ok(paths.includes(NOTICES), paths.join("\n"));
  });

  test("must be known, permissive and worded", () => {
    const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-notices-"));
    const make = (name: string, manifest: object, text?: string) => {
      const path = join(folder, "node_modules", name);
      mkdirSync(path, { recursive: true });
      writeFileSync(join(path, "package.json"), JSON.stringify(manifest));
      if (text !== undefined) writeFileSync(join(path, "LICENSE.md"), text);
      return path;
    };
    try {
      const good = make("good", { name: "good", version: "1.0.0", license: "MIT" }, "Permission is granted.");
      assert.deepEqual(packagesIn(noticesOf([good])), ["good@1.0.0"]);
      assert.match(noticesOf([good]), /Permission is granted\./);
      const either = make(
        "either",
        { name: "either", version: "2.0.0", license: "(GPL-3.0-only OR MIT)" },
        "Permission.",
      );
      assert.deepEqual(packagesIn(noticesOf([either])), ["either@2.0.0"]);
      assert.throws(
        () => noticesOf([make("both", { name: "both", license: "(GPL-3.0-only AND MIT)" }, "…")]),
        /AND MIT/,
      );
      assert.throws(() => noticesOf([make("free", { name: "free", license: "GPL-3.0-only" }, "…")]), /GPL-3\.0-only/);
      assert.throws(() => noticesOf([make("silent", { name: "silent", license: "MIT" })]), /no file with the text/);
      assert.throws(() => noticesOf([make("unsaid", { name: "unsaid" }, "…")]), /undefined/);
    } finally {
      rmSync(folder, { recursive: true });
    }
    const modules = ["node_modules/@a/b/lib/x.js", "node_modules/a/node_modules/c/x.js", "server/src/x.ts"];
    assert.deepEqual(foldersOf([...modules, resolve(modules[0] ?? "")]), [
      "node_modules/@a/b",
      "node_modules/a/node_modules/c",
    ]);
  });
});

test("every action of others is pinned to a commit", () => {
  for (const path of ["action.yml", ".github/workflows/ci.yml"]) {
    const uses = [...readFileSync(path, "utf8").matchAll(/\buses: (\S+)(.*)/g)];
    assert.ok(parse(readFileSync(path, "utf8")));
    assert.ok(uses.length > 0, path);
    for (const [, action = "", comment = ""] of uses) {
      assert.match(`${action}${comment}`, /^\.|^[\w-]+\/[\w./-]+@[0-9a-f]{40} # v\d/, `${path}: ${action}`);
    }
  }
});
