import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { effectiveXml } from "../../../server/src/config/effective/document.ts";
import { STARS } from "../../../server/src/config/effective/secrets.ts";
import { complete } from "../../../server/src/features/completion/complete.ts";
import { hover } from "../../../server/src/features/hover.ts";
import { documentSymbols } from "../../../server/src/features/symbols.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const SECRET = "tops3cret";
const SERVER = `<Server port="\${shutdown.port}">
  <GlobalNamingResources>
    <Environment name="dbPassword" value="${SECRET}" type="java.lang.String"/>
    <Environment name="color" value="green" type="java.lang.String"/>
    <Resource name="jdbc/shop" type="javax.sql.DataSource" url="\${db.url}" password="\${db.password}"/>
  </GlobalNamingResources>
</Server>`;
const PROPERTIES = `shutdown.port=8005
db.password=${SECRET}
db.url=jdbc:mysql://db/shop?user=a&password=${SECRET}
`;

const workspace = workspaceOf(
  new Map([
    ["t/conf/server.xml", SERVER],
    ["t/conf/catalina.properties", PROPERTIES],
  ]),
  "9.0",
);
const read = async () => {
  const file = await workspace.fileAt("t/conf/server.xml");
  assert.ok(file);
  return file;
};

describe("a secret does not stand", () => {
  test("beside the properties that are offered", async () => {
    const offset = SERVER.indexOf("${") + 2;
    const properties = await workspace.propertiesFor("t/conf/server.xml");
    const offered = complete({ file: await read(), offset, locale: "en", properties });
    const details = new Map(offered.map(({ label, detail }) => [label, detail]));
    assert.equal(details.get("shutdown.port"), "8005");
    assert.equal(details.get("db.password"), "***");
    assert.equal(details.get("db.url"), "jdbc:mysql://db/shop?user=a&password=***");
  });

  test("in the hover over a placeholder whose value is an address with one", async () => {
    const file = await read();
    const said = hover(file, SERVER.indexOf("db.url"), "en")?.markdown ?? "";
    assert.match(said, /password=\*\*\*`/);
    assert.ok(!said.includes(SECRET));
  });

  test("in the outline, where the name of its element tells what it is", async () => {
    const text = JSON.stringify(documentSymbols(await read()));
    assert.match(text, /green/);
    assert.ok(!text.includes(SECRET));
  });

  test("in the effective configuration, where the name of its element tells what it is", async () => {
    const text = effectiveXml(await read(), { locale: "en", marks: true, secrets: STARS }) ?? "";
    assert.match(text, /value="green"/);
    assert.ok(!text.includes(SECRET), text);
  });
});
