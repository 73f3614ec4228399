import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));
const ANSWERS = [
  "--membership",
  "static",
  "--send",
  "async",
  "--manager",
  "delta",
  "--encrypt",
  "--tomcat-version",
  "9.0",
];
const HOSTS = ["--nodes", "2", "--host", "192.168.56.7", "--host", "192.168.56.8"];
const SERVER =
  '<Server><Service name="a">\n  <Engine name="a" defaultHost="h"><Host name="h"/></Engine>\n</Service></Server>\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tomcat-new-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function run(...words: readonly string[]) {
  const env = { ...process.env, LANG: "C" };
  const result = spawnSync(process.execPath, [program, ...words], { cwd: folder, encoding: "utf8", env });
  assert.doesNotMatch(result.stderr, /^\s+at .*:\d+:\d+/m, "a stack trace");
  return result;
}

const files = () =>
  readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((path) => statSync(join(folder, path)).isFile());
const read = (path: string) => readFileSync(join(folder, path), "utf8");

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

describe("tomcat-cluster new", () => {
  test("writes a folder for each node, which has nothing to find", () => {
    const { status, stderr } = run("new", "shop", ...HOSTS, ...ANSWERS);
    assert.equal(status, 0, stderr);
    const ofNode = [
      "conf/catalina.properties",
      "conf/server.xml",
      "webapps/ROOT/WEB-INF/web.xml",
      "webapps/ROOT/index.jsp",
    ];
    assert.deepEqual(
      files().sort(),
      ["node1", "node2"].flatMap((node) => ofNode.map((path) => `shop/${node}/${path}`)),
    );
    assert.equal(run("check", "--tomcat-version", "9.0", "shop").status, 0);
  });

  test("gives a key the readers of server.xml, and names all others who can read it", {
    skip: process.platform === "win32" || process.getuid?.() !== 0 ? "needs root" : false,
  }, () => {
    for (const node of ["a", "b"]) {
      write(`${node}/conf/server.xml`, SERVER);
      chownSync(join(folder, node, "conf/server.xml"), 0, 5002);
      chmodSync(join(folder, node, "conf/server.xml"), 0o640);
    }
    write("b/conf/catalina.properties", "a=b\n");
    chmodSync(join(folder, "b/conf/catalina.properties"), 0o644);
    const into = ["a", "b"].flatMap((node) => ["--into", `${node}/conf/server.xml`]);
    const { status, stdout, stderr } = run("new", ...into, ...HOSTS, ...ANSWERS);
    assert.equal(status, 0, stderr);
    const rights = (path: string) => {
      const { uid, gid, mode } = statSync(join(folder, path));
      return [uid, gid, (mode & 0o777).toString(8)];
    };
    assert.deepEqual(rights("a/conf/catalina.properties"), [0, 5002, "640"]);
    assert.deepEqual(rights("a/conf/server.xml"), [0, 5002, "640"]);
    // Tomcat's user may be one of the others: nothing is taken from a file that is there.
    assert.deepEqual(rights("b/conf/catalina.properties"), [0, 0, "644"]);
    assert.match(stderr, /^b\/conf\/catalina\.properties: holds the cluster's key, and every user .*\(mode 644\)/);
    assert.equal(stderr.split("\n").length, 2, stderr);
    assert.match(stdout, /only Tomcat's user should be able to read/);
  });

  test("gives all nodes one key, which only its owner can read", { skip: process.platform === "win32" }, () => {
    run("new", "shop", ...HOSTS, ...ANSWERS);
    const [one, two] = ["node1", "node2"].map((node) => `shop/${node}/conf/catalina.properties`);
    assert.ok(one && two);
    assert.equal(read(one), read(two));
    assert.match(read(one), /^cluster\.key=[0-9a-f]{64}$/m);
    assert.equal(statSync(join(folder, one)).mode & 0o777, 0o600);
    run("new", "other", ...HOSTS, ...ANSWERS);
    assert.notEqual(read("other/node1/conf/catalina.properties"), read(one));
  });

  test("--dry-run writes nothing", () => {
    const { stdout, status } = run("new", "shop", "--dry-run", ...HOSTS, ...ANSWERS);
    assert.equal(status, 0);
    assert.match(stdout, /^==> shop\/node2\/conf\/server\.xml$/m);
    assert.deepEqual(files(), []);
  });

  test("--dry-run shows no password of a file that is there", () => {
    for (const node of ["a", "b"]) write(`${node}/conf/server.xml`, SERVER);
    write("a/conf/catalina.properties", "db.password=tops3cret\nother=shown\n");
    const into = ["a", "b"].flatMap((node) => ["--into", `${node}/conf/server.xml`]);
    const { stdout, stderr } = run("new", ...into, "--dry-run", ...HOSTS, ...ANSWERS);
    assert.match(stdout, /^db\.password=\*+\nother=shown\n/m, stderr);
    assert.doesNotMatch(stdout, /tops3cret/);
  });

  test("never overwrites without --force", () => {
    write("shop/node2/conf/server.xml", "<mine/>");
    const { status, stderr } = run("new", "shop", ...HOSTS, ...ANSWERS);
    assert.equal(status, 2);
    assert.match(stderr, /there already:\n {2}shop\/node2\/conf\/server\.xml\n/);
    assert.deepEqual(files(), ["shop/node2/conf/server.xml"]);
    assert.equal(run("new", "shop", "--force", ...HOSTS, ...ANSWERS).status, 0);
    assert.match(read("shop/node2/conf/server.xml"), /<Cluster /);
  });

  test("takes names and ports", () => {
    const machine = ["--nodes", "2", "--host", "10.0.0.5", "--name", "red", "--name", "blue", "--http-port", "80"];
    assert.equal(run("new", ".", ...machine, ...ANSWERS, "--receiver-port", "5000").status, 0);
    assert.match(read("red/conf/server.xml"), /<Connector port="80"[\s\S]*jvmRoute="red"[\s\S]*port="5000"/);
    assert.match(read("blue/conf/server.xml"), /<Server port="8105"[\s\S]*<Connector port="8180"[\s\S]*port="4100"/);
  });

  test("puts the cluster into files that are there", () => {
    for (const path of ["a/conf/server.xml", "b/conf/server.xml"]) write(path, SERVER);
    write("a/webapps/shop/WEB-INF/web.xml", "<web-app></web-app>");
    const into = ["--into", "a/conf/server.xml", "--into", "b/conf/server.xml"];
    const all = ["new", ...into, "--distributable", "a/webapps/shop/WEB-INF/web.xml", ...HOSTS, ...ANSWERS];
    const { status, stderr } = run(...all);
    assert.equal(status, 0, stderr);
    assert.match(
      read("b/conf/server.xml"),
      /<Engine name="a" defaultHost="h" jvmRoute="node2"><Cluster [\s\S]*<Host name="h"\/><\/Engine>/,
    );
    assert.match(read("a/webapps/shop/WEB-INF/web.xml"), /<distributable\/>/);
    assert.equal(run("check", "--tomcat-version", "9.0", ".").status, 0);

    const again = run(...all);
    assert.equal(again.status, 2);
    assert.match(again.stderr, /a\/conf\/server\.xml: has a Cluster already/);
    assert.equal(run(...all, "--replace").status, 0);
    assert.equal(read("b/conf/server.xml").match(/<Cluster /g)?.length, 1);
  });

  test("writes nothing at all where one file cannot be", () => {
    write("a/conf/server.xml", SERVER);
    write("b/conf/server.xml", "<Server><Service>");
    const { status, stderr } = run(
      "new",
      "--into",
      "a/conf/server.xml",
      "--into",
      "b/conf/server.xml",
      ...HOSTS,
      ...ANSWERS,
    );
    assert.equal(status, 2);
    assert.match(stderr, /b\/conf\/server\.xml: has a mistake on line 1/);
    assert.equal(read("a/conf/server.xml"), SERVER);
    assert.equal(existsSync(join(folder, "a/conf/catalina.properties")), false);
  });

  for (const [what, words, said] of [
    [
      "says what is missing where it cannot ask",
      ["new", "shop"],
      "--tomcat-version, --membership, --host, --send, --manager, --encrypt",
    ],
    ["needs a place", ["new", ...HOSTS, ...ANSWERS], "Name a folder"],
    ["counts", ["new", "shop", "--nodes", "3", ...HOSTS.slice(2), ...ANSWERS], "--nodes 3, but 2 addresses"],
    ["knows addresses", ["new", "shop", "--host", "0.0.0.0,10.0.0.1", ...ANSWERS], "0.0.0.0 is no address"],
    ["keeps in its folder", ["new", "shop", ...HOSTS, ...ANSWERS, "--name", "../x"], "cannot be a node's name"],
    [
      "knows what a line has",
      ["new", "shop", "--membership", "dns", "--tomcat-version", "8.5"],
      "membership is one of",
    ],
  ] as const) {
    test(what, () => {
      const { status, stderr } = run(...words);
      assert.equal(status, 2);
      assert.ok(stderr.includes(said), stderr);
      assert.deepEqual(files(), []);
    });
  }

  test("speaks Korean", () => {
    assert.match(run("new", "shop", "--lang", "ko", ...HOSTS, ...ANSWERS).stdout, /모든|폴더마다/);
  });
});
