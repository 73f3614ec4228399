import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { checkFixture, fixturesIn } from "../../harness/check-fixture.ts";

const folder = fileURLToPath(new URL("../../../server/src/syntax/fixtures", import.meta.url));

describe("mistakes of the XML and what their fixes write", () => {
  for (const name of fixturesIn(folder)) {
    test(name, async () => void (await checkFixture(join(folder, name), { active: [] })));
  }
});
