import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { span } from "../../../server/src/base/span.ts";
import { type ConfigFile, readConfigFile } from "../../../server/src/config/file.ts";
import { semanticTokens, TOKEN_MODIFIERS, TOKEN_TYPES } from "../../../server/src/features/semantic-tokens.ts";
import type { Line } from "../../../server/src/schema/lines.ts";
import { scopesOf } from "../../harness/grammar.ts";

function read(text: string, line: Line = "9.0"): ConfigFile {
  const file = readConfigFile("cluster.xml", text, { line, release: undefined });
  assert.ok(file);
  return file;
}

function tokens(text: string, line: Line = "9.0", part = span(0, text.length)): readonly string[] {
  return semanticTokens(read(text, line), part).map(
    ({ span: { start, end }, type, deprecated }) =>
      `${text.slice(start, end)} ${type}${deprecated ? " deprecated" : ""}`,
  );
}

const CLUSTER = 'className="org.apache.catalina.ha.tcp.SimpleTcpCluster"';
const inCluster = (attributes: string) => tokens(`<Cluster ${CLUSTER} ${attributes}/>`).slice(2);
const NIO = 'className="org.apache.catalina.tribes.transport.nio.NioReceiver"';
const inReceiver = (attributes: string) =>
  tokens(`<Cluster><Channel><Receiver ${NIO} ${attributes}/></Channel></Cluster>`).slice(2);

describe("semantic tokens", () => {
  test("keep their numbers: new ones go to the end", () => {
    assert.deepEqual(TOKEN_TYPES.slice(0, 8), [
      "namespace",
      "class",
      "enumMember",
      "variable",
      "operator",
      "number",
      "keyword",
      "property",
    ]);
    assert.deepEqual(TOKEN_MODIFIERS.slice(0, 1), ["deprecated"]);
  });

  for (const [what, found, expected] of [
    ["a class", tokens(`<Cluster ${CLUSTER}/>`), ["org.apache.catalina.ha.tcp. namespace", "SimpleTcpCluster class"]],
    ["a sum of options", inCluster('channelSendOptions="6"'), ["6 enumMember"]],
    [
      "names of options, but no others",
      inCluster('channelSendOptions="async, use_ack,nonsense"'),
      ["async enumMember", "use_ack enumMember"],
    ],
    ["a boolean, in the case Tomcat takes", inCluster('heartbeatBackgroundEnabled="TRUE"'), ["TRUE keyword"]],
    ["no boolean", inCluster('heartbeatBackgroundEnabled="yes"'), []],
    ["a number", inReceiver('port="4000" selectorTimeout="-1"'), ["4000 number", "-1 number"]],
    ["no number", inReceiver('port="4000 "'), []],
    ["an address, no name", inReceiver('address="192.168.56.7"'), ["192.168.56.7 number"]],
    ["a host name", inReceiver('address="auto"'), []],
    [
      "placeholders",
      inReceiver('port="${a.port:-4000}" address="${b}"'),
      ["a.port variable", ":- operator", "b variable"],
    ],
    ["an entity is not what it seems", inReceiver('port="40&#48;0"'), []],
    ["an unknown attribute", inReceiver('ports="4000"'), []],
    ["a half-typed value", inReceiver('port="4000'), ["4000 number"]],
    ["an element Tomcat ignores", tokens('<Cluster><Channel/><X port="1" a="${b}"/></Cluster>'), ["b variable"]],
  ] as const) {
    test(what, () => assert.deepEqual(found, expected));
  }

  test("a deprecated class is marked, where the newest release says so", () => {
    const bio =
      '<Cluster><Channel><Receiver className="org.apache.catalina.tribes.transport.bio.BioReceiver"/></Channel></Cluster>';
    assert.deepEqual(tokens(bio, "9.0").at(-1), "BioReceiver class deprecated");
    assert.deepEqual(tokens(bio, "7.0").at(-1), "BioReceiver class");
  });

  test("only a part is looked at when only a part is asked for", () => {
    const text = `<Cluster ${CLUSTER}>\n<Channel><Receiver ${NIO} port="1"/></Channel>\n</Cluster>`;
    assert.deepEqual(tokens(text, "9.0", span(0, 10)), [
      "org.apache.catalina.ha.tcp. namespace",
      "SimpleTcpCluster class",
    ]);
    assert.equal(tokens(text, "9.0", span(text.indexOf("port"), text.length)).at(-1), "1 number");
    assert.deepEqual(tokens(text, "9.0", span(text.length - 3, text.length)), []);
  });

  test("agree with the grammar: the same parts, under the scopes the manifest maps them to", async () => {
    const SCOPES: Readonly<Record<string, string>> = {
      namespace: "entity.name.namespace.tomcat",
      class: "entity.name.type.class.tomcat",
      enumMember: "constant.language.send-option.tomcat",
      variable: "variable.other.placeholder.tomcat",
      operator: "keyword.operator.default.tomcat",
    };
    const text = readFileSync(new URL("../syntaxes/sample.xml", import.meta.url), "utf8");
    const file = read(text);
    const ours = semanticTokens(file, span(0, text.length)).flatMap(({ span: { start, end }, type }) => {
      const { line, character } = file.lines.positionAt(start);
      return SCOPES[type] ? [`${line}:${character}+${end - start} ${SCOPES[type]}`] : [];
    });
    const grammars = (await scopesOf(text))
      .filter(({ scope }) => Object.values(SCOPES).includes(scope))
      .map(({ line, start, end, scope }) => `${line}:${start}+${end - start} ${scope}`);
    assert.deepEqual(ours, grammars);
    assert.ok(ours.length > 8);
    const { contributes } = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
    const [{ scopes }] = contributes.semanticTokenScopes;
    for (const [type, mapped] of Object.entries(scopes)) {
      assert.ok(
        TOKEN_TYPES.some((each) => each === type),
        type,
      );
      if (SCOPES[type]) assert.deepEqual(mapped, [SCOPES[type]]);
    }
  });
});
