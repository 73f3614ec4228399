import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Entry, Rolling } from "../../../server/src/migrate/model.ts";
import { hasUnresolved, migrationMarkdown, migrationText } from "../../../server/src/migrate/report.ts";
import { migration } from "../../harness/migration.ts";
import { KEY } from "../../harness/plans.ts";

const server = (inside: string) =>
  `<Server port="8005"><Service name="Catalina">${inside}<Engine name="Catalina" defaultHost="localhost"><Host name="localhost"/></Engine></Service></Server>`;

test("every element of a file is told of", async () => {
  const { files } = await migration(
    {
      "conf/server.xml": server(
        '<Connector port="8080"/><Unheard of="it"/><Executor name="x" className="com.example.Pool"/>',
      ),
    },
    "9.0.95",
    "11.0.24",
  );
  const [file] = files;
  assert.ok(file);
  const tags = [...file.before.matchAll(/<\w[^>]*>/g)];
  assert.equal(file.elements, tags.length);
  for (const { 0: tag, index } of tags) {
    assert.ok(
      file.entries.some(({ at }) => index <= at.start && at.start < index + tag.length),
      tag,
    );
  }
});

test("another default, a third party's class and what our check finds at the new Tomcat are told apart", async () => {
  const plan = await migration(
    {
      "conf/server.xml": server(
        '<Connector port="8080"/><Connector port="8009" protocol="AJP/1.3"/><Executor name="x" className="com.example.Pool"/>',
      ),
    },
    "9.0.30",
    "11.0.24",
  );
  const told = plan.files[0]?.entries.map(({ bucket, text }) => `${bucket}: ${text.en}`) ?? [];
  assert.ok(told.includes('default-changed: maxParameterCount: "10000" → "1000"'), told.join("\n"));
  assert.ok(told.some((each) => each.startsWith("default-changed: secretRequired")));
  assert.ok(told.some((each) => /^by-hand: Without a secret this AJP Connector does not start/.test(each)));
  assert.ok(told.some((each) => /^unknown: com\.example\.Pool/.test(each)));
  assert.ok(hasUnresolved(plan));
});

describe("what is wrong before the move and after it is told of", () => {
  const told = async (inside: string) => {
    const plan = await migration({ "conf/server.xml": server(inside) }, "9.0.95", "11.0.24");
    const entries = plan.files[0]?.entries ?? [];
    return { plan, all: entries.filter(({ bucket }) => bucket === "by-hand" || bucket === "unknown") };
  };
  const bucketsOf = (all: readonly Entry[]) => all.map(({ bucket, element }) => `${bucket} ${element}`);

  test("a class that no Tomcat has, and a mistake that stops both", async () => {
    const { plan, all } = await told(
      '<Connector port="8080"/><Executor name="x" className="org.apache.catalina.core.StandardThreadExecutorr"/><Connector port="80800"/>',
    );
    assert.deepEqual(bucketsOf(all), ["by-hand Executor", "by-hand Connector"]);
    for (const { text, since } of all) {
      assert.match(text.en, /^As before the move: /);
      assert.match(text.ko, /^옮기기 전과 같음: /);
      assert.equal(since, undefined);
    }
    assert.ok(hasUnresolved(plan));
    assert.doesNotMatch(migrationText(plan, "en"), /undefined/);
  });

  test("an element that neither reads, and text that is no XML", async () => {
    assert.deepEqual(bucketsOf((await told('<Unheard of="it"/>')).all), ["unknown Unheard"]);
    assert.deepEqual(bucketsOf((await told('<Connector port="8080">')).all), ["by-hand Connector"]);
  });

  test("a part in another file, which is not moved", async () => {
    const text = `<!DOCTYPE Server [<!ENTITY more SYSTEM "more.xml">]>${server("&more;")}`;
    const more = '<Connector port="8009" protocol="AJP/1.3" requiredSecret="x"/>';
    const { files } = await migration({ "conf/server.xml": text, "conf/more.xml": more }, "10.1.60", "11.0.24");
    assert.deepEqual(
      files
        .flatMap(({ entries }) => entries.filter(({ bucket }) => bucket === "unknown"))
        .map(({ text: { en } }) => en),
      ["more.xml is read as a part of this file, and is not moved: look at it yourself, or write what it holds here."],
    );
  });

  test("an attribute that both ignore", async () => {
    const ignored = '<Connector port="8080" acceptorThreadCount="2"/>';
    const { files } = await migration({ "conf/server.xml": server(ignored) }, "10.1.60", "11.0.24");
    assert.deepEqual(
      files[0]?.entries.filter(({ bucket }) => bucket === "by-hand").map(({ text }) => text.en.slice(0, 20)),
      ["As before the move: "],
    );
  });

  test("what works on both is not: a warning, and an attribute that both ignore", async () => {
    const { plan, all } = await told('<Connector port="8080" debug="0"/>');
    assert.deepEqual(all, []);
    assert.ok(!hasUnresolved(plan));
  });

  test("what was deprecated and still is stands with what will leave", async () => {
    const { files } = await migration(
      {
        "conf/server.xml": server('<Connector port="8009" protocol="AJP/1.3" address="127.0.0.1" requiredSecret="x"/>'),
      },
      "9.0.122",
      "10.1.60",
    );
    const deprecated = files[0]?.entries.filter(({ bucket }) => bucket === "deprecated");
    assert.deepEqual(
      deprecated?.map(({ text }) => text.en),
      ["requiredSecret is deprecated in Tomcat 10.1, and gone from 11.0 on."],
    );
  });
});

