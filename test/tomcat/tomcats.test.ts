import assert from "node:assert/strict";
import { test } from "node:test";
import { catalogOf } from "../../server/src/schema/catalog.ts";
import { missingTomcat, tomcats } from "./tomcats.ts";

test("the Tomcats that must be tried are here", { skip: missingTomcat }, (context) => {
  for (const tomcat of tomcats) {
    const { release, line, isNew } = tomcat;
    const facts = catalogOf(line).release;
    context.diagnostic(`Tomcat ${release}${release.compare(facts) > 0 ? `, newer than the facts of ${facts}` : ""}`);
    if (isNew) context.diagnostic(`NEW Tomcat ${release}: what fails on it is printed, and is no failure`);
  }
  const there = tomcats.map(({ release }) => release.text);
  if (process.env["CI"]) assert.ok(there.includes("9.0.70"), `${there}`);
});
