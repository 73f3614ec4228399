import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LINES, lineFacts } from "../../../server/src/schema/lines.ts";
import { migration } from "../../harness/migration.ts";
import { BULLETS, type Shown } from "./guide-bullets.ts";

/** The text that shows a bullet, under the path of its file. */
function fileFor({ in: place, xml }: Shown): readonly [path: string, text: string] {
  if (place === "web") return ["webapps/a/WEB-INF/web.xml", xml];
  const at = (each: Shown["in"]) => (place === each ? xml : "");
  const host = `<Host name="localhost">${at("host")}</Host>`;
  const engine = `<Engine name="Catalina" defaultHost="localhost">${at("engine")}${host}</Engine>`;
  return [
    "conf/server.xml",
    `<Server port="8005">${at("server")}<Service name="Catalina">${at("service")}${engine}</Service></Server>`,
  ];
}

describe("what Tomcat's migration guides tell of is in the report, or in no file we read", () => {
  test("each bullet stands once", () => {
    const ids = BULLETS.map(({ id }) => id);
    assert.equal(new Set(ids).size, ids.length);
    for (const guide of ["8.0", "8.5", "9.0", "10.0", "10.1", "11.0"])
      assert.ok(ids.some((id) => id.startsWith(`${guide}/`)));
  });

  for (const { id, answer } of BULLETS) {
    if ("outside" in answer) continue;
    test(id, async () => {
      const from = LINES.find((line) => line === answer.from);
      const to = lineFacts(answer.to).newest.text;
      const { files, needs } = await migration(
        Object.fromEntries([fileFor(answer)]),
        from ? lineFacts(from).newest.text : answer.from,
        to,
      );
      const said = [...needs, ...(files[0]?.entries ?? []).map(({ text }) => text)].map(({ en }) => en);
      assert.ok(
        said.some((each) => answer.says.test(each)),
        said.join("\n"),
      );
    });
  }
});
