import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { EffectiveView } from "../../../server/src/config/effective/view.ts";
import { type ConfigFile, readConfigFile } from "../../../server/src/config/file.ts";
import { type EffectiveAnswer, effectiveAnswer } from "../../../server/src/features/effective.ts";

const CLUSTER = "org.apache.catalina.ha.tcp.SimpleTcpCluster";
const TEXT = `<Server port="8005">
  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
  <Service name="Catalina">
    <Connector port="8080" maxThreads="many" redirectPort="8443"/>
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="a">
      <Realm className="org.apache.catalina.realm.NullRealm"/>
      <Cluster className="${CLUSTER}" channelSendOptions="6" chanelSendOptions="8">
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" port="4001"/>
        </Channel>
      </Cluster>
      <Host name="localhost"/>
    </Engine>
  </Service>
</Server>
`;

function read(text: string, node = "node1"): ConfigFile {
  const file = readConfigFile(`/srv/${node}/conf/server.xml`, text, { line: "9.0", release: undefined });
  assert.ok(file);
  return file;
}

function answer(text: string, view: EffectiveView = "all", secrets?: (secret: string) => string): EffectiveAnswer {
  const given = effectiveAnswer(read(text), { locale: "en", marks: true, view, secrets });
  assert.ok(given);
  return given;
}

/** What is left to be seen once everything that is default is folded. */
function folded({ text, folds }: EffectiveAnswer): string {
  const hidden = new Set<number>();
  for (const { first, last, isDefault } of folds) {
    if (isDefault) for (let line = first + 1; line <= last; line++) hidden.add(line);
  }
  return text
    .split("\n")
    .filter((_, line) => !hidden.has(line))
    .join("\n");
}

describe("the effective configuration as a document", () => {
  test("every written element and attribute has its place in both texts", () => {
    const { text, places, label } = answer(TEXT);
    const [source, shown] = [TEXT.split("\n"), text.split("\n")];
    const nameAt = (line: string, from: number) => /<?([\w.]+)/.exec(line.slice(from))?.[1] ?? "";
    for (const { source: at, first, line, last } of places) {
      const name = nameAt(source[at.start.line] ?? "", at.start.character);
      assert.match(shown[line] ?? "", new RegExp(`\\b${name}\\b`));
      assert.ok(first <= line && line <= last);
    }
    const elements = places.filter(({ source: { start } }) => source[start.line]?.[start.character] === "<");
    assert.equal(elements.length, TEXT.match(/<\w/g)?.length);
    assert.equal(label, "node1");
  });

  test("what a Cluster changes in its Channel keeps the Channel's place, with and without secrets", () => {
    const beating = TEXT.replace('channelSendOptions="6"', 'heartbeatBackgroundEnabled="true"');
    for (const secrets of [undefined, () => "***"]) {
      const { text, places } = answer(beating, "all", secrets);
      const line = beating.slice(0, beating.indexOf("<Channel")).split("\n").length - 1;
      const place = places.find(({ source: { start } }) => start.line === line);
      assert.match(text.split("\n")[place?.line ?? 0] ?? "", /<Channel /);
    }
  });

  test("folded, it shows all that is written and names all that is added", () => {
    const seen = folded(answer(TEXT));
    for (const written of ['port="8005"', 'redirectPort="8443"', 'jvmRoute="a"', 'port="4001"', "<Membership"]) {
      assert.ok(seen.includes(written), `${written} in\n${seen}`);
    }
    for (const hidden of ["rxBufSize", "45564", "connectionTimeout"]) assert.ok(!seen.includes(hidden), hidden);
  });

  test("folds are nested or apart, and no two begin on one line", () => {
    const { folds } = answer(TEXT);
    assert.equal(new Set(folds.map(({ first }) => first)).size, folds.length);
    for (const one of folds) {
      assert.ok(one.first < one.last);
      for (const other of folds) {
        const apart = one.last < other.first || other.last < one.first;
        const inside = one.first <= other.first && other.last <= one.last;
        const around = other.first <= one.first && one.last <= other.last;
        assert.ok(apart || inside || around, `${JSON.stringify(one)} and ${JSON.stringify(other)}`);
      }
    }
  });

  test("the Cluster only: whole, in what is written around it", () => {
    const { text } = answer(TEXT, "cluster");
    assert.match(text, /<Engine [^>]*jvmRoute="a"/);
    assert.match(text, /<Membership /);
    assert.doesNotMatch(text, /<(?:Connector|Host|Realm|Listener)/);
    assert.match(answer('<Server port="1"/>', "cluster").text, /There is no Cluster\. -->\n<Server [^>]*\/>/);
  });

  test("only what differs: what is refused, lost and added, but nothing that is always there and no default", () => {
    const { text } = answer(TEXT, "differs");
    assert.match(text, /rejected: maxThreads="many"/);
    assert.match(text, /ignored: chanelSendOptions="8"/);
    assert.match(text, /added: none is written -->\s+<Membership /);
    assert.doesNotMatch(text, /<(?:Listener|Host)|redirectPort|StandardEngineValve/);
  });

  test("a document that is saved nowhere is called as its tab is", () => {
    const file = readConfigFile("untitled:Untitled-1", TEXT, { line: "9.0", release: undefined });
    assert.ok(file);
    assert.equal(effectiveAnswer(file, { locale: "en", marks: true })?.label, "Untitled-1");
  });

  test("where nothing differs it says so", () => {
    const context = readConfigFile("conf/context.xml", "<Context/>", { line: "9.0", release: undefined });
    assert.ok(context);
    const given = effectiveAnswer(context, { locale: "en", marks: true, view: "differs" });
    assert.match(given?.text ?? "", /Tomcat runs what is written\. -->\n<Context [^>]*\/>\n$/);
  });

  test("of more than an editor opens the rest is left out, and said where", () => {
    const host = (index: number) => `<Host name="h${index}"><Cluster className="${CLUSTER}"/></Host>`;
    const hosts = Array.from({ length: 3_000 }, (_, index) => host(index)).join("");
    const { text, places } = answer(TEXT.replace("<Host name", `${hosts}<Host name`));
    assert.ok(places.length > 1_000);
    assert.ok(text.split("\n").length < 200_000);
    const shown = text.match(/<Host\s/g)?.length ?? 0;
    const leftOut = Number(/note: too much to show: (\d+) more elements in it left out/.exec(text)?.[1]);
    assert.equal(shown + leftOut, 3_001);
  });
});

