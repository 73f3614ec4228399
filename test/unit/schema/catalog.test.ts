import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { catalogOf, classHistory, defaultOf, existsIn } from "../../../server/src/schema/catalog.ts";
import { LINES } from "../../../server/src/schema/lines.ts";
import { Release } from "../../../server/src/schema/release.ts";

const TRIBES = "org.apache.catalina.tribes.";

describe("the schema", () => {
  for (const line of LINES) {
    test(`of Tomcat ${line} can be read as a whole`, () => {
      const catalog = catalogOf(line);
      for (const name of catalog.classNames) assert.ok(catalog.classNamed(name)?.attributes, name);
      const pending = [catalog.root("Server")];
      let count = 0;
      for (let facts = pending.pop(); facts; facts = pending.pop()) {
        count++;
        pending.push(...facts.children.values());
        for (const name of facts.classes) assert.ok(catalog.classNamed(name), `${facts.path}: ${name}`);
      }
      assert.ok(count > 70, `${count} elements`);
      const port = catalog.classNamed(`${TRIBES}transport.nio.NioReceiver`)?.attributes.get("port");
      assert.equal(port?.type, "int");
      assert.equal(port?.default, "4000");
    });
  }

  test("knows which releases have a class", () => {
    const history = classHistory(`${TRIBES}membership.StaticMembershipService`);
    assert.deepEqual([...(history?.keys() ?? [])], LINES.slice(LINES.indexOf("9.0")));
    const ranges = history?.get("9.0") ?? [];
    assert.equal(existsIn(ranges, Release.parse("9.0.10")), false);
    assert.equal(existsIn(ranges, Release.parse("9.0.11")), true);
    assert.equal(existsIn(ranges, undefined), true);
  });

  test("knows defaults that changed within a line", () => {
    const algorithm = catalogOf("9.0")
      .classNamed(`${TRIBES}group.interceptors.EncryptInterceptor`)
      ?.attributes.get("encryptionAlgorithm");
    assert.ok(algorithm);
    assert.equal(defaultOf(algorithm, Release.parse("9.0.70")), "AES/CBC/PKCS5Padding");
    assert.equal(defaultOf(algorithm, undefined), "AES/GCM/NoPadding");
  });

  test("sorts milestones before the release they lead to", () => {
    const order = ["9.0.0-M1", "9.0.0-M23", "9.0.1", "9.0.70", "9.0.121", "10.1.0-M16", "10.1.0"];
    const sorted = order
      .toReversed()
      .map((text) => Release.parse(text))
      .filter((each) => each !== undefined);
    assert.deepEqual(sorted.sort((a, b) => a.compare(b)).map(String), order);
    assert.equal(Release.parse("nine"), undefined);
  });
});
