import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { readClassFile } from "../../server/src/applications/class-file.ts";
import { Serializables } from "../../server/src/applications/serializable.ts";
import { sessionAttributesOf } from "../../server/src/applications/session-attributes.ts";
import { describeOn, missingTomcat, newest, type RealTomcat } from "./tomcats.ts";

const sources = fileURLToPath(new URL("session-attributes/", import.meta.url));
const source = readFileSync(join(sources, "shop/Puts.java"), "utf8");
const folder = mkdtempSync(join(tmpdir(), "tomcat-session-attributes-"));
after(() => rmSync(folder, { recursive: true }));

/** What the comments in the source say of each attribute. */
const told = new Map(
  Array.from(source.matchAll(/setAttribute\("(\w+)", .*\); \/\/ (found|found with -g|silent)$/gm), ([, name, says]) => [
    name ?? "",
    says ?? "",
  ]),
);

for (const tomcat of newest) {
  const title = `what Tomcat ${tomcat.release} takes into a session of a distributable application`;
  describeOn(tomcat, title, { skip: missingTomcat }, (test) => {
    test("all that is found is refused, and what is Serializable is taken", () => {
      const application = join(folder, tomcat.release.text);
      const found = foundIn(compile(tomcat, application, "-g"));
      mkdirSync(join(application, "WEB-INF"), { recursive: true });
      writeFileSync(join(application, "WEB-INF/web.xml"), '<web-app version="4.0"><distributable/></web-app>');
      const output = execFileSync(
        "java",
        ["-cp", tomcat.jars.join(":"), join(sources, "PutAll.java"), join(folder, "base"), application],
        { encoding: "utf8" },
      );
      const outcomes = new Map(
        output
          .trim()
          .split("\n")
          .map((row) => row.split(" ") as [string, string]),
      );
      assert.deepEqual([...outcomes.keys()].sort(), [...told.keys()].sort());
      for (const name of found.keys()) assert.equal(outcomes.get(name), "IllegalArgumentException", name);
      for (const name of ["good", "goodChild", "choice", "text", "number", "list", "listed", "array"]) {
        assert.equal(outcomes.get(name), "taken", name);
      }
    });

    for (const option of ["-g", "-g:source,lines", "-g:none"]) {
      test(`what is found in classes compiled with ${option}`, () => {
        const found = foundIn(compile(tomcat, join(folder, `${tomcat.release}${option}`), option));
        const expected = [...told].filter(
          ([, says]) => says === "found" || (says === "found with -g" && option === "-g"),
        );
        assert.deepEqual([...found.keys()].sort(), expected.map(([name]) => name).sort());
        for (const [name, line] of found) {
          const place = source.slice(0, source.indexOf(`setAttribute("${name}"`)).split("\n").length;
          assert.equal(line, option === "-g:none" ? undefined : place, name);
        }
      });
    }
  });
}

/** Compiles the source with the Servlet API of a Tomcat, and gives the folder of the classes. */
function compile(tomcat: RealTomcat, application: string, option: string): string {
  const compiled = join(application, "WEB-INF/classes");
  const java = join(application, "Puts.java");
  mkdirSync(compiled, { recursive: true });
  writeFileSync(java, source.replaceAll("javax.servlet", tomcat.line === "9.0" ? "javax.servlet" : "jakarta.servlet"));
  execFileSync("javac", [option, "-cp", tomcat.jars.join(":"), "-d", compiled, java]);
  return join(compiled, "shop");
}

/** The names of attributes whose values are not Serializable for sure, with the lines that set them. */
function foundIn(compiled: string): ReadonlyMap<string, number | undefined> {
  const classes = readdirSync(compiled).map((name) => {
    return readClassFile(readFileSync(join(compiled, name))) ?? assert.fail(`${name} is not read`);
  });
  const serializables = new Serializables(classes);
  const refused = classes.flatMap(sessionAttributesOf).filter((each) => serializables.isRefused(each));
  return new Map(refused.map(({ name, line }) => [name ?? "", line]));
}
