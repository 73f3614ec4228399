import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { readFrontFile } from "../../server/src/front/read.ts";
import { workspaceOf } from "../harness/workspace.ts";
import { missingFront } from "./balancers.ts";

const FOLDERS = ["/etc/apache2", "/etc/nginx", "/etc/haproxy", "/etc/libapache2-mod-jk"];

function filesBelow(folder: string): readonly string[] {
  return readdirSync(folder).flatMap((name) => {
    const path = join(folder, name);
    if (!existsSync(path)) return [];
    return statSync(path).isDirectory() ? filesBelow(path) : [path];
  });
}

const node = (number: number) => `<Server><Service name="Catalina">
  <Connector port="${8079 + number}" protocol="HTTP/1.1"/>
  <Connector port="${8008 + number}" protocol="AJP/1.3" secretRequired="false"/>
  <Engine name="Catalina" defaultHost="localhost" jvmRoute="node${number}">
    <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/>
    <Host name="localhost"/>
  </Engine>
</Service></Server>
`;

test("what Debian's packages ship gives no finding, also where it names a node", { skip: missingFront }, async () => {
  const paths = FOLDERS.flatMap(filesBelow);
  assert.ok(paths.length > 200, `only ${paths.length} files`);
  const read = paths.filter((path) => readFrontFile(path, readFileSync(path, "utf8")));
  assert.ok(read.includes("/etc/libapache2-mod-jk/workers.properties"), read.join());
  for (const path of read) {
    const files = new Map([
      ["node1/conf/server.xml", node(1)],
      ["node2/conf/server.xml", node(2)],
      ["front.conf", readFileSync(path, "utf8")],
    ]);
    const workspace = workspaceOf(files, "9.0");
    const found = [];
    for (const name of files.keys()) found.push(...((await workspace.checked(name))?.diagnostics ?? []));
    const told = found.filter(({ code }) => code.startsWith("balancer-")).map(({ code, text }) => `${code} ${text.en}`);
    assert.deepEqual(told, [], path);
  }
});
