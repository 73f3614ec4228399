import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { applyEdits } from "../../../server/src/base/span.ts";
import { silence } from "../../../server/src/features/silence.ts";
import { findingsOf, workspaceOf } from "../../harness/workspace.ts";

const PATH = "conf/server.xml";

/** A server.xml whose Engine and Host each have an unknown attribute; `comments` stand before the Host. */
const server = (comments: string, after = "") => `<Server>
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost" colour="red">
      ${comments}
      <Host name="localhost"
            colour="red"/>
      ${after}
    </Engine>
  </Service>
</Server>
`;

async function found(text: string): Promise<readonly string[]> {
  const diagnostics = (await findingsOf(PATH, text, "9.0")) ?? [];
  return diagnostics.map(({ code, at }) => `${text.slice(0, at.start).split("\n").length} ${code}`);
}

const ENGINE = "3 attribute-unknown";
const HOST = "6 attribute-unknown";

describe("a comment silences", () => {
  for (const [what, comments, after, expected] of [
    ["nothing where there is none", "", "", [ENGINE, HOST]],
    [
      "the next element with its whole start tag",
      "<!-- tomcat-cluster-disable-next-line attribute-unknown -->",
      "",
      [ENGINE],
    ],
    ["with a reason", "<!-- tomcat-cluster-disable-next-line attribute-unknown: our subclass has it -->", "", [ENGINE]],
    ["all rules where it names none", "<!-- tomcat-cluster-disable-next-line -->", "", [ENGINE]],
    ["several rules", "<!-- tomcat-cluster-disable-next-line cluster-duplicate, attribute-unknown -->", "", [ENGINE]],
    ["the rest of the file", "<!-- tomcat-cluster-disable attribute-unknown -->", "", [ENGINE]],
    [
      "a range",
      "<!-- tomcat-cluster-disable attribute-unknown -->",
      '<!-- tomcat-cluster-enable --><Realm colour="red" className="org.apache.catalina.realm.NullRealm"/>',
      [ENGINE, "7 attribute-unknown"],
    ],
    [
      "no other rule, and says that it is not needed",
      "<!-- tomcat-cluster-disable-next-line cluster-duplicate -->",
      "",
      [ENGINE, "4 suppression-unused", HOST],
    ],
  ] as const) {
    test(what, async () => assert.deepEqual(await found(server(comments, after)), expected));
  }

  test("in the whole file from its top", async () => {
    assert.deepEqual(await found(`<!-- tomcat-cluster-disable -->\n${server("")}`), []);
  });
});

describe("the quick fix", () => {
  for (const [where, text] of [
    ["on a line of its own", server("")],
    ["with Windows line ends", server("").replaceAll("\n", "\r\n")],
    ["inside a line", server("<!-- x -->").replace("<!-- x -->\n      ", "<!-- x -->")],
  ] as const) {
    test(`writes the comment ${where}, and the finding is gone`, async () => {
      const snapshot = await workspaceOf(new Map([[PATH, text]]), "9.0").snapshot(PATH);
      const finding = snapshot?.diagnostics.find(
        ({ code, at }) => code === "attribute-unknown" && at.start > text.indexOf("<Host"),
      );
      assert.ok(snapshot && finding);
      const quiet = silence(finding, snapshot.file);
      assert.ok(quiet);
      const silenced = applyEdits(text, quiet.edits);
      assert.deepEqual(await found(silenced), [ENGINE]);
      assert.equal(silenced.replace(/<!-- tomcat-cluster-.*?-->(\r?\n +)?/, ""), text);
    });
  }
});
