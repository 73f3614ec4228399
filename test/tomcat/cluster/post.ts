import { readFileSync } from "node:fs";
import { TEST_PAGE } from "../../../server/src/create/test-page.ts";
import { webXml } from "../../../server/src/create/web-xml.ts";
import type { Line } from "../../../server/src/schema/lines.ts";
import type { Files } from "./journey.ts";
import { ADDRESSES } from "./network.ts";
import { DEFAULTS } from "./tomcat.ts";

/** A Cluster of the post, as written. */
export function clusterOfPost(name: "multicast" | "static"): string {
  return readFileSync(new URL(`../../fixtures/post/cluster-${name}.xml`, import.meta.url), "utf8");
}

/** What the post leaves active above its multicast Cluster. */
export const BARE = `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>`;

/** The same text for the second machine: "the same on both, but for the address". */
export function onSecond(text: string): string {
  const [first, second] = ADDRESSES;
  return text.replaceAll(first, "\0").replaceAll(second, first).replaceAll("\0", second);
}

/** The files of one of its Tomcats. `webInf` is where the application's descriptor goes: the post says WEB_INF. */
export function tomcatOfPost(line: Line, clusters: string, webInf: string, inHost = ""): Files {
  const host = `<Host name="localhost" appBase="webapps">${inHost}</Host>`;
  const engine = `<Engine name="Catalina" defaultHost="localhost">\n${clusters}\n${host}\n</Engine>`;
  const connector = `<Connector port="8080" protocol="HTTP/1.1"/>`;
  return new Map([
    [
      "conf/server.xml",
      `<Server port="8005" shutdown="SHUTDOWN"><Service name="Catalina">${connector}\n${engine}\n</Service></Server>\n`,
    ],
    // The post adds it here as well.
    ["conf/web.xml", DEFAULTS.replace("<web-app>", "<web-app>\n  <distributable/>")],
    [`webapps/ROOT/${webInf}/web.xml`, webXml(line)],
    ["webapps/ROOT/index.jsp", TEST_PAGE],
  ]);
}
