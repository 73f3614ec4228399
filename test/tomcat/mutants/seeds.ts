import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expand, snippetsIn } from "../../harness/snippets.ts";

/** Mutants of each line; the same ones in every run. */
export const COUNT = Number(process.env["MUTANTS"] ?? 3000);
export const SEED = 20_261_124;

const root = fileURLToPath(new URL("../../..", import.meta.url));

const wrapped = (cluster: string) => `<Server port="8005" shutdown="SHUTDOWN">
  <Listener className="org.apache.catalina.core.JreMemoryLeakPreventionListener"/>
  <Service name="Catalina">
    <Connector port="8080" protocol="HTTP/1.1" connectionTimeout="20000" redirectPort="8443"/>
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1">
      <Realm className="org.apache.catalina.realm.LockOutRealm"/>
      ${cluster}
      <Host name="localhost" appBase="webapps" unpackWARs="true" autoDeploy="true">
        <Valve className="org.apache.catalina.valves.AccessLogValve" directory="logs" prefix="access" suffix=".txt"/>
      </Host>
    </Engine>
  </Service>
</Server>
`;

/** Whole configurations that Tomcat reads without a word. */
export const seeds = [
  ...readdirSync(join(root, "test/fixtures/post")).map((name) =>
    wrapped(readFileSync(join(root, "test/fixtures/post", name), "utf8").replace(/<\?xml[^>]*\?>/, "")),
  ),
  ...Object.values(snippetsIn("tomcat-cluster.json"))
    .filter(({ prefix }) => prefix.startsWith("tomcat-cluster-"))
    .map((snippet) => wrapped(expand(snippet))),
];
