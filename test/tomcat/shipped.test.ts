import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { propertyEntries } from "../../server/src/config/property-entries.ts";
import { settingsOfProperties, shippedWith, webSettings } from "../../server/src/config/shipped.ts";
import { GONE_PROPERTIES } from "../../server/src/migrate/tables/system-properties.ts";
import { Change } from "../../server/src/schema/change.ts";
import { parse } from "../../server/src/syntax/parse.ts";
import { missingTomcat, newest, type RealTomcat, tomcats, versionOf } from "./tomcats.ts";

const folder = mkdtempSync(join(tmpdir(), "tomcat-classes-"));
after(() => rmSync(folder, { recursive: true }));

/** All of a Tomcat's classes in one text, in which the texts of their constants can be searched. */
function classesOf({ jars, release }: RealTomcat): string {
  const place = join(folder, release.text);
  mkdirSync(place);
  for (const jar of jars) execFileSync("jar", ["xf", jar], { cwd: place });
  return readdirSync(place, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".class"))
    .map((name) => readFileSync(join(place, name), "latin1"))
    .join("\n");
}

/** True where a class has this text as a constant: its length in two bytes comes before it. */
function hasConstant(classes: string, text: string): boolean {
  return classes.includes(`\u0001${String.fromCharCode(text.length >> 8, text.length & 255)}${text}`);
}

/** Those whose names can be nothing else in a class: jvmRoute is an attribute too. */
const TELLING = GONE_PROPERTIES.filter(({ name }) => name.includes("."));

describe("what real Tomcats ship and read is what our facts say", { skip: missingTomcat }, () => {
  for (const tomcat of newest) {
    test(`${tomcat.release}: no class reads a property that is gone, and one reads each that is not`, () => {
      const classes = classesOf(tomcat);
      assert.ok(hasConstant(classes, "org.apache.catalina.STRICT_SERVLET_COMPLIANCE"));
      const read = TELLING.filter(({ name }) => hasConstant(classes, name)).map(({ name }) => name);
      const expected = TELLING.filter(({ gone }) => new Change(gone).isIn(versionOf(tomcat)) !== true);
      assert.deepEqual(
        read,
        expected.map(({ name }) => name),
      );
    });
  }

  for (const tomcat of tomcats) {
    const { packagedHome, release } = tomcat;
    if (!packagedHome) continue;
    test(`${release}: its conf/catalina.properties and conf/web.xml`, () => {
      const text = (name: string) => readFileSync(join(packagedHome, "skel/conf", name), "utf8");
      const properties = settingsOfProperties(propertyEntries(text("catalina.properties")));
      assert.deepEqual(sorted(properties), sorted(shippedWith("conf/catalina.properties", versionOf(tomcat))));
      const web = [...webSettings(parse(text("web.xml")))].map(({ key, value }) => [key, value] as const);
      assert.deepEqual(sorted(new Map(web)), sorted(shippedWith("conf/web.xml", versionOf(tomcat))));
    });
  }
});

function sorted(settings: ReadonlyMap<string, string>): readonly (readonly [string, string])[] {
  return [...settings].sort(([one], [other]) => (one < other ? -1 : 1));
}
