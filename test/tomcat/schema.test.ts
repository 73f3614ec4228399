import assert from "node:assert/strict";
import { disagreements } from "../../server/tools/facts/agreement.ts";
import { extract } from "../../server/tools/facts/extract.ts";
import { withPrograms } from "../../server/tools/facts/run-java.ts";
import { describeOn, missingTomcat, tomcats } from "./tomcats.ts";

/** What Debian mended in an old release, which Apache mended in a later one. */
const MENDED_BY_DEBIAN: Readonly<Record<string, readonly string[]>> = {
  "9.0.43": [
    "org.apache.coyote.http2.Http2Protocol#overheadCountFactor: default 1, really 10",
    "org.apache.coyote.http2.Http2Protocol#overheadResetFactor: is there",
  ],
};

for (const tomcat of tomcats) {
  const release = String(tomcat.release);
  describeOn(tomcat, `the schema of Tomcat ${release} against its classes`, { skip: missingTomcat }, (test) => {
    test("classes, attributes, types and defaults are those of the release", () => {
      const facts = withPrograms((programs) => extract(programs, tomcat.jars));
      assert.ok(Object.keys(facts.classes).length > 100, `${Object.keys(facts.classes).length} classes`);
      assert.ok(Object.keys(facts.elements).length > 80, `${Object.keys(facts.elements).length} elements`);
      assert.deepEqual(
        disagreements({ release, checksum: "", facts }).filter((each) => !MENDED_BY_DEBIAN[release]?.includes(each)),
        [],
      );
    });
  });
}
