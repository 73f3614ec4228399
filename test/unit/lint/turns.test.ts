import assert from "node:assert/strict";
import { test } from "node:test";
import { setImmediate as others } from "node:timers/promises";
import type { Turn } from "../../../server/src/base/turn.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const PATH = "conf/server.xml";
const server = (inside: string) =>
  `<Server><Service name="Catalina"><Engine name="Catalina" defaultHost="localhost">${inside}<Host name="localhost"/></Engine></Service></Server>`;
const hosts = (count: number) =>
  Array.from({ length: count }, (_, index) => `<Host name="h${index}" colour="red"/>`).join("");
const TEXT = server(hosts(600));

/** What is found in a file whose rules let others have their turn at each step, with these as the others. */
async function found(other: (workspace: ReturnType<typeof workspaceOf>, step: number) => unknown, open = false) {
  let steps = 0;
  const turn: Turn = async () => {
    await others();
    if (steps++ < 40) await other(workspace, steps);
  };
  const workspace = workspaceOf(new Map([[PATH, TEXT]]), "9.0", undefined, { turn });
  if (open) workspace.setOpen(PATH, TEXT);
  const [snapshot] = await workspace.checkedIn(PATH);
  assert.ok(steps > 50, `${steps} steps`);
  return { codes: snapshot?.diagnostics.map(({ code, at }) => `${code} ${at.start}`), workspace };
}

test("what is found in steps is what is found at once, whatever happens in between", async () => {
  const [whole] = await workspaceOf(new Map([[PATH, TEXT]]), "9.0").checkedIn(PATH);
  const expected = whole?.diagnostics.map(({ code, at }) => `${code} ${at.start}`);
  assert.ok(expected?.length);
  for (const open of [false, true]) {
    assert.deepEqual((await found(() => undefined, open)).codes, expected);
    // Another request looks at the same file, and a third at the findings.
    const looks = await found(async (workspace, step) => {
      const file = await workspace.fileAt(PATH);
      for (const component of file?.root?.descendants() ?? []) component.effective("name");
      if (step === 20) assert.ok((await workspace.snapshot(PATH))?.diagnostics.length);
    }, open);
    assert.deepEqual(looks.codes, expected);
  }
});

test("a state that comes while the one before is checked in steps is checked rightly, and so is the next", async () => {
  const texts = [TEXT.replace("colour", "color"), server(hosts(3))];
  const { workspace } = await found(async (at, step) => {
    if (step !== 10) return;
    at.setOpen(PATH, texts[0]);
    await at.checkedIn(PATH);
  }, true);
  for (const text of texts) {
    workspace.setOpen(PATH, text);
    const [now] = await workspace.checkedIn(PATH);
    const [fresh] = await workspaceOf(new Map([[PATH, text]]), "9.0").checkedIn(PATH);
    assert.deepEqual(
      now?.diagnostics.map(({ text: { en } }) => en),
      fresh?.diagnostics.map(({ text: { en } }) => en),
    );
  }
});
