import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after } from "node:test";
import { fileURLToPath } from "node:url";
import { describeOn, missingTomcat, tomcats } from "./tomcats.ts";

const program = fileURLToPath(new URL("Distributable.java", import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "tomcat-distributable-"));
after(() => rmSync(folder, { recursive: true }));

const web = (inner: string, attributes = "") => `<web-app version="4.0"${attributes}>${inner}</web-app>`;
const MARK = "<distributable/>";
const WITH = `<web-fragment version="4.0"><name>a</name>${MARK}</web-fragment>`;
const WITHOUT = '<web-fragment version="4.0"><name>a</name></web-fragment>';
const NO_LIBRARY = "";
const NO_DESCRIPTOR = "none";

/** What an application says, and whether Tomcat then replicates its sessions. The rules' pages quote this table. */
const TABLE: readonly [what: string, webXml: string, library: string, distributable: boolean, ofContext?: "true"][] = [
  ["nothing", web(""), NO_LIBRARY, false],
  ["<distributable/>", web(MARK), NO_LIBRARY, true],
  ["<distributable/> at the end", web(`<display-name>a</display-name>${MARK}`), NO_LIBRARY, true],
  ["<distributable>false</distributable>", web("<distributable>false</distributable>"), NO_LIBRARY, true],
  ["<Distributable/>", web("<Distributable/>"), NO_LIBRARY, false],
  ["<distributable/> inside another element", web(`<session-config>${MARK}</session-config>`), NO_LIBRARY, false],
  ["a prefix on every element", `<j:web-app xmlns:j="x"><j:distributable/></j:web-app>`, NO_LIBRARY, false],
  ["only the Context's attribute", web(""), NO_LIBRARY, false, "true"],
  ["it, and a library without descriptor", web(MARK), NO_DESCRIPTOR, true],
  ["it, and a fragment with it", web(MARK), WITH, true],
  ["it, and a fragment without it", web(MARK), WITHOUT, false],
  ["that, and metadata-complete", web(MARK, ' metadata-complete="true"'), WITHOUT, true],
  ["that, and an empty absolute-ordering", web(`<absolute-ordering/>${MARK}`), WITHOUT, true],
  ["only a fragment with it", web(""), WITH, false],
];

for (const tomcat of tomcats) {
  const title = `Tomcat ${tomcat.release} replicates an application that has`;
  describeOn(tomcat, title, { skip: missingTomcat }, (test) => {
    const words = TABLE.flatMap(([, webXml, library, , ofContext]) => [ofContext ?? "false", webXml, library]);
    const classPath = tomcat.jars.join(":");
    const output = missingTomcat
      ? ""
      : execFileSync("java", ["-cp", classPath, program, join(folder, tomcat.release.text), ...words], {
          encoding: "utf8",
        });
    const rows = output.trim().split("\n");

    for (const [index, [what, , , distributable]] of TABLE.entries()) {
      test(`${what}: ${distributable ? "yes" : "no"}`, () => assert.equal(rows[index], `true ${distributable}`));
    }
  });
}
