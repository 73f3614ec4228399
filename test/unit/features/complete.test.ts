import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { type Completion, complete, documentation } from "../../../server/src/features/complete.ts";
import type { Line } from "../../../server/src/schema/model.ts";
import { cursor } from "../../harness/cursor.ts";

const NIO = "org.apache.catalina.tribes.transport.nio.NioReceiver";

function at(marked: string, line: Line = "9.0"): readonly Completion[] {
  const { file, offset } = cursor(marked, line);
  return complete(file, offset);
}

const labels = (marked: string, line: Line = "9.0") => at(marked, line).map(({ label }) => label);

/** The text after accepting an item. */
function accepted(marked: string, label: string): string {
  const item = at(marked).find((each) => each.label === label);
  assert.ok(item, `${label} is not offered`);
  const { text } = cursor(marked).file.document;
  return text.slice(0, item.replace.start) + item.newText + text.slice(item.replace.end);
}

describe("completion of elements", () => {
  for (const [where, marked] of [
    ["in an empty container", "<Cluster>$0</Cluster>"],
    ["after <", "<Cluster><$0</Cluster>"],
    ["in a name", "<Cluster><Ch$0</Cluster>"],
    ["at the end of a half-typed file", "<Server><Service><Engine><Cluster>\n  <$0"],
  ] as const) {
    test(where, () => {
      const found = labels(marked);
      assert.ok(found.includes("Channel") && found.includes("Deployer"), found.join());
      assert.ok(!found.includes("Receiver"), "Receiver belongs in a Channel");
    });
  }

  test("replaces what was typed of the name", () => {
    assert.equal(accepted("<Cluster><Ch$0></Cluster>", "Channel"), "<Cluster><Channel></Cluster>");
  });
});

describe("completion of attributes", () => {
  for (const [where, marked] of [
    ["after a blank", `<Cluster><Channel><Receiver className="${NIO}" $0/></Channel></Cluster>`],
    ["in a name", `<Cluster><Channel><Receiver className="${NIO}" auto$0/></Channel></Cluster>`],
    ["before another", `<Cluster><Channel><Receiver className="${NIO}" $0 port="4000"/></Channel></Cluster>`],
    ["in a tag without end", `<Cluster><Channel><Receiver className="${NIO}" $0`],
  ] as const) {
    test(where, () => assert.ok(labels(marked).includes("autoBind")));
  }

  test("leaves out what is there already", () => {
    assert.ok(
      !labels(`<Cluster><Channel><Receiver className="${NIO}" port="1" $0/></Channel></Cluster>`).includes("port"),
    );
  });

  test("asks for the class first, and explains what it offers", () => {
    const items = at("<Cluster><Channel><Receiver $0/></Channel></Cluster>");
    assert.equal(items[0]?.label, "className");
    const { file, offset } = cursor(`<Cluster><Channel><Receiver className="${NIO}" $0/></Channel></Cluster>`);
    const port = complete(file, offset).find(({ label }) => label === "port");
    assert.ok(port?.about);
    assert.match(String(documentation(port.about, file, "en")), /TCP port to listen on/);
  });
});

describe("completion of values", () => {
  test("offers the classes that fit, with the simple name", () => {
    const marked = '<Cluster><Channel><Receiver className="$0"/></Channel></Cluster>';
    assert.deepEqual(labels(marked).sort(), ["BioReceiver", "NioReceiver"]);
    assert.deepEqual(labels(marked, "10.1"), ["NioReceiver"]);
    assert.equal(
      accepted(marked, "NioReceiver"),
      `<Cluster><Channel><Receiver className="${NIO}"/></Channel></Cluster>`,
    );
  });

  test("offers them in a value without its closing quote", () => {
    assert.ok(labels('<Cluster><Channel><Receiver className="org.$0').includes("NioReceiver"));
  });

  test("says what a sum of options means", () => {
    const six = at('<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="$0"/>').find(
      ({ label }) => label === "6",
    );
    assert.equal(six?.detail, "use_ack + synchronized_ack");
  });

  test("offers true and false for a boolean, and nothing for a port", () => {
    assert.deepEqual(
      labels('<Cluster><Channel className="org.apache.catalina.tribes.group.GroupChannel" heartbeat="$0"/></Cluster>'),
      ["true", "false"],
    );
    assert.deepEqual(labels(`<Cluster><Channel><Receiver className="${NIO}" port="$0"/></Channel></Cluster>`), []);
  });
});

describe("completion on a Connector", () => {
  const connector = (attributes: string) => `<Server><Service><Connector ${attributes}/></Service></Server>`;

  test("offers what its protocol takes, and tells about it", () => {
    const { file, offset } = cursor(connector('port="8080" $0'));
    const items = complete(file, offset);
    const item = items.find(({ label }) => label === "maxThreads");
    assert.equal(item?.detail, "int = 200");
    assert.match(String(item?.about && documentation(item.about, file, "en")), /Most requests this Connector/);
    const executor = items.find(({ label }) => label === "executor");
    assert.match(String(executor?.about && documentation(executor.about, file, "en")), /Name of the Executor/);
    assert.ok(!items.some(({ label }) => label === "secret" || label === "port"));
    assert.equal(items.filter(({ label }) => label === "protocol").length, 1);
  });

  test("offers the attributes of AJP where that is the protocol", () => {
    const { file, offset } = cursor(connector('protocol="AJP/1.3" $0'));
    const items = complete(file, offset);
    const item = items.find(({ label }) => label === "secretRequired");
    assert.match(String(item?.about && documentation(item.about, file, "ko")), /secret이 없으면/);
    assert.ok(!items.some(({ label }) => label === "compression"));
  });

  test("tells about elements without a class", () => {
    const { file, offset } = cursor("<Server><Service><Engine><Host><$0</Host></Engine></Service></Server>");
    const item = complete(file, offset).find(({ label }) => label === "Alias");
    assert.match(String(item?.about && documentation(item.about, file, "en")), /Another name/);
  });
});

test("completion on a data source offers what its pool takes", () => {
  const marked = '<Context><Resource name="jdbc/a" type="javax.sql.DataSource" url="x" $0/></Context>';
  const { file, offset } = cursor(marked);
  const items = complete(file, offset);
  const item = items.find(({ label }) => label === "maxTotal");
  assert.match(String(item?.about && documentation(item.about, file, "ko")), /노드 수를 곱한/);
  assert.ok(!items.some(({ label }) => label === "maxActive" || label === "url"));
  assert.ok(labels(marked, "7.0").includes("maxActive"));
});