test("a file that does not tell its Tomcat is not guessed at", async () => {
  const { files, problems } = await migration({ "conf/server.xml": server("") }, "auto", "11.0.24");
  assert.deepEqual(files, []);
  assert.match(problems[0]?.text.en ?? "", /--from/);
});

test("the reports show no password, and neither Markdown nor a terminal obeys what a file says", async () => {
  const plan = await migration(
    { "conf/server.xml": server('<Connector port="1" protocol="AJP/1.3" requiredSecret="hunter2" x="**\u001b[1m"/>') },
    "9.0.95",
    "11.0.24",
  );
  for (const report of [migrationText(plan, "en"), migrationMarkdown(plan, "ko")]) {
    assert.doesNotMatch(report, /hunter2/);
    assert.ok(!report.includes("\u001b"));
  }
});

describe("whether nodes can be moved one by one is what real pairs of Tomcats showed", () => {
  const cluster = (manager: string, encrypted: boolean) =>
    `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Manager className="org.apache.catalina.ha.session.${manager}"/><Channel className="org.apache.catalina.tribes.group.GroupChannel">${
      encrypted
        ? `<Interceptor className="org.apache.catalina.tribes.group.interceptors.EncryptInterceptor" encryptionAlgorithm="AES/GCM/NoPadding" encryptionKey="${KEY}"/>`
        : ""
    }</Channel></Cluster>`;
  const node = (manager: string, encrypted: boolean) =>
    server("").replace("<Host ", `${cluster(manager, encrypted)}<Host `);

  /** What became of a session in test/tomcat/rolling.test.ts where TOMCATS=all; undefined for what was not run. */
  const RUNS: readonly [
    ...[from: string, to: string, delta: boolean, encrypted: boolean | undefined, backup: boolean | undefined],
  ][] = [
    ["9.0.43", "9.0.70", true, true, false],
    ["9.0.43", "9.0.95", true, true, false],
    ["9.0.43", "9.0.122", true, false, false],
    ["9.0.43", "10.1.60", true, false, false],
    ["9.0.43", "11.0.24", true, false, false],
    ["9.0.70", "9.0.95", true, true, true],
    ["9.0.70", "9.0.122", true, false, true],
    ["9.0.70", "10.1.60", true, false, false],
    ["9.0.70", "11.0.24", true, false, false],
    ["9.0.95", "9.0.122", true, false, true],
    ["9.0.95", "10.1.60", true, false, false],
    ["9.0.95", "11.0.24", true, undefined, false],
    ["9.0.122", "10.1.60", true, true, false],
    ["9.0.122", "11.0.24", true, true, false],
    ["10.1.60", "11.0.24", true, true, true],
  ];
  for (const [from, to, delta, encrypted, backup] of RUNS) {
    test(`${from} to ${to}`, async () => {
      const how = async (manager: string, secret: boolean): Promise<Rolling["how"] | undefined> => {
        const text = node(manager, secret);
        const { rolling } = await migration({ "node1/conf/server.xml": text, "node2/conf/server.xml": text }, from, to);
        return rolling[0]?.how;
      };
      const word = (kept: boolean) => (kept ? "one-by-one" : "together");
      assert.equal(await how("DeltaManager", false), word(delta));
      if (backup !== undefined) assert.equal(await how("BackupManager", false), word(backup));
      if (encrypted !== undefined) assert.equal(await how("DeltaManager", true), word(encrypted));
    });
  }
});

