import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { effectiveJson, effectiveXml } from "../../../server/src/config/effective/document.ts";
import { numberedStars, STARS, type Stand } from "../../../server/src/config/effective/secrets.ts";
import { readConfigFile } from "../../../server/src/config/file.ts";
import { propertiesFrom } from "../../harness/properties.ts";

const KEY = "9f3c1a7be0426d5588b1c2e7f4a09d13";
const ENCRYPT = "org.apache.catalina.tribes.group.interceptors.EncryptInterceptor";
const URL = "jdbc:mysql://h/db?user=shop&amp;password=geheim";

function shown(key: string, secrets: Stand | undefined) {
  const text = `<Server><GlobalNamingResources>
    <Resource name="jdbc/shop" type="javax.sql.DataSource" username="shop" password="geheim" url="${URL}"/>
  </GlobalNamingResources><Service name="Catalina">
    <Connector port="8443" keystorePass="geheim" unknownToken="geheim"/>
    <Engine name="Catalina"><Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster">
      <Channel className="org.apache.catalina.tribes.group.GroupChannel"><Interceptor className="${ENCRYPT}" encryptionKey="${key}"/></Channel>
    </Cluster></Engine></Service></Server>`;
  const properties = propertiesFrom(`cluster.key=${KEY}`);
  const file = readConfigFile("conf/server.xml", text, { line: "9.0", release: undefined }, { properties });
  assert.ok(file);
  const options = { locale: "en", marks: true, secrets } as const;
  return `${effectiveXml(file, options)}\n${effectiveJson(file, options)}`;
}

describe("passwords and keys in the effective configuration", () => {
  test("are shown when asked for", () => {
    for (const secret of ["geheim", KEY]) assert.ok(shown("${cluster.key}", undefined).includes(secret));
  });

  test("are stars otherwise, also in URLs, comments and behind placeholders", () => {
    const text = shown("${cluster.key}", STARS);
    for (const secret of ["geheim", KEY]) assert.ok(!text.includes(secret), secret);
    assert.ok(text.includes('encryptionKey="***"'));
    assert.ok(text.includes("user=shop&amp;password=***"));
    // A placeholder is the place of a secret, and the name in it none.
    assert.ok(text.includes("${cluster.key}"));
  });

  test("stay apart in a comparison without being shown", () => {
    const secrets = numberedStars();
    const [one, same, other] = [shown(KEY, secrets), shown("${cluster.key}", secrets), shown(`00${KEY}`, secrets)];
    // The comment above the element says what is written, the element what takes effect.
    const key = (text: string) => [...text.matchAll(/encryptionKey="(.*?)"/g)].at(-1)?.[1];
    assert.equal(key(one), key(same));
    assert.notEqual(key(one), key(other));
    assert.ok(!other.includes(KEY));
  });
});
