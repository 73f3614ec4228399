import assert from "node:assert/strict";
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { TextDocument } from "vscode-languageserver-textdocument";
import { MIGRATE_REQUEST } from "../../server/src/protocol.ts";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";

const PATH = "node1/conf/server.xml";

describe("the move to another Tomcat over JSON-RPC", () => {
  let folder: string;
  let server: ServerProcess;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-"));
    cpSync("examples", folder, { recursive: true });
    for (const node of ["node1", "node2"])
      writeFileSync(join(folder, node, "RELEASE-NOTES"), "Apache Tomcat Version 9.0.95\n");
    server = new ServerProcess([bundledServer, "--stdio"]);
    await server.initialize(PULLING, [pathToFileURL(folder).href]);
  });
  afterEach(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  const WITH_TLS = `<Server port="8005"><Service name="Catalina">
  <Connector port="8443" SSLEnabled="true" keystoreFile="a.p12"/>
  <Engine name="Catalina" defaultHost="localhost"><Host name="localhost"/></Engine></Service></Server>
`;

  test("gives a report and the edits, and writes nothing", async () => {
    writeFileSync(join(folder, PATH), WITH_TLS);
    const params = { uri: uriOf(PATH), to: "11.0", wholeCluster: false, keepDefaults: false };
    const answer = await server.connection.sendRequest(MIGRATE_REQUEST, params);
    assert.match(answer?.report ?? "", /^# Tomcat 9\.0\.95 → 11\.0/);
    assert.match(answer?.report ?? "", /^## node1\/conf\/server\.xml$/m);
    const file = answer?.files.find(({ uri }) => uri === uriOf(PATH));
    assert.ok(file);
    const document = TextDocument.create(file.uri, "xml", 1, WITH_TLS);
    assert.match(
      TextDocument.applyEdits(document, [...file.edits]),
      /<Certificate certificateKeystoreFile="a\.p12"\/>/,
    );
    assert.equal(readFileSync(join(folder, PATH), "utf8"), WITH_TLS);
  });

  test("writes old defaults down where that is wished, and says how many there are", async () => {
    const params = { uri: uriOf(PATH), to: "11.0", wholeCluster: false };
    const without = await server.connection.sendRequest(MIGRATE_REQUEST, { ...params, keepDefaults: false });
    assert.ok((without?.keepable ?? 0) > 0);
    const kept = await server.connection.sendRequest(MIGRATE_REQUEST, { ...params, keepDefaults: true });
    assert.equal(kept?.keepable, 0);
    const edits = kept?.files.find(({ uri }) => uri === uriOf(PATH))?.edits ?? [];
    assert.match(edits.map(({ newText }) => newText).join(""), / maxParameterCount="10000"/);
  });

  test("takes all nodes of a cluster, and says nothing where there is no file of Tomcat's", async () => {
    const params = { uri: uriOf("node2/conf/server.xml"), to: "11.0", wholeCluster: true, keepDefaults: false };
    const { report = "" } = (await server.connection.sendRequest(MIGRATE_REQUEST, params)) ?? {};
    for (const node of ["node1", "node2"]) assert.match(report, new RegExp(`^## .*${node}/conf/server`, "m"));
    writeFileSync(join(folder, "other.xml"), "<a/>");
    const other = { uri: uriOf("other.xml"), to: "11.0", wholeCluster: false, keepDefaults: false };
    assert.equal(await server.connection.sendRequest(MIGRATE_REQUEST, other), null);
  });
});
