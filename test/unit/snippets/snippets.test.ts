import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LINES, type Line } from "../../../server/src/schema/lines.ts";
import { expand, type Snippet, snippetsIn } from "../../harness/snippets.ts";
import { findingsOf } from "../../harness/workspace.ts";

const snippets = snippetsIn("clusters.json");

/** Snippets of what older lines do not have. */
const FIRST_LINE: Readonly<Record<string, Line>> = { "tomcat-cluster-kubernetes": "9.0" };

function linesOf({ prefix }: Snippet): readonly Line[] {
  return LINES.slice(LINES.indexOf(FIRST_LINE[prefix] ?? "7.0"));
}

const around = (text: string) =>
  `<Server><Service><Engine name="Catalina" jvmRoute="a">${text}</Engine></Service></Server>`;

describe("every snippet, as inserted, has no finding on the lines it is for", () => {
  for (const [name, snippet] of Object.entries(snippets)) {
    for (const line of linesOf(snippet)) {
      test(`${name}, Tomcat ${line}`, async () => {
        const text = around(expand(snippet));
        assert.ok(!/\$\{?\d/.test(text), text);
        const found = await findingsOf("conf/server.xml", text, line);
        assert.ok(found, "no Tomcat file");
        assert.deepEqual(
          found.map(({ code, text: message }) => `${code}: ${message.en}`),
          [],
        );
      });
    }
  }
});
