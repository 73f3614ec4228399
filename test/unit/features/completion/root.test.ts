import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { completeRoot } from "../../../../server/src/features/completion/root.ts";
import { toPlainText } from "../../../../server/src/features/completion/template.ts";
import type { Line } from "../../../../server/src/schema/lines.ts";

/** What is written at `$0` of a file that is nothing yet; undefined where nothing is offered. */
function written(path: string, marked: string, line: Line = "9.0"): string | undefined {
  const offset = marked.indexOf("$0");
  const text = marked.replace("$0", "");
  const [item] = completeRoot(path, text, offset, { line, release: undefined }).items;
  return item && text.slice(0, item.replace.start) + toPlainText(item.text) + text.slice(item.replace.end);
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
