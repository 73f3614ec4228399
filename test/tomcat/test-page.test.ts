import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expand, snippetsIn } from "../harness/snippets.ts";
import { describeOn, missingTomcat, tomcats } from "./tomcats.ts";

/** What Jasper compiles with, and the Ant classes its command line extends. */
const COMPILER = ["/usr/share/java/eclipse-jdt-core.jar", "/usr/share/java/ant.jar"];

const page = snippetsIn("session-test-page.json")["Session test page"];
assert.ok(page);
for (const tomcat of tomcats) {
  describeOn(tomcat, `Tomcat ${tomcat.release}`, { skip: missingTomcat }, (test) => {
    test("compiles the session test page", () => {
      const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-jsp-"));
      try {
        const application = join(folder, "application");
        mkdirSync(join(application, "WEB-INF"), { recursive: true });
        writeFileSync(join(application, "index.jsp"), expand(page));
        const { status, stdout, stderr } = spawnSync(
          "java",
          [
            ...["-cp", [...tomcat.jars, ...COMPILER].join(":"), "org.apache.jasper.JspC", "-compile"],
            ...["-v", "-webapp", application, "-d", join(folder, "out"), "-javaEncoding", "UTF-8"],
          ],
          { encoding: "utf8" },
        );
        assert.equal(status, 0, `${stdout}${stderr}`);
        assert.match(`${stdout}${stderr}`, /index\.jsp/);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  });
}
