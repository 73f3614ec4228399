import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { DOMParser } from "@xmldom/xmldom";
import { printableXml } from "../../server/src/base/printable.ts";
import { topologyMermaid } from "../../server/src/topology/mermaid.ts";
import { pictureOf, standaloneSvg } from "../../server/src/topology/svg.ts";
import { topologiesOf } from "../harness/topology.ts";

/** What is neither shown nor written as it stands where it is taken for more than text. */
const EVIL: Readonly<Record<string, string>> = {
  "an end of a script": "</script><script>alert(1)</script>",
  "an image": '"><img src=x onerror=alert(1)>',
  "quotes of both kinds": `"'" onload='alert(1)'`,
  "a template of JavaScript": "${alert(1)}`${1}`",
  "an end of CDATA and of a comment": "]]> --> <!-- <![CDATA[",
  "an entity": "&lt;script&gt; &evil; &#60; #lt;b#gt; #quot;",
  "control characters": "a\u0000\u0001\u001b[31m\u009b\u007f\ufffe\uffffb",
  "lone surrogates": "a\ud800b\udc00c",
  "other directions of writing": "\u202e\u2066abc\u061c\u200f\ufeff",
  "line breaks": 'a\n  end\n  evil["b"]\n  click evil href "javascript:alert(1)"\r\u2028\u2029',
  "a directive of Mermaid": '%%{init: {"securityLevel": "loose"}}%%',
  "marks that stand on one another": "a\u0301".repeat(500),
  "a long name": "n".repeat(100_000),
};

const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** Two nodes that do not reach each other, a balancer in front of them, and this text wherever a file may name something. */
function cluster(evil: string): ReadonlyMap<string, string> {
  const name = escaped(evil);
  const node = (index: number) => `<Server><Service name="${name}">
<Connector port="808${index}" protocol="HTTP/1.1"/>
<Engine name="${name}" defaultHost="localhost" jvmRoute="${name}${index}">
<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" clusterName="${name}">
<Channel className="org.apache.catalina.tribes.group.GroupChannel">
<Membership className="org.apache.catalina.tribes.membership.McastService" address="228.0.0.9" domain="${name}"/>
<Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" address="${name}" port="400${index}"/>
<Interceptor className="org.apache.catalina.tribes.group.interceptors.StaticMembershipInterceptor">
<Member className="org.apache.catalina.tribes.membership.StaticMember" host="${name}" port="4009"/>
</Interceptor></Channel></Cluster>
<Host name="localhost" appBase="webapps"><Context path="/${name}" docBase="${name}" distributable="true"/></Host>
</Engine></Service></Server>`;
  return new Map([
    ["node1/conf/server.xml", node(1)],
    ["node2/conf/server.xml", node(2)],
    [
      "a.conf",
      `<Proxy balancer://a>\nBalancerMember http://node1:8081 route=x\n</Proxy>\nProxyPass / balancer://a/ stickysession=JSESSIONID\n`,
    ],
  ]);
}

/** Fails where a picture is not well-formed, or has more than shapes and texts. */
function assertHarmless(svg: string): void {
  const wrong: string[] = [];
  const parser = new DOMParser({ onError: (level, message) => wrong.push(`${level}: ${message}`) });
  const { documentElement } = parser.parseFromString(svg, "image/svg+xml");
  assert.deepEqual(wrong, []);
  for (const element of Array.from(documentElement?.getElementsByTagName("*") ?? [])) {
    assert.match(element.nodeName, /^(?:svg|g|rect|path|text|tspan|title|desc|defs|marker|line|circle|style|polygon)$/);
    for (const { name, value } of Array.from(element.attributes)) {
      assert.doesNotMatch(name, /^on|href/i);
      if (!name.startsWith("aria-")) assert.doesNotMatch(value, /javascript:|url\((?!#)/i);
    }
  }
}

describe("a picture of a cluster shows, and never does, what names of nodes say", () => {
  for (const [what, evil] of Object.entries(EVIL)) {
    test(what, async () => {
      const topologies = await topologiesOf(cluster(evil));
      assert.equal(topologies[0]?.nodes.length, 2);
      for (const locale of ["en", "ko"] as const) {
        const [topology] = topologies;
        assert.ok(topology);
        assertHarmless((await pictureOf(topology, locale, "c0-")).svg);
        assertHarmless(printableXml(await standaloneSvg(topologies, locale)));
      }
      for (const line of topologyMermaid(topologies).trimEnd().split("\n")) {
        const texts = [...line.matchAll(/"([^"]*)"/g)].map(([, text = ""]) => text.replaceAll("<br>", ""));
        assert.doesNotMatch(line.replaceAll(/"[^"]*"/g, ""), /evil|click|init|script|alert/);
        // Mermaid reads `#name;` as an entity, and what begins with a backquote as Markdown.
        for (const text of texts) assert.doesNotMatch(text, /[<`]|#(?!\d+;)/);
      }
    });
  }
});
