import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { rules } from "../../../server/src/rules/index.ts";
import { checkFixture, fixturesIn } from "../../harness/check-fixture.ts";

const folder = fileURLToPath(new URL("../../../server/src/lint/fixtures", import.meta.url));

describe("comments that silence, as they are written and taken away", () => {
  for (const name of fixturesIn(folder)) {
    test(name, async () => void (await checkFixture(join(folder, name), { active: rules, silencing: true })));
  }
});
