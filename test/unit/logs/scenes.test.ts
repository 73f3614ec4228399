import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { PROOFS } from "../../tomcat/cluster/proofs.ts";
import { LANGUAGES, LAYOUTS, SCENES, toldIn } from "../../tomcat/cluster/scenes/index.ts";

/** What test/tomcat plays on real Tomcats is enough to prove what the documents say. */
describe("the scenes of real Tomcats", () => {
  test("put in more than 40 faults, and tell some healthy lives too", () => {
    assert.equal(new Set(SCENES.map(({ name }) => name)).size, SCENES.length);
    assert.ok(SCENES.filter(({ faults }) => faults.length > 0).length >= 40);
    assert.ok(SCENES.filter(({ faults }) => faults.length === 0).length >= 2);
  });

  test("are told in each language and layout on each Tomcat, and each scene in each language", () => {
    for (const turn of [0, 1, 2, 3]) {
      const told = SCENES.map((_, scene) => toldIn(scene, turn));
      for (const language of LANGUAGES) {
        for (const layout of LAYOUTS) {
          assert.ok(told.some((each) => each.language === language && each.layout === layout));
        }
      }
    }
    for (const scene of SCENES.keys()) {
      assert.equal(new Set([0, 1, 2].map((turn) => toldIn(scene, turn).language)).size, 3);
    }
  });

  test("put clocks 90 seconds ahead and behind", () => {
    const ahead = SCENES.flatMap((scene) => scene.ahead ?? []);
    assert.deepEqual(ahead.sort(), [-90, 90]);
  });

  test("break what is proved in at least ten ways, each with a verdict, and say where it comes from", () => {
    const broken = PROOFS.filter(({ outcome }) => outcome === "failed" || outcome === "partly");
    assert.ok(broken.length >= 10);
    assert.ok(broken.filter(({ cause }) => cause !== undefined).length >= 10);
    assert.ok(PROOFS.some(({ outcome, balanced }) => outcome === "passed" && balanced));
    assert.ok(PROOFS.some(({ outcome, balanced }) => outcome === "failed" && balanced));
  });
});
