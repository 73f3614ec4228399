import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { accepted, labels, offered } from "../../../harness/completing.ts";
import { propertiesFrom } from "../../../harness/properties.ts";

const CLUSTER = 'className="org.apache.catalina.ha.tcp.SimpleTcpCluster"';
const CHANNEL = 'className="org.apache.catalina.tribes.group.GroupChannel"';
const NIO = 'className="org.apache.catalina.tribes.transport.nio.NioReceiver"';
const STATIC = 'className="org.apache.catalina.tribes.group.interceptors.StaticMembershipInterceptor"';

/** A text around the cursor, what must be offered there, and what must not. */
type Case = readonly [where: string, marked: string, offers: readonly string[], not?: readonly string[]];

function table(cases: readonly Case[]): void {
  for (const [where, marked, offers, not = []] of cases) {
    test(where, () => {
      const found = labels(marked);
      for (const each of offers) assert.ok(found.includes(each), `${each} is missing in ${found.join(", ")}`);
      for (const each of not) assert.ok(!found.includes(each), `${each} is offered`);
    });
  }
}

describe("elements are offered", () => {
  table([
    ["behind <", "<Cluster><$0</Cluster>", ["Manager", "Channel", "Valve"], ["Receiver"]],
    ["in a name", "<Cluster><Ch$0</Cluster>", ["Channel"], ["Receiver"]],
    ["at the end of a name", "<Cluster><Channel$0/></Cluster>", ["Channel"]],
    ["in an empty container, without <", "<Cluster>$0</Cluster>", ["Channel", "Deployer"]],
    ["on a line of their own, without <", "<Cluster>\n  Ch$0\n</Cluster>", ["Channel"]],
    [
      "between two others",
      `<Cluster><Channel ${CHANNEL}>\n<Receiver/>\n<$0\n<Sender/></Channel></Cluster>`,
      ["Interceptor"],
    ],
    ["at the end of a half-typed file", "<Server><Service><Engine><Cluster>\n  <$0", ["Channel"]],
    ["behind a tag without its end", `<Cluster><Channel ${CHANNEL}><Receiver port="1"\n<$0`, ["Sender"]],
    [
      "by class, as people look for them",
      `<Cluster><Channel ${CHANNEL}>$0</Channel></Cluster>`,
      ["Interceptor TcpFailureDetector", "Membership McastService"],
    ],
    [
      "whole clusters in an Engine without one",
      "<Server><Service><Engine>$0</Engine></Service></Server>",
      ["Cluster a whole cluster by multicast", "Cluster a whole cluster of static members"],
    ],
    [
      "but no second cluster",
      "<Server><Service><Engine><Cluster/>$0</Engine></Service></Server>",
      ["Cluster"],
      ["Cluster a whole cluster by multicast"],
    ],
    [
      "members of static interceptors",
      `<Cluster><Channel><Interceptor ${STATIC}>$0</Interceptor></Channel></Cluster>`,
      ["LocalMember", "Member"],
    ],
    [
      "but not of others",
      '<Cluster><Channel><Interceptor className="org.apache.catalina.tribes.group.interceptors.TcpFailureDetector">$0</Interceptor></Channel></Cluster>',
      [],
      ["Member"],
    ],
    ["comments and CDATA behind <", "<Cluster><$0</Cluster>", ["<!-- -->", "<![CDATA[ ]]>"]],
    ["comments behind <!", "<Cluster><!$0</Cluster>", ["<!-- -->"], ["Channel"]],
    ["comments behind <!-", "<Cluster><!-$0</Cluster>", ["<!-- -->"], ["<![CDATA[ ]]>"]],
  ]);

  test("those people write first, those that are there last", () => {
    assert.deepEqual(labels("<Cluster><Manager/><$0</Cluster>").slice(0, 4), [
      "Channel",
      "Valve",
      "ClusterListener",
      "Deployer",
    ]);
  });

  test("with the blocks of a release that has them", () => {
    const marked = "<Server><Service><Engine>$0</Engine></Service></Server>";
    assert.ok(labels(marked, "9.0").includes("Cluster a whole cluster in Kubernetes"));
    assert.ok(!labels(marked, "8.5").includes("Cluster a whole cluster in Kubernetes"));
  });
});

