import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { completeRoot } from "../../../../server/src/features/completion/root.ts";
import { toPlainText } from "../../../../server/src/features/completion/template.ts";
import { LINES, type Line } from "../../../../server/src/schema/lines.ts";
import { findingsOf } from "../../../harness/workspace.ts";

/** What each offer writes at `$0` of a file that is nothing yet, by its description; nothing for the root alone. */
function offers(path: string, marked: string, line: Line = "9.0"): ReadonlyMap<string | undefined, string> {
  const offset = marked.indexOf("$0");
  const text = marked.replace("$0", "");
  const { items } = completeRoot({ path, text, version: { line, release: undefined } }, offset);
  return new Map(
    items.map(({ description, replace, text: template }) => [
      description,
      text.slice(0, replace.start) + toPlainText(template) + text.slice(replace.end),
    ]),
  );
}

/** The root alone; undefined where nothing is offered. */
function written(path: string, marked: string, line?: Line): string | undefined {
  return offers(path, marked, line).get(undefined);
}

const SERVER = '<Server port="8005" shutdown="SHUTDOWN">\n  \n</Server>';

describe("a file that is nothing yet becomes what its name says", () => {
  for (const [path, marked, expected] of [
    ["conf/server.xml", "$0", SERVER],
    ["conf/server.xml", "<$0", SERVER],
    ["conf/server.xml", "<Ser$0", SERVER],
    ["conf/server.xml", '<?xml version="1.0"?>\n<S$0', `<?xml version="1.0"?>\n${SERVER}`],
    ["META-INF/context.xml", "<$0", "<Context>\n  \n</Context>"],
    ["conf/server.xml", "<!-- $0 -->", undefined],
    ["conf/server.xml", "<Server/>\n$0", undefined],
    ["conf/server.xml", '<Ser$0 port="1"', undefined],
    ["pom.xml", "<$0", undefined],
    ["conf/tomcat-users.xml", "<$0", undefined],
  ] as const) {
    test(`${path}: ${JSON.stringify(marked)}`, () => assert.equal(written(path, marked), expected));
  }

  test("with the namespace and version of its Tomcat", () => {
    const web = (line: Line) => written("WEB-INF/web.xml", "<$0", line);
    assert.match(String(web("7.0")), /java\.sun\.com\/xml\/ns\/javaee" version="3\.0"/);
    assert.match(String(web("9.0")), /xmlns\.jcp\.org\/xml\/ns\/javaee" version="4\.0"/);
    assert.match(String(web("11.0")), /jakarta\.ee\/xml\/ns\/jakartaee" version="6\.1"/);
  });
});

describe("an empty server.xml becomes a whole one", () => {
  test("first of all, and with each whole cluster its Tomcat can run", () => {
    const cluster = ["by multicast", "of static members", "with BackupManager"].map(
      (what) => `with a whole cluster ${what}`,
    );
    for (const line of LINES) {
      const kubernetes = line === "7.0" || line === "8.5" ? [] : ["with a whole cluster in Kubernetes"];
      const expected = ["a whole server.xml", ...cluster, ...kubernetes, undefined];
      assert.deepEqual([...offers("shop2/conf/server.xml", "<$0", line).keys()], expected);
    }
  });

  test("with the name of its folder for a route, and with none where pods share one image", () => {
    const all = offers("shop2/conf/server.xml", "$0");
    assert.match(
      String(all.get("a whole server.xml")),
      /<Engine name="Catalina" defaultHost="localhost" jvmRoute="shop2">/,
    );
    assert.doesNotMatch(String(all.get("with a whole cluster in Kubernetes")), /jvmRoute|JvmRoute/);
  });

  for (const line of LINES) {
    test(`without a finding, Tomcat ${line}`, async () => {
      for (const [description, text] of offers("shop2/conf/server.xml", "<$0", line)) {
        if (description === undefined) continue;
        const found = await findingsOf("shop2/conf/server.xml", text, line);
        assert.deepEqual([description, found?.map(({ code }) => code)], [description, []]);
      }
    });
  }
});
