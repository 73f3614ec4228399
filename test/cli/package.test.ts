import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

/** The most that is fetched when the package is installed, in bytes. */
const LARGEST = 1_240_000;

const root = fileURLToPath(new URL("../..", import.meta.url));
const project = mkdtempSync(join(tmpdir(), "tomcat-cluster-package-"));

function run(command: string, words: readonly string[], cwd = project): string {
  const { stdout, stderr, status } = spawnSync(command, words, {
    cwd,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  assert.equal(status, 0, stdout + stderr);
  return stdout;
}

interface Packed {
  readonly filename: string;
  readonly size: number;
}

describe("the package for Node, installed into an empty project", () => {
  let packed: Packed;

  before(() => {
    run(process.execPath, ["tools/types.mjs"], root);
    [packed] = JSON.parse(run("npm", ["pack", "--json", "--ignore-scripts", "--pack-destination", project], root));
    writeFileSync(join(project, "package.json"), '{ "private": true, "type": "module" }\n');
    run("npm", ["install", "--offline", "--no-audit", "--no-fund", join(project, packed.filename)]);
  });
  after(() => rmSync(project, { recursive: true, force: true }));

  test("is small, brings no other package and runs nothing when it is installed", () => {
    assert.ok(packed.size <= LARGEST, `${packed.size} bytes`);
    const lock = JSON.parse(readFileSync(join(project, "package-lock.json"), "utf8"));
    assert.deepEqual(Object.keys(lock.packages).sort(), ["", "node_modules/tomcat-cluster"]);
    assert.equal(lock.packages["node_modules/tomcat-cluster"].hasInstallScript, undefined);
  });

  test("brings the command", () => {
    mkdirSync(join(project, "conf"), { recursive: true });
    writeFileSync(join(project, "conf", "server.xml"), '<Server><Service name="a"><Enginee/></Service></Server>');
    const { stdout, status } = spawnSync("npx", ["tomcat-cluster", "check", "conf/server.xml"], {
      cwd: project,
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    assert.equal(status, 1);
    assert.match(stdout, /conf\/server\.xml/);
  });

  test("is a library: files as texts in, findings as plain data out", () => {
    const program = `
      import { check } from "tomcat-cluster";
      const node = (name, port) => \`<Server port="\${port}"><Service name="Catalina"><Engine name="Catalina" defaultHost="localhost" jvmRoute="\${name}">
        <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="99999999999"/>
        <Host name="localhost" appBase="webapps"/></Engine></Service></Server>\`;
      const files = await check({ "node1/conf/server.xml": node("n", 8005), "node2/conf/server.xml": node("n", 8006) }, { tomcatVersion: "10.1" });
      console.log(JSON.stringify(files));
      const korean = await check({ "conf/server.xml": "<Server" }, { language: "ko" });
      console.log(korean[0].findings[0].message);
      await check({}, { tomcatVersion: "6.0" }).catch((error) => console.log(String(error)));
    `;
    const [files = "", korean, refused] = run(process.execPath, ["--input-type=module", "-e", program]).split("\n");
    const found: readonly { path: string; tomcat: string; findings: readonly { rule: string }[] }[] = JSON.parse(files);
    assert.deepEqual(
      found.map(({ path, tomcat }) => [path, tomcat]),
      [
        ["node1/conf/server.xml", "10.1"],
        ["node2/conf/server.xml", "10.1"],
      ],
    );
    const rules = found.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    assert.ok(rules.includes("jvm-route-duplicate"), rules.join());
    assert.match(korean ?? "", /[가-힣]/);
    assert.equal(refused, "RangeError: tomcatVersion is one of 7.0, 8.5, 9.0, 10.1, 11.0, 12.0, not 6.0");
  });

  test("has types that a strict project takes, as a module and as CommonJS", () => {
    const user = (line: string) =>
      `${line}\nexport const first = async (): Promise<string | undefined> =>\n  (await check({ "conf/server.xml": "" }, { language: "ko" }))[0]?.findings[0]?.fixes[0]?.edits[0]?.newText;\n`;
    writeFileSync(join(project, "user.mts"), user('import { check } from "tomcat-cluster";'));
    writeFileSync(join(project, "user.cts"), user('import { check } from "tomcat-cluster";'));
    run(join(root, "node_modules/.bin/tsc"), [
      ...["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--module", "nodenext", "--target", "es2022"],
      ...["--lib", "es2022", "--types", "", "user.mts", "user.cts"],
    ]);
  });
});
