import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { applyPatch } from "diff";
import iconv from "iconv-lite";
import { fleet } from "../harness/fleet.ts";

const program = fileURLToPath(new URL("../../dist/cli.cjs", import.meta.url));

/** A server.xml whose Deployer does nothing (warning), and whose second Cluster replaces the first (warning, fixable). */
const SERVER = `<?xml version="1.0"?>
<Server>
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="six"/>
    </Engine>
  </Service>
</Server>
`;

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), content);
}

function run(words: readonly string[], input = "") {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    cwd: folder,
    encoding: "utf8",
    input,
    env: { ...process.env, LANG: "C" },
  });
  assert.doesNotMatch(stderr, /^\s+at .*:\d+:\d+/m, "a stack trace");
  return { status, stdout, stderr };
}

interface JsonReport {
  readonly files: readonly {
    readonly path: string;
    readonly findings: readonly { rule: string; severity: string }[];
  }[];
}
function findings(...words: readonly string[]): readonly string[] {
  const { files }: JsonReport = JSON.parse(run(["check", "--format", "json", ...words]).stdout);
  return files.flatMap(({ path, findings }) => findings.map(({ rule, severity }) => `${path} ${severity} ${rule}`));
}

describe("a configuration file", () => {
  beforeEach(() => write("conf/server.xml", SERVER));

  test("changes severities, and leaves rules out", () => {
    assert.ok(findings("conf").includes("conf/server.xml warning value-not-applied"));
    write(".tomcat-cluster.json", '{ "rules": { "value-not-applied": "hint" } }');
    assert.ok(findings("conf").includes("conf/server.xml hint value-not-applied"));
    write(
      ".tomcat-cluster.json",
      '{ "overrides": [{ "files": ["conf/*"], "rules": { "value-not-applied": "off" } }] }',
    );
    assert.ok(!findings("conf").join().includes("value-not-applied"));
  });

  test("holds rules in XPath", () => {
    const rule = { id: "own", select: "//Engine/@jvmRoute", message: "route {@jvmRoute}", severity: "error" };
    write(".tomcat-cluster.json", JSON.stringify({ customRules: [rule] }));
    assert.match(run(["check", "conf", "--format", "compact"]).stdout, /server.xml:4:63: error: route node1 \[own\]/);
  });

  test("names the line of files", () => {
    write(".tomcat-cluster.json", '{ "tomcat": "7.0" }');
    assert.match(run(["check", "conf"]).stdout, /\(Tomcat 7\.0\)/);
  });

  test("names the nodes of a cluster", () => {
    write("seoul/conf/server.xml", SERVER);
    write("busan/conf/server.xml", SERVER);
    assert.ok(!findings("seoul", "busan").join().includes("jvm-route-duplicate"));
    write(".tomcat-cluster.json", '{ "clusters": [{ "name": "shop", "nodes": ["{seoul,busan}/conf/server.xml"] }] }');
    assert.ok(findings("seoul", "busan").join().includes("jvm-route-duplicate"));
    assert.match(run(["topology", "seoul", "busan"]).stdout, /^shop {2}\(named in \.tomcat-cluster\.json\)/);
  });

  for (const [what, text, expected] of [
    ["no JSON", '{ "rules": ', /\.tomcat-cluster\.json:1: /],
    ["an unknown rule", '{\n "rules": { "no-such": "off" } }', /json:2: There is no rule no-such/],
    ["an unknown key", '{ "rule": {} }', /rule is not known here/],
    ["a wrong severity", '{ "rules": { "value-not-applied": "loud" } }', /One of error, warning/],
    ["a wrong XPath", '{ "customRules": [{ "id": "a", "select": "//[", "message": "m" }] }', /no XPath/],
  ] as const) {
    test(`with ${what} is reported, and the check exits with 2`, () => {
      write(".tomcat-cluster.json", text);
      const { status, stderr } = run(["check", "conf"]);
      assert.equal(status, 2);
      assert.match(stderr, expected);
    });
  }
});

describe("a baseline", () => {
  test("accepts what is there, reports what is new, and names what is gone", () => {
    write("conf/server.xml", SERVER);
    assert.equal(run(["check", "conf", "--baseline", "base.json", "--update-baseline"]).status, 0);
    const accepted = run(["check", "conf", "--baseline", "base.json"]);
    assert.equal(accepted.status, 0, accepted.stdout);

    // Lines above do not make it new.
    write("conf/server.xml", SERVER.replace("<Server>", "<!-- moved -->\n\n<Server>"));
    assert.equal(run(["check", "conf", "--baseline", "base.json"]).status, 0);

    write("conf/server.xml", SERVER.replace("six", "seven"));
    const changed = run(["check", "conf", "--baseline", "base.json"]);
    assert.equal(changed.status, 1);
    assert.match(changed.stderr, /not found any more: .*value-not-applied/);
  });

  test("that is none, or not there, is said", () => {
    write("conf/server.xml", SERVER);
    assert.match(run(["check", "conf", "--baseline", "no.json"]).stderr, /cannot be read/);
    write("base.json", "[]");
    assert.match(run(["check", "conf", "--baseline", "base.json"]).stderr, /is no baseline/);
  });
});

describe("--fail-on", () => {
  test("lets milder findings pass", () => {
    write("conf/server.xml", SERVER);
    assert.equal(run(["check", "conf"]).status, 1);
    assert.equal(
      run(["check", "conf", "--fail-on", "error"]).status,
      findings("conf").join().includes("error") ? 1 : 0,
    );
  });
});

