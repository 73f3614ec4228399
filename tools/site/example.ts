import assert from "node:assert/strict";
import { HEADINGS, sectionOf } from "../../server/src/rules/page.ts";

/**
 * An example of a rule's page: files that a user could have. On the page they are parts of files, in which only what
 * matters stands:
 *
 *     **Incorrect** (Tomcat 9.0.80)
 *
 *     `node1/conf/server.xml`
 *
 *     ```xml
 *     <Receiver className="…" port="0"/>
 *     ```
 *
 * The line with the path may be left out. So may the Tomcat: then 9.0 is chosen; a release stands in RELEASE-NOTES.
 */
export interface Example {
  readonly files: ReadonlyMap<string, string>;
  /** A line that is chosen, or `auto`. */
  readonly tomcat: string;
}

const BLOCK = /(?:^`([^`\n]+)`\n\n)?^```(\w+)\n([\s\S]*?)^```$/gm;

/** The incorrect and the correct example of a page in English. */
export function examplesOf(page: string): { readonly incorrect: Example; readonly correct: Example } {
  const section = sectionOf(page, HEADINGS.example.en) ?? assert.fail("no example");
  const [before = "", first = "", , second = ""] = section.split(/^(\*\*(?:Incorrect|Correct)\*\*.*)$/m);
  assert.equal(before, "");
  assert.ok(first.startsWith("**Incorrect**"), "the incorrect example comes first");
  assert.ok(second.startsWith("**Correct**"), "the correct example comes second");
  const at = section.indexOf(second);
  return { incorrect: exampleOf(section.slice(0, at)), correct: exampleOf(section.slice(at)) };
}

function exampleOf(text: string): Example {
  const caption = text.split("\n", 1)[0] ?? "";
  const told = /^\*\*\w+\*\*(?: \(Tomcat (.+)\))?$/.exec(caption) ?? assert.fail(`what is "${caption}"?`);
  const tomcat = told[1] ?? "9.0";
  const files = new Map<string, string>();
  for (const [, path, language, content = ""] of text.matchAll(BLOCK)) {
    const name = path ?? usualPath(content);
    assert.ok(!files.has(name), `two blocks are ${name}`);
    files.set(name, language === "xml" ? wholeFile(content, name) : content);
  }
  assert.ok(files.size > 0, `${caption} shows no file`);
  const line = /^\d+\.\d+$/.test(tomcat);
  if (!line && tomcat !== "version not known") files.set("RELEASE-NOTES", `Apache Tomcat Version ${tomcat}\n`);
  const released = [...files.keys()].some((name) => name.endsWith("RELEASE-NOTES"));
  return { files, tomcat: line && !released ? tomcat : "auto" };
}

/** Where a file with this root element usually is. */
function usualPath(content: string): string {
  const root = rootOf(content);
  if (root === "Context") return "webapps/shop/META-INF/context.xml";
  return /web-app$/.test(root) || root in WEB_XML ? "webapps/shop/WEB-INF/web.xml" : "conf/server.xml";
}

function rootOf(content: string): string {
  return /<([A-Za-z][\w:-]*)/.exec(content.replace(/<!--[\s\S]*?-->/g, ""))?.[1] ?? assert.fail("no element");
}

/** What stands around a part of a server.xml that begins with an element of this name. */
const AROUND: Readonly<Record<string, string>> = {
  Service: "Server",
  Executor: "Service",
  Connector: "Service",
  Engine: "Service",
  Host: "Engine",
  Cluster: "Engine",
  Manager: "Cluster",
  Channel: "Cluster",
  Valve: "Cluster",
  Deployer: "Cluster",
  ClusterListener: "Cluster",
  Membership: "Channel",
  Receiver: "Channel",
  Sender: "Channel",
  Interceptor: "Channel",
};

/** Elements of a web.xml that examples begin with. */
const WEB_XML: Readonly<Record<string, true>> = { distributable: true, servlet: true, "session-config": true };

/** A sound file around a part of one, or the text itself where it is a whole file, which its XML declaration tells too. */
function wholeFile(content: string, path: string): string {
  const root = rootOf(content);
  if (root in WEB_XML) return `<web-app version="4.0">\n${content}</web-app>\n`;
  if (content.startsWith("<?xml")) return content;
  let text = content;
  const node = /^([\w-]+)\/conf\//.exec(path)?.[1] ?? "node1";
  for (let name = root; AROUND[name]; ) {
    const parent: string = AROUND[name] ?? "";
    text = around(parent, name, text, node);
    name = parent;
  }
  return text;
}

function around(parent: string, child: string, text: string, node: string): string {
  const host = '<Host name="localhost" appBase="webapps"/>\n';
  const engine = `<Engine name="Catalina" defaultHost="localhost" jvmRoute="${node}">\n`;
  switch (parent) {
    case "Server":
      return `<Server port="8005" shutdown="SHUTDOWN">\n${text}</Server>\n`;
    case "Service":
      return `<Service name="Catalina">\n${text}${child === "Engine" ? "" : `${engine}${host}</Engine>\n`}</Service>\n`;
    case "Engine":
      return `${engine}${text}${child === "Host" ? "" : host}</Engine>\n`;
    case "Cluster":
      return `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">\n${text}</Cluster>\n`;
    default:
      return `<Channel className="org.apache.catalina.tribes.group.GroupChannel">\n${text}</Channel>\n`;
  }
}
