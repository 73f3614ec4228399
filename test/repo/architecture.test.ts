import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));

/** Where a path of a document may begin. */
const STARTS = ["", "server/src/", "server/src/entry/", "server/src/features/", "server/src/config/", "test/tomcat/"];

const ENDINGS = /\.(?:ts|mts|mjs|java|sh|md|json|yml)$/;

/** Files of users, which documents name beside ours. */
const OF_USERS = new Set([".tomcat-cluster.json", "package.json", "NAME.fixed.diff"]);

describe("every file that a document for contributors names is there", () => {
  const tracked = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  const names = new Set(
    tracked
      .trim()
      .split("\n")
      .map((path) => basename(path)),
  );

  for (const [document, least] of [
    ["ARCHITECTURE.md", 100],
    ["CONTRIBUTING.md", 20],
  ] as const)
    test(document, () => {
      const text = readFileSync(`${ROOT}${document}`, "utf8");
      const named = [...text.matchAll(/`([\w./-]+)[^`]*`/g)].flatMap(([, path]) => path ?? []);
      const paths = named.filter((path) => ENDINGS.test(path) && !OF_USERS.has(path));
      assert.ok(paths.length >= least, `only ${paths.length} paths seen`);
      const isThere = (path: string) =>
        path.includes("/") ? STARTS.some((start) => existsSync(`${ROOT}${start}${path}`)) : names.has(path);
      assert.deepEqual(
        paths.filter((path) => !isThere(path)),
        [],
      );
    });
});