describe("end tags are offered", () => {
  table([
    ["behind </", "<Cluster><Channel></$0</Cluster>", ["</Channel>"]],
    ["in a name", "<Cluster><Channel></Cha$0</Cluster>", ["</Channel>"]],
    ["behind <, for what is open", "<Cluster><Channel><$0</Cluster>", ["</Channel>"]],
    ["without <", "<Cluster><Channel>\n$0</Cluster>", ["</Channel>"]],
    ["at the end of a file", "<Server><Service><Engine>\n</$0", ["</Engine>"]],
    ["not for what is closed", "<Cluster><Channel><$0</Channel></Cluster>", [], ["</Channel>", "</Cluster>"]],
  ]);

  test("but not where another extension offers them", () => {
    assert.deepEqual(labels("<Cluster><Channel></$0</Cluster>", "9.0", { closeTags: false }), []);
    assert.ok(!labels("<Cluster><Channel><$0", "9.0", { closeTags: false }).includes("</Channel>"));
  });
});

describe("attributes are offered", () => {
  const receiver = (inner: string, end = "/></Channel></Cluster>") => `<Cluster><Channel><Receiver ${inner}${end}`;
  table([
    ["behind a blank", receiver(`${NIO} $0`), ["autoBind", "port"]],
    ["in a name", receiver(`${NIO} auto$0`), ["autoBind"]],
    ["before another", receiver(`${NIO} $0 port="4000"`), ["autoBind"], ["port"]],
    ["right behind a value", receiver(`${NIO}$0`), ["port"]],
    ["in a tag without end", receiver(`${NIO} $0`, ""), ["autoBind"]],
    ["on the next line of a tag without end", receiver(`${NIO}\n  $0\n`, "<Sender/></Channel></Cluster>"), ["port"]],
    ["of the class that is named", receiver('className="com.example.Mine" $0'), [], ["port"]],
    ["with the class first", receiver("$0"), ["className"]],
    [
      "of a Connector's protocol",
      "<Server><Service><Connector $0/></Service></Server>",
      ["protocol", "executor", "compression", "redirectPort"],
    ],
  ]);

  test("what nearly every file has first, what is outdated last", () => {
    assert.deepEqual(labels(receiver(`${NIO} $0`)).slice(0, 2), ["address", "port"]);
    assert.deepEqual(labels("<Server><Service><Connector $0/></Service></Server>").slice(0, 2), ["port", "protocol"]);
  });

  test("leaves out what the release lacks", () => {
    const marked = "<Cluster><Channel><Receiver $0/></Channel></Cluster>";
    assert.deepEqual(labels(marked), ["className"]);
  });

  for (const [where, marked, result] of [
    ["with its quotes", receiver(`${NIO} $0`), receiver(`${NIO} port="|4000"`)],
    ["with a blank right behind a value", receiver(`${NIO}$0`), receiver(`${NIO} port="|4000"`)],
    [
      "with a blank right before an attribute",
      receiver(`${NIO} $0address="a"`),
      receiver(`${NIO} port="|4000" address="a"`),
    ],
    ["its name alone where = is there", receiver(`${NIO} po$0="1"`), receiver(`${NIO} port|="1"`)],
  ] as const) {
    test(`writes ${where}`, () => assert.equal(accepted(marked, "port"), result));
  }
});