describe("--fix", () => {
  const BROKEN = SERVER.replace('channelSendOptions="six"', "channelSendOptions=6").replaceAll("\n", "\r\n");

  for (const [encoding, declaration, bom] of [
    ["utf8", "", true],
    ["utf8", "", false],
    ["utf-16le", ' encoding="UTF-16"', true],
    ["iso-8859-1", ' encoding="ISO-8859-1"', false],
    ["euc-kr", ' encoding="EUC-KR"', false],
  ] as const) {
    test(`keeps ${encoding}${bom ? " with a byte order mark" : ""}, line ends and the mode`, () => {
      const letter = encoding === "iso-8859-1" ? "é" : "한글";
      const text = `${BROKEN.replace('"1.0"', `"1.0"${declaration}`)}<!-- ${letter} -->\r\n`;
      write("conf/server.xml", iconv.encode(text, encoding, { addBOM: bom }));
      chmodSync(join(folder, "conf/server.xml"), 0o640);
      run(["check", "--fix", "conf"]);
      const expected = iconv.encode(text.replace("=6", '="6"'), encoding, { addBOM: bom });
      assert.deepEqual(readFileSync(join(folder, "conf/server.xml")), expected);
      assert.equal(statSync(join(folder, "conf/server.xml")).mode & 0o777, 0o640);
      assert.deepEqual(readdirSync(join(folder, "conf")), ["server.xml"]);
    });
  }

  test("leaves a file alone whose encoding is not the one it names", () => {
    const bytes = Buffer.concat([Buffer.from(BROKEN), Buffer.from([0xe9, 0x0a])]);
    write("conf/server.xml", bytes);
    const { status, stderr } = run(["check", "--fix", "conf"]);
    assert.equal(status, 2);
    assert.match(stderr, /conf\/server\.xml: the file is not in utf8/);
    assert.deepEqual(readFileSync(join(folder, "conf/server.xml")), bytes);
  });
});

describe("standard input", () => {
  test("is checked under the name it is given", () => {
    const { status, stdout } = run(["check", "-", "--stdin-name", "conf/server.xml", "--format", "compact"], SERVER);
    assert.equal(status, 1);
    assert.match(stdout, /^conf\/server\.xml:5:\d+: /);
  });
});

describe("--diff", () => {
  test("shows a patch that does what --fix does, and writes nothing", () => {
    const example = readFileSync(new URL("../../examples/node1/conf/server.xml", import.meta.url), "utf8");
    const text = example.replace('maxThreads="6"', 'maxThreads=" 6 "');
    write("conf/server.xml", text);
    const { stdout, status } = run(["check", "conf", "--diff"]);
    assert.equal(status, 1);
    assert.equal(readFileSync(join(folder, "conf/server.xml"), "utf8"), text);
    run(["check", "conf", "--fix"]);
    const fixed = readFileSync(join(folder, "conf/server.xml"), "utf8");
    assert.notEqual(fixed, text);
    assert.equal(applyPatch(text, stdout), fixed);
  });

  test("has nothing to show where nothing can be fixed", () => {
    write("conf/server.xml", SERVER);
    assert.equal(run(["check", "conf", "--diff"]).stdout, "");
  });
});

describe("--jobs", () => {
  test("threads say what one says, in the same order", () => {
    const { files, planted } = fleet(240, 7);
    for (const [path, text] of files) write(path, text);
    const alone = run(["check", ".", "--format", "json", "--jobs", "1"]);
    const together = run(["check", ".", "--format", "json", "--jobs", "2"]);
    assert.equal(together.stdout, alone.stdout);
    assert.equal(together.status, 1);
    assert.equal(findings(".").length, planted.length);
  });

  test("no number of threads is refused", () => {
    const { status, stderr } = run(["check", ".", "--jobs", "none"]);
    assert.equal(status, 2);
    assert.match(stderr, /whole number/);
  });
});

describe("several formats", () => {
  test("go to their own files", () => {
    write("conf/server.xml", SERVER);
    const { stdout } = run([
      "check",
      "conf",
      "--format",
      "compact",
      "--output",
      "-",
      "--format",
      "sarif",
      "--output",
      "out.sarif",
    ]);
    assert.match(stdout, /\[value-not-applied\]/);
    assert.equal(JSON.parse(readFileSync(join(folder, "out.sarif"), "utf8")).version, "2.1.0");
  });

  test("an unknown one is refused with the known ones", () => {
    const { status, stderr } = run(["check", "conf", "--format", "xml"]);
    assert.equal(status, 2);
    assert.match(stderr, /pretty, compact, json, sarif/);
  });
});

describe("explain and rules", () => {
  test("print a rule's page and the list", () => {
    assert.match(run(["explain", "send-options"]).stdout, /^# send-options/);
    assert.equal(run(["explain", "no-such"]).status, 2);
    assert.match(
      run(["explain", "send-options", "--lang", "ko"]).stdout,
      /\n## 예\n\n\*\*잘못된 설정\*\*\n\n```xml\n<Cluster /,
    );
    assert.match(run(["explain", "recever-port"]).stderr, /Did you mean receiver-port\?/);
    assert.match(run(["explain", "encrypt-release"]).stdout, /^# security-advisory/);
    assert.match(run(["explain", "missing-end-tag"]).stdout, /^# missing-end-tag/);
    assert.match(run(["rules", "--lang", "ko"]).stdout, /^send-options +\w+ +.*[가-힣]/m);
  });
});
