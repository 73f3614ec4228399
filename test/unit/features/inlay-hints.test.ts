import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { applyEdits, span } from "../../../server/src/base/span.ts";
import { readConfigFile } from "../../../server/src/config/file.ts";
import { type HintKinds, inlayHints } from "../../../server/src/features/inlay-hints.ts";
import type { Line } from "../../../server/src/schema/lines.ts";

const BOTH: HintKinds = { optionNames: true, defaults: true };
const NAMES: HintKinds = { optionNames: true, defaults: false };

function hintsOf(text: string, kinds: HintKinds, line: Line = "9.0", part = span(0, text.length)) {
  const file = readConfigFile("cluster.xml", text, { line, release: undefined });
  assert.ok(file);
  return inlayHints(file, part, kinds);
}

/** The text with each hint in brackets where it stands. */
function shown(text: string, kinds: HintKinds, line?: Line): string {
  return applyEdits(
    text,
    hintsOf(text, kinds, line).map(({ at, label }) => ({ span: span(at, at), newText: ` [${label.en}]` })),
  );
}

const CLUSTER = 'className="org.apache.catalina.ha.tcp.SimpleTcpCluster"';
const TRIBES = "org.apache.catalina.tribes";

describe("what sums of options mean", () => {
  for (const [what, attributes, expected] of [
    ["a sum", 'channelSendOptions="6"', ["synchronous"]],
    ["start options", 'channelStartOptions="3"', ["receiver + sender"]],
    ["names speak for themselves", 'channelSendOptions="async,use_ack"', []],
    ["what Tomcat drops is not explained", 'channelSendOptions="0" channelStartOptions="-1"', []],
    ["neither is an unknown bit", 'channelSendOptions="136"', []],
    ["nor a placeholder", 'channelSendOptions="${options}"', []],
    ["nor a text that is no number", 'channelSendOptions="8x"', []],
    ["nor another attribute", 'clusterName="8"', []],
    ["a value that is still open", 'channelSendOptions="8', ["asynchronous"]],
  ] as const) {
    test(what, () => {
      const labels = hintsOf(`<Cluster ${CLUSTER} ${attributes}><Channel/></Cluster>`, NAMES).map(
        ({ label }) => label.en,
      );
      assert.deepEqual(labels, expected);
    });
  }

  test("stand behind the value and explain each bit", () => {
    const text = `<Cluster ${CLUSTER} channelSendOptions="10"/>`;
    assert.equal(shown(text, NAMES), `<Cluster ${CLUSTER} channelSendOptions="10" [asynchronous]/>`);
    const tooltip = hintsOf(text, NAMES)[0]?.tooltip;
    assert.match(String(tooltip?.en), /- 2 use_ack: waits.*\n- 8 asynchronous: returns at once/);
    assert.match(String(tooltip?.ko), /- 8 asynchronous: 바로/);
  });

  test("of a third party's class are unknown", () => {
    assert.deepEqual(
      hintsOf('<Cluster className="com.example.C" channelSendOptions="8"><Channel/></Cluster>', BOTH),
      [],
    );
  });
});

describe("defaults that take effect", () => {
  test("stand where they would be written", () => {
    assert.equal(
      shown(
        `<Cluster ${CLUSTER}>
  <Channel className="${TRIBES}.group.GroupChannel">
    <Membership className="${TRIBES}.membership.McastService" address="239.1.1.1"/>
    <Receiver className="${TRIBES}.transport.nio.NioReceiver" port="\${port}" autoBind="0"/>
    <Sender className="${TRIBES}.transport.ReplicationTransmitter"/>
  </Channel>
</Cluster>`,
        BOTH,
      ),
      `<Cluster ${CLUSTER} [channelSendOptions="8" asynchronous]>
  <Channel className="${TRIBES}.group.GroupChannel">
    <Membership className="${TRIBES}.membership.McastService" address="239.1.1.1" [port="45564"] [frequency="500"] [dropTime="3000"]/>
    <Receiver className="${TRIBES}.transport.nio.NioReceiver" port="\${port}" autoBind="0" [address="auto"] [selectorTimeout="5000"]/>
    <Sender className="${TRIBES}.transport.ReplicationTransmitter"/> [Transport PooledParallelSender]
  </Channel>
</Cluster>`,
    );
  });

  test("a double click writes one down", () => {
    const text = `<Cluster><Channel><Receiver className="${TRIBES}.transport.nio.NioReceiver"/></Channel></Cluster>`;
    const port = hintsOf(text, BOTH).find(({ label }) => label.en.startsWith("port"));
    assert.ok(port?.edit);
    assert.match(applyEdits(text, [port.edit]), /NioReceiver" port="4000"\/>/);
  });

  test("are not shown unless wanted, in templates, or while the tag is typed", () => {
    const receiver = `<Receiver className="${TRIBES}.transport.nio.NioReceiver"`;
    const count = (text: string, kinds = BOTH) => hintsOf(text, kinds).length;
    assert.equal(count(`<Cluster><Channel>${receiver}/></Channel></Cluster>`), 4);
    assert.equal(count(`<Cluster><Channel>${receiver}/></Channel></Cluster>`, NAMES), 0);
    assert.equal(count(`<Cluster><Channel>${receiver}/></Channel>{{ more }}</Cluster>`), 0);
    assert.equal(count(`<Cluster><Channel>${receiver} {{ attributes }}/></Channel></Cluster>`), 0);
    assert.equal(count(`<Cluster><Channel>${receiver} `), 0);
  });

  test("a Transport that is written is not a default", () => {
    const sender = `<Sender className="${TRIBES}.transport.ReplicationTransmitter"><Transport className="x.Y"/></Sender>`;
    assert.deepEqual(hintsOf(`<Cluster><Channel>${sender}</Channel></Cluster>`, BOTH), []);
  });

  test("only those in the part that is asked for", () => {
    const text = `<Cluster ${CLUSTER}><Channel><Receiver className="${TRIBES}.transport.nio.NioReceiver"/></Channel></Cluster>`;
    assert.deepEqual(
      hintsOf(text, BOTH, "9.0", span(0, text.indexOf("<Receiver"))).map(({ label }) => label.en),
      ['channelSendOptions="8" asynchronous'],
    );
  });
});
