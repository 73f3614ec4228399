import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { printable } from "../../server/src/base/printable.ts";
import { maskSecrets } from "../../server/src/base/secrets.ts";
import { introduction, memberLine, noTargetText, verdictText } from "../../server/src/cli/probe-text.ts";
import { reporters } from "../../server/src/cli/reporters/index.ts";
import { rules } from "../../server/src/rules/index.ts";
import { BROKEN, inNewFolder } from "../harness/shell.ts";

/** All that a terminal or a build server obeys: C0, C1, line breaks of Unicode, marks of direction, commands. */
const OBEYED = [
  ...Array.from({ length: 0x20 }, (_, code) => code).filter((code) => code !== 0x09),
  ...Array.from({ length: 0x21 }, (_, index) => 0x7f + index),
  ...[0x061c, 0x200b, 0x200e, 0x200f, 0x2028, 0x2029, 0xfeff],
  ...Array.from({ length: 5 }, (_, index) => 0x202a + index),
  ...Array.from({ length: 4 }, (_, index) => 0x2066 + index),
].map((code) => String.fromCharCode(code));
const HOSTILE = `${OBEYED.map((sign) => `a${sign}`).join("")}\n::error file=forged::x\n##[error]forged ##vso[task.x] \ud800`;

/** What is left of it in a text that may have line feeds of its own. */
function obeyed(text: string, ownCommands = false): readonly string[] {
  return [
    ...OBEYED.filter((sign) => sign !== "\n" && text.includes(sign)).map((sign) => JSON.stringify(sign)),
    ...text.split("\n").filter((line) => (!ownCommands && /^\s*::/.test(line)) || /##\w*\[/.test(line)),
    ...text.split("\n").filter((line) => /^\s*::error file=forged/.test(line)),
  ];
}

/** What one run writes in each format, with what it writes to standard error. */
function inEveryFormat(
  { run, at }: ReturnType<typeof inNewFolder>,
  path: string,
): readonly (readonly [string, string])[] {
  const formats = Object.keys(reporters);
  const words = formats.flatMap((format) => ["--format", format, "--output", `${format}.out`]);
  const { stdout, stderr } = run("check", path, "--tomcat-version", "9.0", ...words);
  assert.equal(stdout, "");
  return formats.map((format) => [format, readFileSync(at(`${format}.out`), "utf8") + stderr]);
}

describe("what a file says in its values and names", () => {
  test("is shown, not obeyed, in every format of a report", () => {
    const range = { start: { line: 0, character: 1 }, end: { line: 0, character: 300 } };
    const text = { en: HOSTILE, ko: HOSTILE };
    const findings = [
      {
        code: "own",
        severity: "error" as const,
        range,
        text,
        source: HOSTILE.replaceAll(/[\n\r]/g, ""),
        sourceStart: 0,
        fingerprint: "f",
        related: [{ path: HOSTILE, range, text }],
        fixes: [{ title: text, automatic: true, edits: [{ path: HOSTILE, range, newText: HOSTILE }] }],
      },
    ];
    const report = { files: [{ path: HOSTILE, tomcat: "9.0", findings }] };
    for (const [format, write] of Object.entries(reporters)) {
      const written = write(report, {
        locale: "en",
        colour: false,
        version: "1",
        rules,
        page: () => undefined,
        problems: [],
      });
      assert.deepEqual(obeyed(written, format === "github"), [], format);
      assert.ok(written.includes("forged"), format);
      if (written.startsWith("{") || written.startsWith("[")) {
        assert.ok(
          JSON.stringify(JSON.parse(written)).includes(JSON.stringify(HOSTILE).slice(1, -1)),
          `${format} says the same`,
        );
      }
    }
  });

  test("is shown wherever the source line is cut", () => {
    const source = "##[error]::error ##[x]";
    for (let from = 0; from < source.length; from++) {
      for (let to = from + 1; to <= source.length; to++) {
        const range = { start: { line: 0, character: from }, end: { line: 0, character: to } };
        const finding = {
          code: "own",
          severity: "error" as const,
          range,
          text: { en: "", ko: "" },
          source,
          sourceStart: 0,
        };
        const whole = { ...finding, fingerprint: "", related: [], fixes: [] };
        const report = { files: [{ path: "a.xml", tomcat: "9.0", findings: [whole] }] };
        const written = reporters.pretty(report, {
          locale: "en",
          colour: false,
          version: "1",
          rules,
          page: () => undefined,
          problems: [],
        });
        assert.deepEqual(obeyed(written), [], written);
      }
    }
  });

  test("is shown by the test of multicast, where it comes from the network", () => {
    const member = {
      host: HOSTILE,
      port: 1,
      securePort: 0,
      udpPort: 0,
      aliveTime: 1,
      uniqueId: HOSTILE,
      domain: HOSTILE,
      command: "",
    };
    const heard = { member, from: HOSTILE, here: false, state: "alive", packets: 1 };
    // Only what is printed matters here.
    const line = memberLine(heard as unknown as Parameters<typeof memberLine>[0], "en");
    const target = { label: HOSTILE, group: HOSTILE, port: 1 } as unknown as Parameters<typeof introduction>[0];
    const text = { en: HOSTILE, ko: HOSTILE };
    const verdict = { outcome: "works", code: "x", text, next: [text] } as unknown as Parameters<typeof verdictText>[0];
    for (const printed of [
      line,
      introduction(target, 1, false, "en"),
      verdictText(verdict, "en"),
      noTargetText({ label: HOSTILE, why: text, span: { start: 0, end: 0 } }, "en"),
    ]) {
      assert.deepEqual(obeyed(printed), []);
      assert.ok(printed.includes("forged"));
    }
  });

  test("takes time in proportion to its length", () => {
    // Each of these took the square of its length in an expression that looks the same.
    for (const sign of ["#", " ", "#a", ":", "\n"]) {
      const length = 200_000;
      assert.ok(printable(sign.repeat(length)).length >= length);
      assert.ok(maskSecrets(`a${sign.repeat(length)}`).length >= length);
    }
  });
});

describe("the command line over hostile files", () => {
  const folder = inNewFolder();
  const { write, run } = folder;
  const value = "a\u001b[31m&#27;&#10;::error file=forged::x&#10;##[error]\u009b\u202e&#x202e;";
  const server = BROKEN.replace("=node1", `="${value}"`).replace(
    '<Service name="Catalina">',
    `<Service name="${value}">`,
  );
  const configuration = JSON.stringify({
    customRules: [{ id: "own", select: "//Engine", message: "route {@jvmRoute} \n::error file=forged::x \u001b[2J" }],
  });

  test("check, in every format", () => {
    write("::error file=forged::\u001b[31m/conf/server.xml", server);
    write(".tomcat-cluster.json", configuration);
    for (const [format, text] of inEveryFormat(folder, ".")) {
      assert.deepEqual(obeyed(text, format === "github"), [], format);
      assert.match(text, /own/, format);
    }
  });

  for (const words of [
    ["topology", "--format", "text"],
    ["topology", "--format", "json"],
    ["topology", "--format", "mermaid"],
    ["topology", "--format", "svg"],
  ]) {
    test(words.join(" "), () => {
      for (const node of ["one", "two"]) {
        write(`${node}/conf/server.xml`, server.replace('jvmRoute="', `jvmRoute="${node}`));
      }
      write(".tomcat-cluster.json", JSON.stringify({ clusters: [{ name: HOSTILE, nodes: ["*/conf/server.xml"] }] }));
      const { stdout, stderr } = run(...words, ".");
      assert.deepEqual(obeyed(stdout + stderr), []);
      assert.match(stdout, /forged/);
    });
  }

  for (const format of ["xml", "json"]) {
    test(`effective --format ${format}`, () => {
      write("conf/server.xml", server);
      const { stdout } = run("effective", "conf/server.xml", "--format", format);
      assert.deepEqual(obeyed(stdout), []);
      assert.match(stdout, /forged/);
    });
  }

  test("problems and paths that are not there", () => {
    write(".tomcat-cluster.json", `{ "rules": { "a\\u001b[31m\\n::error file=forged::": "off" } }`);
    write("conf/server.xml", BROKEN);
    assert.deepEqual(obeyed(run("check", "conf", "a\u001b[31m\n::error file=forged::").stderr), []);
    assert.deepEqual(obeyed(run("explain", "a\u001b[31m\n::error file=forged::").stderr), []);
    assert.deepEqual(obeyed(run("effective", "a\u001b[31m\n::error file=forged::").stderr), []);
  });
});

describe("secrets", () => {
  const folder = inNewFolder();
  const { write } = folder;
  const SECRET = "tops3cret";
  const LINES = [
    `<Connector port="8443" SSLEnabled="on" keystorePass="${SECRET}" bad='`,
    `<Resource name="jdbc/shop" password='${SECRET}' url="jdbc:mysql://db/shop?user=shop&amp;password=${SECRET}" bad="<"/>`,
    `<Resource url="jdbc:postgresql://shop:${SECRET}@db/shop" connectionPassword = "${SECRET}" bad="<"/>`,
    `<Environment name="dbPassword" value="${SECRET}" bad="<"/>`,
    `<!-- <Realm connectionPassword="${SECRET}" -- > -->`,
    `<Interceptor className="org.apache.catalina.tribes.group.interceptors.EncryptInterceptor" encryptionKey="${SECRET}" bad="<"/>`,
    `<Resource password=${SECRET} bad="<"/>`,
    `<Resource password="${SECRET}${SECRET}" password="${SECRET}"/>`,
    `<Resource password="\n${SECRET}" bad="<"/>`,
    `<Connector><SSLHostConfig truststorePassword="${SECRET}" bad="<"><Certificate certificateKeyPassword="${SECRET}" bad="<"/></SSLHostConfig></Connector>`,
  ];

  for (const [index, line] of LINES.entries()) {
    test(`of line ${index + 1} stand in no report`, () => {
      write("conf/server.xml", BROKEN.replace("<Cluster", `${line}\n<Cluster`));
      const own = { id: "own", select: "//@*[contains(., 'tops')]", message: "it is {@password} {@encryptionKey}" };
      write(".tomcat-cluster.json", JSON.stringify({ customRules: [own] }));
      for (const [format, text] of inEveryFormat(folder, "conf")) {
        assert.ok(!text.includes(SECRET), `${format}\n${text}`);
      }
    });
  }

  test("are masked letter by letter, so that marks stay below what they mark", () => {
    assert.equal(maskSecrets('<a keyPass="abc" port="1"/>'), '<a keyPass="***" port="1"/>');
    assert.equal(
      maskSecrets("-Djavax.net.ssl.keyStorePassword=abc -Dx=1"),
      "-Djavax.net.ssl.keyStorePassword=*** -Dx=1",
    );
    assert.equal(maskSecrets('password="${db.password}"'), 'password="${db.password}"');
    assert.equal(maskSecrets('keystoreFile="conf/key.jks" keyAlias="a"'), 'keystoreFile="conf/key.jks" keyAlias="a"');
  });
});

describe("a run whose output is not taken", { skip: process.platform === "linux" ? false : "needs Linux" }, () => {
  const { write, shell } = inNewFolder();

  test("ends silently where the reader leaves", () => {
    const findings = Array.from({ length: 5000 }, () => "<Cluster className='x' a='<'/>").join("\n");
    write("conf/server.xml", BROKEN.replace("<Cluster", `${findings}\n<Cluster`));
    const { stdout, stderr } = shell(`$CHECK conf --format compact | head -n 1; echo "\${PIPESTATUS[0]}"`);
    assert.match(stdout, /^conf\/server\.xml:.*\n1\n$/);
    assert.equal(stderr, "");
  });

  test("says that the disk is full, and fails", () => {
    write("conf/server.xml", BROKEN);
    for (const words of ["conf > /dev/full", "conf --format json --output /dev/full"]) {
      const { status, stderr } = shell(`$CHECK ${words}`);
      assert.equal(status, 2, stderr);
      assert.match(stderr, /^[^\n]*no space is left on the disk\n$/);
    }
  });

  test("says which encoding is not read", () => {
    for (const bytes of [
      [0xff, 0xfe, 0, 0],
      [0, 0, 0xfe, 0xff],
      [0x3c, 0, 0, 0],
      [0, 0, 0, 0x3c],
    ]) {
      write("conf/server.xml", Buffer.from([...bytes, ...bytes]));
      const { status, stderr } = shell("$CHECK conf");
      assert.equal(status, 2);
      assert.match(stderr, /conf\/server\.xml: the file is in UTF-32/);
    }
  });
});
