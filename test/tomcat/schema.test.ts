import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { fileURLToPath } from "node:url";
import { catalogOf, existsIn } from "../../server/src/schema/catalog.ts";
import { describeOn, missingTomcat, tomcats } from "./tomcats.ts";

const reflector = fileURLToPath(new URL("Reflect.java", import.meta.url));

/** The attributes each class really has, with the types of their setters. */
function reflect(jars: readonly string[], names: readonly string[]): Map<string, Map<string, readonly string[]>> {
  const output = execFileSync("java", ["-cp", jars.join(":"), reflector], {
    input: `${names.join("\n")}\n`,
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const rows = output.trim().split("\n");
  return new Map(
    rows.map((row) => {
      const [name = "", ...attributes] = row.split(" ");
      const pairs = attributes.map((each) => each.split(":"));
      return [name, new Map(pairs.map(([attribute = "", types = ""]) => [attribute, types.split("|")]))];
    }),
  );
}

for (const tomcat of tomcats) {
  describeOn(tomcat, `the schema of Tomcat ${tomcat.release} against its classes`, { skip: missingTomcat }, (test) => {
    const { jars, release } = tomcat;
    const catalog = catalogOf(tomcat.line);
    const expected = catalog.classNames.filter((name) => existsIn(catalog.classNamed(name)?.releases ?? [], release));
    const real = missingTomcat ? new Map() : reflect(jars, catalog.classNames);

    test("every class is there, and none that should not be", () => {
      assert.ok(expected.length > 100, `${expected.length} classes`);
      assert.deepEqual(
        expected.filter((name) => !real.has(name)),
        [],
      );
    });

    test("every attribute has a setter of its type", () => {
      const wrong: string[] = [];
      let seen = 0;
      for (const name of expected) {
        for (const attribute of catalog.classNamed(name)?.attributes.values() ?? []) {
          if (!existsIn(attribute.releases, release)) continue;
          seen++;
          const types: readonly string[] = real.get(name)?.get(attribute.name) ?? [];
          if (!types.includes(attribute.type))
            wrong.push(`${name}#${attribute.name}: ${attribute.type}, really ${types}`);
        }
      }
      assert.ok(seen > 1300, `${seen} attributes`);
      assert.deepEqual(wrong, []);
    });

    test("no setter is missing", () => {
      const missing: string[] = [];
      for (const name of expected) {
        const type = catalog.classNamed(name);
        for (const attribute of real.get(name)?.keys() ?? []) {
          if (!type?.attributes.has(attribute) && !type?.silentAttributes.has(attribute))
            missing.push(`${name}#${attribute}`);
        }
      }
      assert.deepEqual(missing, []);
    });
  });
}