describe("values are offered", () => {
  const options = (inner: string) => `<Cluster ${CLUSTER} channelSendOptions=${inner}/>`;
  table([
    ["of a class", `<Cluster><Channel><Receiver className="$0"/></Channel></Cluster>`, ["NioReceiver", "BioReceiver"]],
    ["without the closing quote", '<Cluster><Channel><Receiver className="org.$0', ["NioReceiver"]],
    ["in single quotes", "<Cluster><Channel><Receiver className='$0'/></Channel></Cluster>", ["NioReceiver"]],
    ["behind = without quotes", "<Cluster><Channel><Receiver className=$0/></Channel></Cluster>", ["NioReceiver"]],
    ["in a word without quotes", "<Cluster><Channel><Receiver className=Ni$0/></Channel></Cluster>", ["NioReceiver"]],
    [
      "before another attribute",
      `<Cluster><Channel><Receiver className="$0 port="4000"/></Channel></Cluster>`,
      ["NioReceiver"],
    ],
    ["of a boolean", `<Cluster><Channel ${CHANNEL} heartbeat="$0"/></Cluster>`, ["true", "false"]],
    [
      "of a closed list",
      '<Server><Service><Engine><Host><Context><CookieProcessor sameSiteCookies="$0"/></Context></Host></Engine></Service></Server>',
      ["STRICT", "LAX"],
    ],
    ["that most files have", '<Server><Service><Connector protocol="$0"/></Service></Server>', ["HTTP/1.1", "AJP/1.3"]],
    ["of options, as sums and names", options('"$0"'), ["8", "6", "asynchronous", "use_ack"]],
    ["the remaining names in a list", options('"asynchronous,$0"'), ["use_ack"], ["asynchronous", "8"]],
    ["names in the middle of a list", options('"asynchronous,us$0,udp"'), ["use_ack"], ["udp"]],
    [
      "names in a list without its closing quote",
      `<Cluster ${CLUSTER} channelSendOptions="use_ack,$0`,
      ["synchronized_ack"],
    ],
    [
      "sums of start options, which take no names",
      `<Cluster ${CLUSTER} channelStartOptions="$0"/>`,
      ["15", "3"],
      ["receiver"],
    ],
  ]);

  test("no names for releases that take numbers alone", () => {
    assert.deepEqual(labels(options('"$0"'), "8.5"), ["8", "6", "2", "10"]);
  });

  test("with their meaning, in the language of the user", () => {
    const six = offered(options('"$0"')).find(({ label }) => label === "6");
    assert.equal(six?.detail, "synchronous");
    const names = offered(options('"$0"'), "9.0", { locale: "ko" }).find(({ label }) => label === "udp");
    assert.match(String(names?.detail), /UDP로 보내며/);
  });

  test("nothing for a number or a free text", () => {
    assert.deepEqual(labels(`<Cluster><Channel><Receiver ${NIO} port="$0"/></Channel></Cluster>`), []);
  });

  test("classes of the line alone, without those that do nothing there", () => {
    assert.deepEqual(labels('<Cluster><Channel><Receiver className="$0"/></Channel></Cluster>', "10.1"), [
      "NioReceiver",
    ]);
    assert.deepEqual(labels('<Cluster><Valve className="$0"/></Cluster>'), [
      "ReplicationValve",
      "ClusterSingleSignOn",
      "JvmRouteBinderValve",
    ]);
    assert.ok(!labels('<Cluster><Channel><Interceptor className="$0"/></Channel></Cluster>').includes("GroupChannel"));
  });

  for (const [where, marked, label, result] of [
    [
      "the long name for the short one",
      '<Cluster className="$0"/>',
      "SimpleTcpCluster",
      `<Cluster ${CLUSTER.slice(0, -1)}|"/>`,
    ],
    [
      "over all of an old one",
      '<Cluster className="org.ap$0ache.Old"/>',
      "SimpleTcpCluster",
      `<Cluster ${CLUSTER.slice(0, -1)}|"/>`,
    ],
    ["with the quote that is missing", '<Cluster className="$0', "SimpleTcpCluster", `<Cluster ${CLUSTER}|`],
    ["with both quotes", "<Cluster className=$0/>", "SimpleTcpCluster", `<Cluster ${CLUSTER}|/>`],
    ["one name of a list", options('"asynchronous,us$0"'), "use_ack", options('"asynchronous,use_ack|"')],
    ["one name in a list", options('"us$0,udp"'), "use_ack", options('"use_ack|,udp"')],
  ] as const) {
    test(`writes ${where}`, () => assert.equal(accepted(marked, label), result));
  }
});

