import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  statSync,
  symlinkSync,
} from "node:fs";
import { describe, test } from "node:test";
import { BROKEN, FIXED, inNewFolder, PROGRAM } from "../harness/shell.ts";

/** A user and a group that need not exist: only numbers count. */
const TOMCAT = { uid: 5001, gid: 5002 };

const root = process.getuid?.() === 0;
const linux = process.platform === "linux";

/** Runs a tool of the system; gives what it printed. */
function tool(command: string, ...words: readonly string[]): string {
  const { status, stdout, stderr } = spawnSync(command, words, { encoding: "utf8" });
  assert.equal(status, 0, `${command}: ${stderr}`);
  return stdout;
}

describe("--fix by root", { skip: root && linux ? false : "needs root on Linux" }, () => {
  const { at, write, run } = inNewFolder();

  test("leaves Tomcat's file to Tomcat's user", () => {
    const path = write("conf/server.xml", BROKEN);
    chownSync(path, TOMCAT.uid, TOMCAT.gid);
    chmodSync(path, 0o640);
    const { ino } = statSync(path);
    run("check", "--fix", "conf");
    const { uid, gid, mode, ino: after } = statSync(path);
    assert.deepEqual({ uid, gid }, TOMCAT);
    assert.equal(mode & 0o7777, 0o640);
    assert.equal(after, ino);
    assert.equal(readFileSync(path, "utf8"), FIXED);
    assert.deepEqual(readdirSync(at("conf")), ["server.xml"]);
  });

  test("keeps extended attributes and access lists", () => {
    const path = write("conf/server.xml", BROKEN);
    tool("setfattr", "-n", "user.note", "-v", "ours", path);
    tool("setfacl", "-m", `u:${TOMCAT.uid}:r`, path);
    const before = [tool("getfattr", "-d", "--absolute-names", path), tool("getfacl", "-p", path)];
    run("check", "--fix", "conf");
    assert.equal(readFileSync(path, "utf8"), FIXED);
    assert.deepEqual([tool("getfattr", "-d", "--absolute-names", path), tool("getfacl", "-p", path)], before);
  });

  test("writes through hard links, symbolic links and bind mounts", () => {
    const path = write("shared/server.xml", BROKEN);
    mkdirSync(at("conf"));
    linkSync(path, at("conf/server-a.xml"));
    symlinkSync("../shared/server.xml", at("conf/server-b.xml"));
    write("conf/server-c.xml", "");
    tool("mount", "--bind", path, at("conf/server-c.xml"));
    try {
      run("check", "--fix", "conf");
      for (const name of ["server-a.xml", "server-b.xml", "server-c.xml"]) {
        assert.equal(readFileSync(at("conf", name), "utf8"), FIXED, name);
      }
      assert.equal(readFileSync(path, "utf8"), FIXED);
      assert.equal(statSync(path).nlink, 2);
      assert.equal(readlinkSync(at("conf/server-b.xml")), "../shared/server.xml");
    } finally {
      tool("umount", at("conf/server-c.xml"));
    }
  });

  test("does not forget that a file is read-only", () => {
    const path = write("conf/server.xml", BROKEN);
    chmodSync(path, 0o444);
    const { status, stderr } = run("check", "--fix", "conf");
    assert.equal(status, 2);
    assert.match(stderr, /conf\/server\.xml: is read-only/);
    assert.equal(readFileSync(path, "utf8"), BROKEN);
  });

  test("by a user who may write the file and not its folder is refused in words", () => {
    const path = write("conf/server.xml", BROKEN);
    for (const each of [at(), at("conf")]) chmodSync(each, 0o755);
    chownSync(path, TOMCAT.uid, TOMCAT.gid);
    const words = ["--reuid", `${TOMCAT.uid}`, "--regid", `${TOMCAT.gid}`, "--clear-groups", "--", process.execPath];
    const { status, stderr } = spawnSync("setpriv", [...words, PROGRAM, "check", "--fix", path], { encoding: "utf8" });
    assert.equal(status, 2, stderr);
    assert.match(stderr, /server\.xml: was not written: the folder .*\/conf must be writable too/);
    assert.equal(readFileSync(path, "utf8"), BROKEN);
  });

  test("says that the file system is read-only", () => {
    const path = write("conf/server.xml", BROKEN);
    tool("mount", "--bind", at("conf"), at("conf"));
    try {
      tool("mount", "-o", "remount,ro,bind", at("conf"));
      const { status, stderr } = run("check", "--fix", "conf");
      assert.equal(status, 2);
      assert.match(stderr, /^conf\/server\.xml: the file system is read-only$/m);
    } finally {
      tool("umount", at("conf"));
    }
    assert.equal(readFileSync(path, "utf8"), BROKEN);
  });

  test("loses nothing on a disk without room for a longer text", () => {
    mkdirSync(at("disk"));
    tool("mount", "-t", "tmpfs", "-o", "size=48k", "none", at("disk"));
    try {
      // One page is left for the draft, which needs more.
      const long = BROKEN + " ".repeat(30_000);
      const path = write("disk/server.xml", long);
      const { status, stderr } = run("check", "--fix", "disk");
      assert.equal(status, 2);
      assert.match(stderr, /disk\/server\.xml: no space is left/);
      assert.equal(readFileSync(path, "utf8"), long);
      assert.deepEqual(readdirSync(at("disk")), ["server.xml"]);
    } finally {
      tool("umount", at("disk"));
    }
  });

  test("takes back what did not fit, where only the draft had room", () => {
    mkdirSync(at("disk"));
    // Four pages: one for the file, three for the draft, none for two quotes more.
    tool("mount", "-t", "tmpfs", "-o", "size=16k", "none", at("disk"));
    try {
      const page = BROKEN + " ".repeat(4096 - BROKEN.length);
      const path = write("disk/server.xml", page);
      const { status, stderr } = run("check", "--fix", "disk");
      assert.equal(status, 2);
      assert.match(stderr, /^disk\/server\.xml: no space is left on the disk$/m);
      assert.equal(readFileSync(path, "utf8"), page);
      assert.deepEqual(readdirSync(at("disk")), ["server.xml"]);
    } finally {
      tool("umount", at("disk"));
    }
  });
});

