import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { inNewFolder } from "../harness/shell.ts";

const folder = inNewFolder();

const server = (inside: string, engine = "") =>
  `<!-- ours -->\r\n<Server port="8005">\r\n  <Service name="Catalina">\r\n    ${inside}\r\n    <Engine name="Catalina" defaultHost="localhost">${engine}<Host name="localhost"/></Engine>\r\n  </Service>\r\n</Server>\r\n`;
const CLUSTER = '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="6"/>';
const OLD = server('<Connector port="8009" protocol="AJP/1.3" address="127.0.0.1" requiredSecret="hunter2"/>');
const NEW = OLD.replace("requiredSecret", "secret");

const migrate = (...words: readonly string[]) => folder.run("migrate", ...words);

describe("tomcat-cluster migrate", () => {
  test("reports first, shows a patch, writes when told to, and then has nothing left to do", () => {
    folder.write("a/conf/server.xml", OLD);
    const to = ["a", "--from", "10.1.60", "--to", "11.0.24"];
    const report = migrate(...to);
    assert.equal(report.status, 1);
    assert.match(report.stdout, /Connector {2}requiredSecret is called secret\. \(11\.0\)/);
    assert.doesNotMatch(report.stdout, /hunter2/);
    assert.equal(folder.read("a/conf/server.xml"), OLD);

    const patch = migrate(...to, "--diff");
    assert.match(patch.stdout, /^-.*requiredSecret="hunter2"/m);
    assert.match(patch.stdout, /^\+.* secret="hunter2"/m);

    assert.equal(migrate(...to, "--write").status, 0);
    assert.equal(folder.read("a/conf/server.xml"), NEW);
    assert.equal(migrate("a", "--from", "11.0.24", "--to", "11.0.24", "--write").status, 0);
    assert.equal(folder.read("a/conf/server.xml"), NEW);
  });

  test("offers to write old defaults down, does so when told to, and then has nothing left to do", () => {
    const plain = server('<Connector port="8080"/>');
    folder.write("a/conf/server.xml", plain);
    const to = ["a", "--from", "9.0.122", "--to", "11.0.24"];
    assert.match(migrate(...to).stdout, /maxParameterCount: "10000" → "1000"[\s\S]*--keep-defaults/);
    const kept = [...to, "--keep-defaults"];
    assert.match(migrate(...kept).stdout, /maxParameterCount="10000" is written down: the default is "1000" now/);
    assert.equal(migrate(...kept, "--write").status, 0);
    const once = folder.read("a/conf/server.xml");
    assert.match(once, /<Connector port="8080"[^>]* maxParameterCount="10000"/);
    assert.equal(once.replace(/ (?!port)[\w.]+="[^"]*"(?=[^<]*\/>\r\n {4}<Engine)/g, ""), plain);
    assert.equal(migrate(...kept, "--write").status, 0);
    assert.equal(folder.read("a/conf/server.xml"), once);
  });

  test("prints Markdown and JSON, in either language", () => {
    folder.write("a/conf/server.xml", OLD);
    const to = ["a/conf/server.xml", "--from", "10.1.60", "--to", "11.0"];
    assert.match(migrate(...to, "--report", "markdown").stdout, /^# Tomcat 10\.1\.60 → 11\.0[\s\S]*^### Changed$/m);
    assert.match(migrate(...to, "--report", "markdown", "--lang", "ko").stdout, /^### 변경$/m);
    const { files, needs } = JSON.parse(migrate(...to, "--report", "json").stdout);
    const changed = files[0].entries.filter((each: { bucket: string }) => each.bucket === "changed");
    assert.deepEqual(
      changed.map((each: { element: string; line: number }) => [each.element, each.line]),
      [["Connector", 4]],
    );
    assert.ok(needs.some((each: string) => /needs Java 17/.test(each)));
  });

  test("says whether nodes can be moved one by one", () => {
    for (const node of ["node1", "node2"]) folder.write(`b/${node}/conf/server.xml`, server("", CLUSTER));
    assert.match(migrate("b", "--from", "9.0.95", "--to", "11.0.24").stdout, /one by one: sessions are kept/);
  });

  test("exits with 3 for what is left to a person, and with 2 for what it cannot do", () => {
    folder.write("a/conf/server.xml", server('<Connector port="1" rejectIllegalHeader="false"/>'));
    assert.equal(migrate("a", "--from", "10.1.60", "--to", "11.0.24").status, 3);
    assert.match(migrate("a", "--to", "11.0.24").stderr, /--from/);
    assert.equal(migrate("a", "--to", "11.0.24").status, 2);
    assert.equal(migrate("nowhere", "--to", "11.0").status, 2);
    assert.match(migrate("a", "--to", "6.0").stderr, /Known lines: 7\.0/);
    assert.equal(migrate("a").status, 2);
  });

  test("changes nothing backwards", () => {
    folder.write("a/conf/server.xml", NEW);
    const { stdout } = migrate("a", "--from", "11.0.24", "--to", "9.0.122", "--write");
    assert.equal(folder.read("a/conf/server.xml"), NEW);
    assert.match(stdout, /11\.0\.24 → 9\.0\.122/);
  });
});
