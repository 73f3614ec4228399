import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { readConfigFile } from "../../../server/src/config/file.ts";
import { fileReferences } from "../../../server/src/features/document-links.ts";
import type { Line } from "../../../server/src/schema/lines.ts";

/** `value → path below CATALINA_BASE` of each. */
function links(text: string, { path = "conf/server.xml", line = "9.0" as Line, appBase = "" } = {}): readonly string[] {
  const file = readConfigFile(path, text, { line, release: undefined });
  assert.ok(file);
  return fileReferences(file, appBase || undefined).map(
    ({ at, below }) => `${text.slice(at.start, at.end)} → ${below.join("/")}`,
  );
}

const inHost = (host: string, context: string) =>
  links(`<Server><Service><Engine><Host ${host}><Context ${context}/></Host></Engine></Service></Server>`);
const inConnector = (attributes: string, line?: Line) =>
  links(`<Server><Service><Connector ${attributes}/></Service></Server>`, line ? { line } : {});

describe("files a configuration names", () => {
  test("docBase lies in the Host's appBase, appBase in CATALINA_BASE", () => {
    assert.deepEqual(inHost('appBase="shops"', 'docBase="./big"'), ["shops → shops", "./big → shops/big"]);
    assert.deepEqual(inHost('name="localhost"', 'docBase="shop##2.war"'), ["shop##2.war → webapps/shop##2.war"]);
    assert.deepEqual(inHost('appBase="webapps"', 'docBase="../apps/shop"'), [
      "webapps → webapps",
      "../apps/shop → apps/shop",
    ]);
  });

  test("${catalina.base} is the folder itself; other properties are not known", () => {
    assert.deepEqual(inHost('appBase="${catalina.base}/shops"', 'docBase="big"'), [
      "${catalina.base}/shops → shops",
      "big → shops/big",
    ]);
    assert.deepEqual(inHost('appBase="${shops}"', 'docBase="big"'), []);
    assert.deepEqual(inHost('appBase="x"', 'docBase="${catalina.home}/webapps/docs"'), ["x → x"]);
  });

  test("what leads out of CATALINA_BASE is left out", () => {
    assert.deepEqual(inHost('appBase="/srv/apps"', 'docBase="shop"'), []);
    assert.deepEqual(inHost('appBase="../apps"', 'docBase="../../shop"'), []);
    assert.deepEqual(inHost('appBase="C:\\apps"', 'docBase="D:/shop"'), []);
    assert.deepEqual(inHost('appBase="."', 'docBase=""'), []);
  });

  test("keys of a Connector, its SSLHostConfig and its Certificate", () => {
    assert.deepEqual(inConnector('keystoreFile="conf/node.p12" keystorePass="conf/x"'), [
      "conf/node.p12 → conf/node.p12",
    ]);
    assert.deepEqual(inConnector('keystoreFile="file:///etc/x.p12" truststoreFile="/etc/y"'), []);
    assert.deepEqual(
      links(`<Server><Service><Connector><SSLHostConfig caCertificateFile="conf/ca.pem">
        <Certificate certificateKeystoreFile="conf\\node.p12"/></SSLHostConfig></Connector></Service></Server>`),
      ["conf/ca.pem → conf/ca.pem", "conf\\node.p12 → conf/node.p12"],
    );
  });

  test("Tomcat 7 hands the names of the native connector on as they are", () => {
    const apr = 'protocol="org.apache.coyote.http11.Http11AprProtocol" SSLCertificateFile="conf/a.pem"';
    assert.deepEqual(inConnector(apr, "7.0"), []);
    assert.deepEqual(inConnector(apr, "8.5"), ["conf/a.pem → conf/a.pem"]);
  });

  test("only where this Tomcat reads them", () => {
    assert.deepEqual(inConnector('keystoreFile="conf/node.p12"', "10.1"), []);
    assert.deepEqual(inConnector('protocol="com.example.Http" keystoreFile="conf/node.p12"'), []);
    assert.deepEqual(inConnector('protocol="${protocol}" keystoreFile="conf/node.p12"'), []);
  });

  test("the folders of the deployer", () => {
    const deployer = (name: string) =>
      links(`<Server><Service><Engine><Host><Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">
        <Deployer className="${name}" watchDir="war-watch" deployDir="/srv/x"/></Cluster></Host></Engine></Service></Server>`);
    assert.deepEqual(deployer("org.apache.catalina.ha.deploy.FarmWarDeployer"), ["war-watch → war-watch"]);
    assert.deepEqual(deployer("com.example.Deployer"), []);
  });

  test("the file of users, where it is one", () => {
    const resource = (type: string) =>
      links(`<Server><GlobalNamingResources><Resource name="x" type="${type}" pathname="conf/tomcat-users.xml"/>
        </GlobalNamingResources></Server>`);
    assert.deepEqual(resource("org.apache.catalina.UserDatabase"), ["conf/tomcat-users.xml → conf/tomcat-users.xml"]);
    assert.deepEqual(resource("com.example.Own"), []);
    const realm = (name: string) =>
      links(
        `<Server><Service><Engine><Realm className="org.apache.catalina.realm.${name}" pathname="u.xml"/></Engine></Service></Server>`,
      );
    assert.deepEqual(realm("MemoryRealm"), ["u.xml → u.xml"]);
    assert.deepEqual(realm("LockOutRealm"), []);
  });

  test("a Context in a file of its own needs the appBase of its Host", () => {
    const path = "/srv/node1/conf/Catalina/localhost/shop.xml";
    assert.deepEqual(links('<Context docBase="big"/>', { path, appBase: "webapps" }), ["big → webapps/big"]);
    assert.deepEqual(links('<Context docBase="big"/>', { path }), []);
  });

  test("half-typed text", () => {
    assert.deepEqual(links('<Server><Service><Engine><Host appBase="web'), ["web → web"]);
    assert.deepEqual(links("<Server><Service><Engine><Host appBase="), []);
  });
});
