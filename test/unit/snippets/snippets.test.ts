import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LINES, type Line } from "../../../server/src/schema/lines.ts";
import { expand, type Snippet, snippetsIn } from "../../harness/snippets.ts";
import { findingsOf } from "../../harness/workspace.ts";

const snippets = { ...snippetsIn("clusters.json"), ...snippetsIn("tomcat-cluster.json") };

/** Snippets of what older lines do not have. */
const FIRST_LINE: Readonly<Record<string, Line>> = { "tomcat-cluster-kubernetes": "9.0" };

function linesOf({ prefix }: Snippet): readonly Line[] {
  return LINES.slice(LINES.indexOf(FIRST_LINE[prefix] ?? "7.0"));
}

/** A file around a snippet, where its place needs one. */
function around(prefix: string, text: string): [path: string, text: string] {
  const tribes = "org.apache.catalina.tribes.";
  const cluster = (inner: string, attributes = "") =>
    `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"${attributes}>${inner}</Cluster>`;
  switch (prefix) {
    case "tomcat-distributable":
      return ["webapps/ROOT/WEB-INF/web.xml", `<web-app>${text}</web-app>`];
    case "tomcat-member": {
      const chain = ["MessageDispatchInterceptor", "TcpPingInterceptor", "TcpFailureDetector"].map(
        (name) => `<Interceptor className="${tribes}group.interceptors.${name}"/>`,
      );
      const local = `<LocalMember className="${tribes}membership.StaticMember" uniqueId="{0,0,0,0,0,0,0,0,0,0,0,0,0,0,0,9}"/>`;
      const members = `<Interceptor className="${tribes}group.interceptors.StaticMembershipInterceptor">${local}${text}</Interceptor>`;
      return [
        "cluster.xml",
        cluster(
          `<Channel className="${tribes}group.GroupChannel">${chain.join("")}${members}</Channel>`,
          ' channelStartOptions="3"',
        ),
      ];
    }
    case "tomcat-farm-deployer": {
      const channel = `<Channel className="${tribes}group.GroupChannel"><Membership className="${tribes}membership.McastService" address="239.255.0.4"/></Channel>`;
      return [
        "conf/server.xml",
        `<Server><Service><Engine name="Catalina" defaultHost="a"><Host name="a">${cluster(channel + text)}</Host></Engine></Service></Server>`,
      ];
    }
    default:
      return [
        "conf/server.xml",
        `<Server><Service><Engine name="Catalina" jvmRoute="a">${text}</Engine></Service></Server>`,
      ];
  }
}

describe("every snippet, as inserted, has no finding on the lines it is for", () => {
  for (const [name, snippet] of Object.entries(snippets)) {
    for (const line of linesOf(snippet)) {
      test(`${name}, Tomcat ${line}`, async () => {
        const [path, text] = around(snippet.prefix, expand(snippet));
        assert.ok(!/\$\{?\d/.test(text), text);
        const found = await findingsOf(path, text, line);
        assert.ok(found, "no Tomcat file");
        assert.deepEqual(
          found.map(({ code, text: message }) => `${code}: ${message.en}`),
          [],
        );
      });
    }
  }
});
