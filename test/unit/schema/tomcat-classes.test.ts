import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf, existsIn } from "../../../server/src/schema/catalog.ts";
import { LINES } from "../../../server/src/schema/lines.ts";
import { tomcatClass, tomcatClassesCalled } from "../../../server/src/schema/tomcat-classes.ts";

test("has every class that the schema knows attributes of, in the same lines", () => {
  for (const line of LINES) {
    for (const name of catalogOf(line).classNames.filter((each) => !each.includes("$"))) {
      const known = tomcatClass(name);
      assert.ok(known, `${line} ${name}`);
      assert.ok(existsIn(known.releases.get(line) ?? [], undefined) || line === "7.0", `${line} ${name}`);
    }
  }
});

test("says of a class which releases have it, and whether an object can be made of it", () => {
  const listener = tomcatClass("org.apache.catalina.core.OpenSSLLifecycleListener");
  assert.deepEqual([...(listener?.releases.keys() ?? [])], LINES.slice(LINES.indexOf("9.0")));
  assert.equal(listener?.releases.get("9.0")?.[0]?.first?.text, "9.0.92");
  assert.equal(listener?.abstract, false);
  assert.equal(tomcatClass("org.apache.catalina.valves.ValveBase")?.abstract, true);
  assert.equal(tomcatClass("org.apache.catalina.Valve")?.abstract, true);
  assert.equal(tomcatClass("com.example.Valve"), undefined);
  // Only a milestone had it.
  assert.deepEqual(
    [...(tomcatClass("org.apache.catalina.realm.JDBCRealm")?.releases.keys() ?? [])],
    ["7.0", "8.5", "9.0"],
  );
});

test("finds classes by their simple name", () => {
  assert.deepEqual(tomcatClassesCalled("AccessLogValve"), ["org.apache.catalina.valves.AccessLogValve"]);
  assert.deepEqual(tomcatClassesCalled("toString"), []);
});