describe("placeholders are offered", () => {
  const properties = propertiesFrom("node.port=4010\ntomcat.util.scan.StandardJarScanFilter.jarsToSkip=*.jar\n");
  const port = (inner: string) => `<Cluster><Channel><Receiver ${NIO} port=${inner}/></Channel></Cluster>`;

  test("those of the node first, Tomcat's own without a word", () => {
    const found = offered(port('"${$0}"'), "9.0", { properties });
    assert.equal(found[0]?.label, "node.port");
    assert.equal(found[0]?.detail, "4010");
    assert.ok(found.some(({ label }) => label === "catalina.base"));
    assert.ok(!found.some(({ label }) => label.startsWith("tomcat.util")));
  });

  for (const [where, inner, result] of [
    ["with the brace that is missing", '"${no$0"', '"${node.port}|"'],
    ["up to the brace that is there", '"${no$0}"', '"${node.port|}"'],
    ["in a longer text", '"a${no$0}b"', '"a${node.port|}b"'],
    ["before a default", '"${no$0:-4000}"', '"${node.port|:-4000}"'],
  ] as const) {
    test(`writes a name ${where}`, () => {
      assert.equal(accepted(port(inner), "node.port", undefined, { properties }), port(result));
    });
  }

  test("with a default", () => assert.equal(accepted(port('"${my.port$0"'), "my.port:-…"), port('"${my.port:-|}"')));
  test("and nothing within a default", () => assert.deepEqual(labels(port('"${a:-$0}"')), []));
});

describe("nothing is offered", () => {
  for (const [where, marked] of [
    ["in a comment", "<Cluster><!-- <$0 --></Cluster>"],
    ["in a comment that is still open", "<Cluster><!-- $0"],
    ["in CDATA", "<Cluster><![CDATA[ <$0 ]]></Cluster>"],
    ["in a DOCTYPE", "<!DOCTYPE Server [ $0 ]><Server/>"],
    ["in an instruction", "<?xml version='1.0' $0?><Server/>"],
    [
      "in the text of an element without children",
      "<Server><Service><Engine><Host><Alias>$0</Alias></Host></Engine></Service></Server>",
    ],
    ["below an element Tomcat ignores", "<Cluster><Nothing><$0</Nothing></Cluster>"],
    ["between / and >", "<Cluster><Channel/$0></Cluster>"],
    ["behind a value's name without =", '<Cluster className $0"x"/>'],
    ["behind the file", "<Server></Server>\n$0"],
  ] as const) {
    test(where, () => {
      const found = labels(marked).filter((each) => !each.startsWith("<!"));
      assert.deepEqual(found, []);
    });
  }

  for (const [trigger, where, marked] of [
    ['"', "behind a value's last quote", `<Cluster ${CLUSTER}$0/>`],
    ["'", "in a text", "<Cluster>'$0</Cluster>"],
    [" ", "in content", "<Cluster> $0</Cluster>"],
    [" ", "in a value", '<Cluster className="a $0"/>'],
    ["/", "at the end of an empty element", "<Cluster><Channel/$0</Cluster>"],
    ["/", "in a path", '<Server><Service><Engine><Host appBase="/$0"/></Engine></Service></Server>'],
    ["{", "of a uniqueId", '<Cluster><Channel><Interceptor><Member uniqueId="{$0"/></Interceptor></Channel></Cluster>'],
    [",", "in a text of no options", '<Cluster className="a,$0"/>'],
    ["=", "in a value", '<Cluster className="a=$0"/>'],
  ] as const) {
    test(`at ${trigger} ${where}`, () => assert.deepEqual(labels(marked, "9.0", { trigger }), []));
  }
});
