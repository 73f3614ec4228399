import { readFileSync } from "node:fs";
import { parse } from "../../server/src/syntax/parse.ts";
import type { XmlElement } from "../../server/src/syntax/tree.ts";

/** The post's cluster. Its group and folders are mended: one finding for each cluster is what real files have. */
const cluster = readFileSync(new URL("../fixtures/post/cluster-multicast.xml", import.meta.url), "utf8")
  .replace(/<\?xml[^>]*\?>\s*/, "")
  .replace("228.0.0.4", "239.255.0.4")
  .replaceAll("/tmp/", "/srv/")
  .replace(/deployDir="[^"]*"/, 'deployDir="webapps"');

/** A server.xml of at least `size` characters: Hosts that each hold the post's cluster. */
export function serverXml(size: number): string {
  const hosts: string[] = [];
  for (let length = 0; length < size; length += hosts.at(-1)?.length ?? size) {
    hosts.push(`<Host name="host${hosts.length}" appBase="webapps">\n${cluster}\n</Host>\n`);
  }
  return [
    '<Server port="8005" shutdown="SHUTDOWN">\n<Service name="Catalina">\n<Engine name="Catalina" defaultHost="host0" jvmRoute="node1">\n',
    ...hosts,
    "</Engine>\n</Service>\n</Server>\n",
  ].join("");
}

/** A server.xml as most large ones are: one Cluster, and 26 Hosts with their Contexts and Resources; 30 kB. */
export function usualServerXml(): string {
  const hosts = Array.from({ length: 26 }, (_, host) => {
    const contexts = Array.from({ length: 3 }, (_, context) => {
      const name = `app${host}-${context}`;
      return `<Context path="/${name}" docBase="/srv/${name}" reloadable="false">
<Resource name="jdbc/${name}" auth="Container" type="javax.sql.DataSource" driverClassName="org.postgresql.Driver"
  url="jdbc:postgresql://db:5432/${name}" username="tomcat" maxTotal="${20 + context}" maxIdle="10" maxWaitMillis="10000"/>
</Context>`;
    });
    return `<Host name="host${host}.example.com" appBase="webapps${host}" unpackWARs="true" autoDeploy="false">
<Alias>www.host${host}.example.com</Alias>
${contexts.join("\n")}
<Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs" prefix="host${host}" suffix=".txt" pattern="common"/>
</Host>`;
  });
  return `<Server port="8005" shutdown="SHUTDOWN">
<Service name="Catalina">
<Connector port="8080" protocol="HTTP/1.1" connectionTimeout="20000" redirectPort="8443"/>
<Engine name="Catalina" defaultHost="host0.example.com" jvmRoute="node1">
${cluster}
${hosts.join("\n")}
</Engine>
</Service>
</Server>
`;
}

/** The same elements and attributes as JSON, for the JSON server. */
export function asJson(xml: string): string {
  const { root } = parse(xml);
  return root ? JSON.stringify(plain(root), undefined, 2) : "{}";
}

/** The same elements and attributes as YAML, for the YAML server. */
export function asYaml(xml: string): string {
  const { root } = parse(xml);
  return root ? yamlOf(root, "") : "";
}

function plain({ name, attributes, elements }: XmlElement): object {
  return {
    element: name,
    ...Object.fromEntries(attributes.map((each) => [each.name, each.value?.raw ?? ""])),
    children: elements.map(plain),
  };
}

function yamlOf({ name, attributes, elements }: XmlElement, indent: string): string {
  const rows = [
    `element: ${name}`,
    ...attributes.map((each) => `${each.name}: ${JSON.stringify(each.value?.raw ?? "")}`),
  ];
  const children = elements.map((each) => `${indent}  - ${yamlOf(each, `${indent}    `).trimStart()}`);
  return [...rows.map((row) => indent + row), ...(children.length > 0 ? [`${indent}children:`, ...children] : [])].join(
    "\n",
  );
}
