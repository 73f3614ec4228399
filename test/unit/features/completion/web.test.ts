import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { complete } from "../../../../server/src/features/completion/complete.ts";
import { workspaceOf } from "../../../harness/workspace.ts";

const PATH = "webapps/shop/WEB-INF/web.xml";
const CLUSTERED =
  '<Server><Service><Engine name="Catalina" defaultHost="a"><Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/><Host name="a"/></Engine></Service></Server>';

/** What is offered at `$0` of a web.xml, in a Tomcat with this server.xml. */
async function offered(marked: string, server?: string) {
  const offset = marked.indexOf("$0");
  const files = new Map([[PATH, marked.replace("$0", "")]]);
  if (server !== undefined) files.set("conf/server.xml", server);
  const workspace = workspaceOf(files, "9.0");
  const file = await workspace.fileAt(PATH);
  assert.ok(file);
  return complete({ file, offset, locale: "en", node: await workspace.nodeOf(PATH) });
}

const labels = async (marked: string, server?: string) => (await offered(marked, server)).map(({ label }) => label);

const web = (version: string, inner: string) => `<web-app version="${version}">${inner}</web-app>`;
const DTD23 =
  '<!DOCTYPE web-app PUBLIC "-//Sun Microsystems, Inc.//DTD Web Application 2.3//EN" "http://java.sun.com/dtd/web-app_2_3.dtd">';

describe("completion in web.xml", () => {
  test("<distributable/> comes first where the node has a Cluster and it is missing", async () => {
    const marked = web("4.0", "<$0");
    const [first] = await offered(marked, CLUSTERED);
    assert.equal(first?.label, "distributable");
    assert.equal(first.preselect, true);
    assert.deepEqual(first.text, ["distributable/>"]);
    assert.notEqual((await offered(marked))[0]?.label, "distributable");
    assert.ok(!(await labels(web("4.0", "<distributable/><$0"), CLUSTERED)).includes("distributable"));
  });

  for (const [what, marked, offers, not] of [
    [
      "children of the parent",
      web("4.0", "<servlet><$0</servlet>"),
      ["servlet-name", "servlet-class"],
      ["filter-name"],
    ],
    ["what is new in 3.0", web("3.0", "<session-config><$0"), ["cookie-config", "tracking-mode"], []],
    ["but not in 2.5", web("2.5", "<session-config><$0"), ["session-timeout"], ["cookie-config"]],
    ["what is new in 4.0", web("4.0", "<$0"), ["request-character-encoding"], ["taglib"]],
    ["but not in 3.1", web("3.1", "<$0"), ["deny-uncovered-http-methods"], ["request-character-encoding"]],
    ["what is left of 2.3", `${DTD23}<web-app><$0</web-app>`, ["taglib"], ["jsp-config", "post-construct"]],
    ["everything where no version is named", "<web-app><$0</web-app>", ["jsp-config", "taglib"], []],
    ["jakarta as well", web("6.0", "<session-config>$0</session-config>"), ["cookie-config"], []],
    ["with a prefix", '<j:web-app version="4.0"><$0</j:web-app>', ["servlet"], []],
    ["nothing twice that stands once", web("4.0", "<session-config/><$0"), ["servlet"], ["session-config"]],
    ["values of dispatcher", web("4.0", "<filter-mapping><dispatcher>$0</dispatcher></filter-mapping>"), ["ASYNC"], []],
    [
      "no ASYNC in 2.5",
      web("2.5", "<filter-mapping><dispatcher>$0</dispatcher></filter-mapping>"),
      ["ERROR"],
      ["ASYNC"],
    ],
    [
      "tracking modes",
      web("4.0", "<session-config><tracking-mode>C$0</tracking-mode></session-config>"),
      ["COOKIE"],
      [],
    ],
    ["minutes", web("4.0", "<session-config><session-timeout>$0</session-timeout></session-config>"), ["30"], []],
    [
      "guarantees",
      web("4.0", "<security-constraint><user-data-constraint><transport-guarantee>$0"),
      ["CONFIDENTIAL"],
      [],
    ],
    [
      "booleans",
      web("4.0", "<session-config><cookie-config><http-only>$0</http-only></cookie-config></session-config>"),
      ["true"],
      [],
    ],
    [
      "servlets there are",
      web(
        "4.0",
        "<servlet><servlet-name>shop</servlet-name></servlet><servlet-mapping><servlet-name>$0</servlet-name></servlet-mapping>",
      ),
      ["shop"],
      [],
    ],
    [
      "roles there are",
      web(
        "4.0",
        "<security-role><role-name>admin</role-name></security-role><security-constraint><auth-constraint><role-name>$0</role-name></auth-constraint></security-constraint>",
      ),
      ["admin"],
      [],
    ],
    ["end tags", web("4.0", "<servlet></$0"), ["</servlet>"], []],
    ["nothing in a comment", web("4.0", "<!-- <$0 -->"), [], ["servlet"]],
    ["nothing for a free text", web("4.0", "<display-name>$0</display-name>"), [], ["servlet"]],
  ] as const) {
    test(`offers ${what}`, async () => {
      const found = await labels(marked);
      for (const each of offers) assert.ok(found.includes(each), `${each} is missing in ${found.join(", ")}`);
      for (const each of not) assert.ok(!found.includes(each), `${each} is offered`);
    });
  }

  test("goes on in the order of the schema", async () => {
    const found = await labels(web("4.0", "<servlet><servlet-name>a</servlet-name><$0"));
    assert.deepEqual(found.slice(0, 2), ["servlet-class", "jsp-file"]);
  });

  test("writes what an element is no use without", async () => {
    const items = await offered(web("4.0", "\n  <$0\n"));
    const mapping = items.find(({ label }) => label === "servlet-mapping");
    assert.deepEqual(
      mapping?.text.map((part) => (typeof part === "string" ? part : `$${part.stop}`)).join(""),
      "servlet-mapping>\n    <servlet-name>$1</servlet-name>\n    <url-pattern>$2</url-pattern>\n  </servlet-mapping>$0",
    );
  });
});
