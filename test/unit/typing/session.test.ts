import assert from "node:assert/strict";
import { describe, test } from "node:test";
import type { Diagnostic } from "../../../server/src/lint/diagnostic.ts";
import { unfinishedAfter } from "../../../server/src/lint/typing.ts";
import { parse } from "../../../server/src/syntax/parse.ts";
import type { XmlElement } from "../../../server/src/syntax/tree.ts";
import { cases } from "../../harness/effort.ts";
import { pasted, session } from "../../harness/typed-cluster.ts";
import { Typist } from "../../harness/typing.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const path = "conf/server.xml";

const said = ({ code, text }: Diagnostic) => `${code}: ${text.en}`;

async function findings(text: string): Promise<readonly string[]> {
  return ((await workspaceOf(new Map([[path, text]]), "9.0").snapshot(path))?.diagnostics ?? []).map(said);
}

/** Elements and attributes, in an order of their own: what the text says, without its layout. */
function meaning(text: string): string {
  const outline = ({ name, attributes, elements }: XmlElement): unknown => [
    name,
    Object.fromEntries(attributes.map((each) => [each.name, each.value?.text]).sort()),
    elements.map(outline),
  ];
  const { root } = parse(text);
  return JSON.stringify(root && outline(root), undefined, 1);
}

describe("a cluster typed into an empty server.xml", async () => {
  const seen: string[] = [];
  let strokes = 0;
  const workspace = workspaceOf(new Map([[path, ""]]), "9.0");
  const typist: Typist = new Typist(workspace, path, async (change) => {
    strokes++;
    await typist.offers();
    const snapshot = await workspace.snapshot(path);
    if (!snapshot) return;
    const unfinished = unfinishedAfter(snapshot.file.document, change);
    for (const each of snapshot.diagnostics.filter((diagnostic) => !unfinished(diagnostic))) {
      if (!seen.includes(said(each))) seen.push(said(each));
    }
  });
  await typist.run(session);

  test("becomes what the pasted one is", () => assert.equal(meaning(typist.text), meaning(pasted)));

  test("ends with the findings of the pasted one", async () => {
    assert.deepEqual(await findings(typist.text), await findings(pasted));
  });

  test("is never told of what is merely unfinished", async () => {
    assert.ok(strokes > 500, `${strokes}`);
    // The one finding of the whole: it is true from the Member's port on.
    assert.deepEqual(seen, await findings(pasted));
  });
});

test("the same cluster typed without a single offer shows nothing before it is whole", async () => {
  const workspace = workspaceOf(new Map([[path, ""]]), "9.0");
  let before = "";
  for (const end of cases(Array.from(pasted.trimEnd(), (_, index) => index + 1))) {
    const text = pasted.slice(0, end);
    workspace.setOpen(path, text);
    const snapshot = await workspace.snapshot(path);
    if (snapshot) {
      const unfinished = unfinishedAfter(snapshot.file.document, { start: before.length, end });
      const shown = snapshot.diagnostics.filter((each) => !unfinished(each)).map(said);
      const whole = text.includes("</Server");
      assert.deepEqual(shown, whole ? await findings(pasted) : [], text.slice(-80));
    }
    before = text;
  }
});