describe("what a local user can put in the way", { skip: linux ? false : "needs Linux" }, () => {
  const { at, write, run, shell } = inNewFolder();

  test("no draft is opened through a link that waits for it", () => {
    write("conf/server.xml", BROKEN);
    const precious = write("precious", "precious");
    // The names of drafts were a process id, which `exec` keeps.
    const { status } = shell("ln -s ../precious conf/server.xml.$$.tmp; exec $CHECK --fix conf");
    assert.equal(status, 1);
    assert.equal(readFileSync(precious, "utf8"), "precious");
    assert.equal(readFileSync(at("conf/server.xml"), "utf8"), FIXED);
    assert.equal(lstatSync(at("conf/server.xml")).isFile(), true);
  });

  test("a report goes to the file of its name, and replaces no link by a file", () => {
    write("conf/server.xml", BROKEN);
    write("reports/real.json", "old");
    symlinkSync("reports/real.json", at("report.json"));
    run("check", "conf", "--format", "json", "--output", "report.json");
    assert.equal(JSON.parse(readFileSync(at("reports/real.json"), "utf8")).version, 1);
    assert.equal(readlinkSync(at("report.json")), "reports/real.json");
    assert.deepEqual(readdirSync(at("reports")), ["real.json"]);
  });

  test("a pipe as the place of a report gets the report", () => {
    write("conf/server.xml", BROKEN);
    const { stdout } = shell(`$CHECK conf --format json --output >(cat) --format compact --output /dev/null`);
    assert.equal(JSON.parse(stdout).version, 1);
  });

  for (const [what, baseline] of [
    ["a way out", "../precious"],
    ["an absolute path", "/tmp/precious"],
    ["a way out for Windows", "..\\precious"],
  ] as const) {
    test(`${what} as the baseline of a configuration is a mistake`, () => {
      write("project/conf/server.xml", BROKEN);
      const precious = write("precious", "precious");
      write("project/.tomcat-cluster.json", JSON.stringify({ baseline }));
      const { status, stderr } = run("check", "project", "--update-baseline");
      assert.equal(status, 2);
      assert.match(stderr, /project\/\.tomcat-cluster\.json:1: .*below this folder/);
      assert.equal(readFileSync(precious, "utf8"), "precious");
      assert.deepEqual(readdirSync(at("project")).sort(), [".tomcat-cluster.json", "conf"]);
    });
  }

  for (const [what, baseline] of [
    ["folder", "out/precious"],
    ["file", "link"],
  ] as const) {
    test(`a baseline behind a link to a ${what} outside is left alone`, () => {
      write("project/conf/server.xml", BROKEN);
      const precious = write("elsewhere/precious", "precious");
      symlinkSync("../elsewhere", at("project/out"));
      symlinkSync("../elsewhere/precious", at("project/link"));
      write("project/.tomcat-cluster.json", JSON.stringify({ baseline }));
      const { status, stderr } = run("check", "project", "--update-baseline");
      assert.equal(status, 2);
      assert.match(stderr, /is not below the folder/);
      assert.equal(readFileSync(precious, "utf8"), "precious");
    });
  }

  test("a baseline in the folder of its configuration is written", () => {
    write("project/conf/server.xml", BROKEN);
    write("project/.tomcat-cluster.json", JSON.stringify({ baseline: "sub/../accepted.json" }));
    mkdirSync(at("project/sub"));
    assert.equal(run("check", "project", "--update-baseline").status, 0);
    assert.equal(JSON.parse(readFileSync(at("project/accepted.json"), "utf8")).version, 1);
    assert.equal(run("check", "project").status, 0);
  });
});