/** Both sides of a comparison, by their lines without the first; each side has a text. */
function compared(left: string, right: string, view: EffectiveView = "all"): readonly (readonly string[])[] {
  const [one, other] = [read(left), read(right, "node2")];
  return [
    [one, other],
    [other, one],
  ].map(([file, against]) => {
    assert.ok(file);
    const text = effectiveAnswer(file, { locale: "en", marks: false, view, against })?.text ?? "";
    return text
      .trim()
      .split("\n")
      .slice(1)
      .map((line) => line.trim().replace(/ ?className="[^"]*\.(\w+)"/, " $1"));
  });
}

describe("what two nodes do not run alike", () => {
  const WAY = ["<Server StandardServer", 'port="8005">', "<Service StandardService", 'name="Catalina">'];

  test("an attribute that differs is shown on both sides, with the elements around it and what tells them apart", () => {
    const [one, other] = compared(TEXT, TEXT.replace('jvmRoute="a"', 'jvmRoute="b"'));
    const around = (route: string) => [
      ...WAY,
      "<Engine StandardEngine",
      `jvmRoute="${route}"`,
      'name="Catalina"/>',
      "</Service>",
      "</Server>",
    ];
    assert.deepEqual(one, around("a"));
    assert.deepEqual(other, around("b"));
  });

  test("of what only one has all is shown there, and the way to it here", () => {
    const valve = '<Valve className="org.apache.catalina.valves.RemoteIpValve"/>';
    const host = '<Host name="localhost"';
    const [one = [], other = []] = compared(TEXT, TEXT.replace(`${host}/>`, `${host}>${valve}</Host>`));
    assert.ok(one.some((line) => line.startsWith("<Host ")));
    assert.ok(!one.join().includes("RemoteIpValve"));
    assert.ok(other.some((line) => line.startsWith("<Valve RemoteIpValve")));
    assert.ok(other.some((line) => line.startsWith("remoteIpHeader=")));
    assert.ok(!other.join().includes("<Cluster"));
  });

  test("a Connector is held against the one of its port, the rest in their order", () => {
    const https = '<Connector port="8443" maxThreads="7" redirectPort="8443"/>';
    const [one = [], other = []] = compared(TEXT, TEXT.replace("<Connector", `${https}<Connector`));
    assert.deepEqual(
      [one, other].map((lines) =>
        lines.filter((line) => line.startsWith("port=")).map((line) => /\d+/.exec(line)?.[0]),
      ),
      [["8005"], ["8005", "8443"]],
    );
  });

  test("what is called in another order is shown in its order", () => {
    const listener = '<Listener className="org.apache.catalina.core.ThreadLocalLeakPreventionListener"/>\n';
    const first = TEXT.replace("  <Listener", `${listener}  <Listener`);
    const last = TEXT.replace("  <Service", `${listener}  <Service`);
    const names = compared(first, last).map((lines) => lines.filter((line) => line.includes("LeakPrevention")));
    assert.equal(names[0]?.length, 2);
    assert.deepEqual(names[1], names[0]?.toReversed());
  });

  test("nothing is left of two that run the same, whatever stands in the files", () => {
    const [one, other] = compared(TEXT, TEXT.replace(' channelSendOptions="6"', ' channelSendOptions="6" '));
    assert.deepEqual(one, ["<Server StandardServer/>"]);
    assert.deepEqual(other, one);
    assert.deepEqual(
      compared(TEXT, TEXT.replace('jvmRoute="a"', 'jvmRoute="b"'), "cluster")[0]?.includes('jvmRoute="a"'),
      true,
    );
  });
});