describe("what changes within a line is told of as well", () => {
  const told = async (inside: string, from: string, to: string) => {
    const { files } = await migration({ "conf/server.xml": server(inside) }, from, to);
    return { after: files[0]?.after ?? "", entries: files[0]?.entries ?? [] };
  };

  test("an attribute that a release took out goes, one that it brought is named, and another default is shown", async () => {
    const { after, entries } = await told(
      '<Executor name="x" prestartminSpareThreads="true"/><Connector port="8080"/>',
      "9.0.43",
      "9.0.122",
    );
    assert.match(after, /<Executor name="x"\/>/);
    assert.ok(entries.some(({ bucket, names = [] }) => bucket === "come-and-gone" && names.includes("strictSni")));
    assert.ok(entries.some(({ text }) => text.en === 'discardFacades: "false" → "true"'));
    const later = await told('<Connector port="8080"/>', "11.0.14", "11.0.24");
    assert.ok(later.entries.some(({ names = [] }) => names.includes("strictSni")));
  });

  test("an attribute that the old one ignores and the new one reads, and another default of what takes a class's place", async () => {
    const entriesOf = async (inHost: string, to: string) => {
      const text = server("").replace('<Host name="localhost"/>', `<Host name="localhost">${inHost}</Host>`);
      return (await migration({ "conf/server.xml": text }, "9.0.43", to)).files[0]?.entries ?? [];
    };
    const valve = '<Valve className="org.apache.catalina.authenticator.SingleSignOn" cookieName="S"/>';
    const read = (await entriesOf(valve, "9.0.122")).filter(({ element }) => element === "Valve");
    assert.deepEqual(
      read.map(({ text }) => text.en),
      ['cookieName: 9.0.43 ignores it, 9.0.122 reads "S"'],
    );
    const receiver =
      '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Channel className="org.apache.catalina.tribes.group.GroupChannel"><Receiver className="org.apache.catalina.tribes.transport.bio.BioReceiver" port="4000"/></Channel></Cluster>';
    const replaced = (await entriesOf(receiver, "10.1.60")).filter(({ element }) => element === "Receiver");
    assert.deepEqual(replaced.map(({ bucket, text }) => `${bucket} ${text.en}`).sort(), [
      "changed The blocking receiver is gone; NioReceiver understands the same messages.",
      'default-changed rxBufSize: "43800" → "65536"',
      'default-changed udpRxBufSize: "43800" → "65536"',
    ]);
  });

  test("what TLS attributes of a Connector made is compared with what is written for them", async () => {
    const { after, entries } = await told(
      '<Connector port="8443" SSLEnabled="true" keystoreFile="a.p12" keystorePass="x"/>',
      "9.0.95",
      "10.1.60",
    );
    assert.match(after, /<Certificate certificateKeystoreFile="a\.p12"/);
    assert.deepEqual(
      entries
        .filter(({ element, bucket }) => element !== "Connector" && bucket === "default-changed")
        .map(({ text }) => text.en),
      ['ciphers: "HIGH:!aNULL:!eNULL:!EXPORT:!DES:!RC4:!MD5:!kRSA" → "HIGH:!aNULL:!eNULL:!DES:!RC4:!MD5:!kRSA"'],
    );
  });
});
