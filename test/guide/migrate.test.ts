import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { inNewFolder } from "../harness/shell.ts";

const folder = inNewFolder();
const guide = (name: string) => readFileSync(new URL(`../../client/walkthrough/${name}.md`, import.meta.url), "utf8");

/** The commands of the block for a shell, each as its words. */
function commandsOf(text: string): readonly (readonly string[])[] {
  const [, block = ""] = /^```sh\n([^`]*)^```/m.exec(text) ?? [];
  return block
    .trim()
    .split("\n")
    .map((line) => line.split(" "));
}

const server = (node: string, connector: string) => `<Server port="8005"><Service name="Catalina">
  ${connector}
  <Engine name="Catalina" defaultHost="localhost" jvmRoute="${node}">
    <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="6"/>
    <Host name="localhost"/>
  </Engine>
</Service></Server>
`;

test("the guide's commands report, show and make the move", () => {
  const old = '<Connector port="8443" SSLEnabled="true" keystoreFile="a.p12"/>';
  for (const node of ["node1", "node2"]) folder.write(`${node}/conf/server.xml`, server(node, old));
  const [report, patch, write, ...more] = commandsOf(guide("migrate")).map(([program, ...words]) => {
    assert.equal(program, "tomcat-cluster");
    return folder.run(...words);
  });
  assert.deepEqual(more, []);
  assert.match(
    report?.stdout ?? "",
    /keystoreFile is read in the Certificate[\s\S]*sessions are kept|sessions are kept[\s\S]*keystoreFile/,
  );
  assert.match(patch?.stdout ?? "", /^\+.*<Certificate certificateKeystoreFile="a\.p12"/m);
  assert.equal(write?.status, 0, write?.stderr);
  for (const node of ["node1", "node2"]) assert.match(folder.read(`${node}/conf/server.xml`), /<SSLHostConfig>/);
});

test("the guide has the same commands in Korean", () => {
  assert.deepEqual(commandsOf(guide("migrate.nls.ko")), commandsOf(guide("migrate")));
});
