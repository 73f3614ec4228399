import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { detectVersion } from "../../../server/src/workspace/version.ts";
import { memoryFiles } from "../../harness/fixture.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const notes = (release: string) =>
  `\n                     Apache Tomcat Version ${release}\n                            Release Notes\n`;
const webXml = (version: string) => `<web-app version="${version}"/>`;

/** Line and release, with a question mark where the line is a guess. */
async function detected(base: string, files: Record<string, string>): Promise<string> {
  const { version } = await detectVersion(base, memoryFiles(new Map(Object.entries(files))));
  return version ? `${version.release?.text ?? version.line}${version.assumed ? "?" : ""}` : "not covered";
}

describe("which Tomcat a folder is for", () => {
  for (const [what, base, files, expected] of [
    ["RELEASE-NOTES", "t", { "t/RELEASE-NOTES": notes("9.0.116") }, "9.0.116"],
    ["the folder's name", "opt/apache-tomcat-10.1.5", {}, "10.1.5"],
    ["a folder's name with something behind it", "opt/apache-tomcat-8.5.32-src", {}, "8.5.32"],
    ["the default web.xml", "t", { "t/conf/web.xml": webXml("6.1") }, "11.0"],
    ["a web.xml that two lines share", "t", { "t/conf/web.xml": webXml("3.1") }, "8.5?"],
    ["a web.xml of a line between the covered ones", "t", { "t/conf/web.xml": webXml("5.0") }, "10.1?"],
    ["a line after all of them", "t", { "t/RELEASE-NOTES": notes("99.0.1") }, "99.0.1?"],
    ["nothing", "t", {}, "9.0?"],
    ["a line between the covered ones", "apache-tomcat-8.0.33", { "x/conf/web.xml": webXml("3.1") }, "8.5?"],
    ["a line before all of them", "jakarta-tomcat-5.0.30-balancer", {}, "not covered"],
    [
      "RELEASE-NOTES before the name",
      "apache-tomcat-9.0.1",
      { "apache-tomcat-9.0.1/RELEASE-NOTES": notes("6.0.53") },
      "not covered",
    ],
  ] as const) {
    test(what, async () => assert.equal(await detected(base, files), expected));
  }

  test("a Tomcat that is not covered gets no findings", async () => {
    const path = "jakarta-tomcat-5.0.30/conf/server.xml";
    const files = new Map([[path, '<Server debug="0"><Service/></Server>']]);
    assert.equal(await workspaceOf(files, "auto").snapshot(path), undefined);
    assert.ok((await workspaceOf(files, "9.0").snapshot(path))?.diagnostics.length);
  });
});
