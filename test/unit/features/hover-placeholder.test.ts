import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Locale } from "../../../server/src/base/localized.ts";
import { hover } from "../../../server/src/features/hover.ts";
import { workspaceOf } from "../../harness/workspace.ts";

/** The paragraphs above the line, at `$0` of a server.xml whose Receiver has these attributes. */
async function said(attributes: string, around: Readonly<Record<string, string>>, locale: Locale = "en") {
  const marked = `<Server><Service><Engine><Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Channel className="org.apache.catalina.tribes.group.GroupChannel"><Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" ${attributes}/></Channel></Cluster></Engine></Service></Server>`;
  const offset = marked.indexOf("$0");
  const files = new Map([["t/conf/server.xml", marked.replace("$0", "")], ...Object.entries(around)]);
  const file = await workspaceOf(files, "9.0").fileAt("t/conf/server.xml");
  assert.ok(file);
  return hover(file, offset, locale)?.markdown.split("\n\n---")[0]?.split("\n\n");
}

const PROPERTIES = { "t/conf/catalina.properties": "# ports\nport=4010\nport.key=abc\n" };

describe("a placeholder under the cursor", () => {
  test("is told with the file and line that sets it", async () => {
    assert.deepEqual(await said('port="${po$0rt}"', PROPERTIES), [
      "`${port}` = `4010`",
      "Set in conf/catalina.properties:2",
    ]);
  });

  test("keeps the explanation of its attribute", async () => {
    const marked = '<Server port="${po$0rt}"/>';
    const file = await workspaceOf(new Map([["t/conf/server.xml", marked.replace("$0", "")]]), "9.0").fileAt(
      "t/conf/server.xml",
    );
    assert.match(String(file && hover(file, marked.indexOf("$0"), "en")?.markdown), /\*\*port\*\*/);
  });

  test("names the places that have no effect, and those that agree", async () => {
    const scripts = { "t/bin/setenv.sh": "-Dport=1", "t/bin/setenv.bat": "set JAVA_OPTS=-Dport=4010" };
    assert.deepEqual(await said('port="${port}$0"', { ...PROPERTIES, ...scripts }), [
      "`${port}` = `4010`",
      "Set in conf/catalina.properties:2, bin/setenv.bat:1",
      "Also there, without effect: bin/setenv.sh:1",
    ]);
  });

  test("is unknown where the places differ, or fill something in", async () => {
    const scripts = { "t/bin/setenv.sh": "-Dport=1", "t/bin/setenv.bat": "set JAVA_OPTS=-Dport=%PORT%" };
    assert.deepEqual(await said('port="$0${port}"', scripts), [
      "`${port}`",
      "The files do not tell its value.",
      "Set in bin/setenv.sh:1, bin/setenv.bat:1",
    ]);
  });

  test("has what .env and defaults of a compose file make of it, and says that a shell may set it otherwise", async () => {
    const compose = (option: string) =>
      `services:\n  web:\n    image: tomcat:9.0\n    environment:\n      - CATALINA_OPTS=-Dport=${option}\n    volumes: [./conf:/usr/local/tomcat/conf]\n`;
    const around = { "t/compose.yaml": compose("4${PORT}"), "t/.env": "X=1\nPORT=010\n" };
    assert.deepEqual(await said('port="$0${port}"', around), [
      "`${port}`",
      "The files do not tell its value.",
      "Set in t/compose.yaml:5",
      "Unless a shell sets another value for Compose: `4010`, t/.env:2",
    ]);
    assert.deepEqual((await said('port="$0${port}"', { "t/compose.yaml": compose("${PORT:-4000}") }))?.slice(3), [
      "Unless a shell sets another value for Compose: `4000`",
    ]);
    assert.equal((await said('port="$0${port}"', { "t/compose.yaml": compose("${PORT}") }))?.length, 3);
  });

  test("has its default where nothing is known", async () => {
    assert.deepEqual(await said('port="${po$0rt:-4000}"', {}), [
      "`${port}`",
      "No file of this Tomcat sets it: the system or the command line may.",
      "Where nothing sets it: `4000`",
    ]);
    assert.deepEqual((await said('port="${po$0rt:-4000}"', PROPERTIES))?.[0], "`${port}` = `4010`");
  });

  test("may be one of every Tomcat", async () => {
    assert.deepEqual(await said('address="${catalina.$0base}"', {}), [
      "`${catalina.base}`",
      "the folder of this Tomcat's files",
    ]);
  });

  test("shows no secret", async () => {
    assert.equal((await said('address="${port.$0key}"', PROPERTIES))?.[0], "`${port.key}` = \\*\\*\\*");
  });

  test("may belong to a class of the user's, which may know any name", async () => {
    const vault = {
      "t/conf/catalina.properties": "port=1\norg.apache.tomcat.util.digester.PROPERTY_SOURCE=com.example.Vault\n",
    };
    assert.equal((await said('port="${VAULT:$0:db::port}"', vault))?.[0], "`${VAULT::db::port}`");
    assert.deepEqual(await said('port="${po$0rt}"', vault), [
      "`${port}`",
      "The files do not tell its value.",
      "Set in conf/catalina.properties:1",
    ]);
  });

  test("is explained in a text of web.xml too, in Korean", async () => {
    const text = "<web-app><display-name>a ${na$0me}</display-name></web-app>";
    const files = new Map([
      ["t/webapps/a/WEB-INF/web.xml", text.replace("$0", "")],
      ["t/conf/catalina.properties", "name=shop"],
    ]);
    const file = await workspaceOf(files, "9.0").fileAt("t/webapps/a/WEB-INF/web.xml");
    assert.ok(file);
    assert.equal(
      hover(file, text.indexOf("$0"), "ko")?.markdown,
      "`${name}` = `shop`\n\n지정된 곳: conf/catalina.properties:1",
    );
  });
});
