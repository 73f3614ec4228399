import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

function run(...words: readonly string[]) {
  return spawnSync(process.execPath, ["dist/cli.cjs", ...words], { cwd: root, encoding: "utf8" });
}

describe("tomcat-cluster check", () => {
  test("finds the example's mistakes and exits with 1", () => {
    const { status, stdout } = run("check", "--lang", "en", "examples");
    assert.equal(status, 1);
    for (const id of [
      "element-replaced",
      "deployer-outside-host",
      "not-distributable",
      "distributable-without-effect",
    ]) {
      assert.ok(stdout.includes(`(${id})`), `${id} is missing in\n${stdout}`);
    }
  });

  test("compares a file that is named with the node beside it, and reports the file alone", () => {
    const { stdout } = run("check", "--lang", "en", "examples/node2/conf/server.xml");
    assert.match(stdout, /node1 has the same Receiver address .*\(port-taken-by-node\)/);
    assert.match(stdout, / in 1 file: /);
  });

  test("speaks Korean", () => {
    assert.match(run("check", "--lang", "ko", "examples").stdout, /복제되지 않습니다/);
  });

  test("exits with 2 on a path that is not there and on words it does not know", () => {
    assert.equal(run("check", "no-such-folder").status, 2);
    assert.equal(run("--wrong").status, 2);
    assert.equal(run().status, 2);
  });

  test("says that it does not check a file that is none of Tomcat's, and exits with 2", () => {
    const named = run("check", "--lang", "en", "package.json", "biome.json");
    assert.equal(named.status, 2);
    assert.match(named.stderr, /^package\.json: was not checked: .*\nbiome\.json: was not checked: /);
    assert.match(run("check", "--lang", "ko", "package.json").stderr, /^package\.json: 검사하지 않았습니다/);
    const allowed = run("check", "--lang", "en", "--allow-empty", "package.json");
    assert.equal(allowed.status, 0);
    assert.match(allowed.stderr, /^package\.json: was not checked: /);
  });

  test("says that a folder has no file of Tomcat's, and exits with 2", () => {
    const { status, stderr } = run("check", "--lang", "en", "client/l10n");
    assert.equal(status, 2);
    assert.match(stderr, /^client\/l10n: no file of Tomcat's is in it or below/);
    assert.equal(run("check", "--allow-empty", "client/l10n").status, 0);
  });

  test("says that a server.xml of a Tomcat before all lines is not checked, and exits with 2", () => {
    const folder = mkdtempSync(join(tmpdir(), "old-"));
    try {
      mkdirSync(join(folder, "conf"));
      writeFileSync(join(folder, "RELEASE-NOTES"), "Apache Tomcat Version 6.0.53\n");
      writeFileSync(join(folder, "conf", "server.xml"), '<Server port="8005"/>');
      const { status, stderr } = run("check", "--lang", "en", folder);
      assert.equal(status, 2);
      assert.match(stderr, /server\.xml: was not checked: it is of a Tomcat before 7\.0 by RELEASE-NOTES/);
      assert.equal(run("check", "--allow-empty", folder).status, 0);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  test("has nothing to say of what Tomcat ships", {
    skip: shipped().length === 0 ? "Debian's tomcat packages are not installed" : false,
  }, () => {
    for (const folder of shipped()) {
      const { status, stdout } = run("check", "--lang", "en", folder);
      assert.equal(status, 0, stdout);
    }
  });
});

/** Folders with the configuration Debian's packages ship. */
function shipped(): readonly string[] {
  const share = "/usr/share";
  if (!existsSync(share)) return [];
  return readdirSync(share)
    .filter((name) => /^tomcat\d+$/.test(name))
    .map((name) => `${share}/${name}/skel/conf`)
    .filter((folder) => existsSync(folder));
}
