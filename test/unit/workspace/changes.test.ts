import assert from "node:assert/strict";
import { test } from "node:test";
import { fleet } from "../../harness/fleet.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const codesOf = async (workspace: ReturnType<typeof workspaceOf>, path: string) =>
  (await workspace.snapshot(path))?.diagnostics.map(({ code }) => code);

test("after any edit, opening, closing and refresh the findings are those of a fresh workspace", async () => {
  const files = new Map(fleet(8, 7).files);
  const workspace = workspaceOf(files, "auto");
  const [first, second] = [...files.keys()];
  assert.ok(first !== undefined && second !== undefined);
  const agree = async (open: ReadonlyMap<string, string>, when: string) => {
    const fresh = workspaceOf(new Map([...files, ...open]), "auto");
    for (const path of files.keys()) assert.deepEqual(await codesOf(workspace, path), await codesOf(fresh, path), when);
  };
  await agree(new Map(), "at first");
  const duplicate = files.get(first)?.replace(/jvmRoute="[^"]*"/, 'jvmRoute="node02"') ?? "";
  workspace.setOpen(first, duplicate);
  await agree(new Map([[first, duplicate]]), "an edit that matters for another node");
  assert.ok((await codesOf(workspace, second))?.includes("jvm-route-duplicate"));
  workspace.setOpen(first, undefined);
  await agree(new Map(), "closed without saving");
  files.set(first, duplicate);
  workspace.refresh();
  await agree(new Map(), "changed on disk");
  const configuration = '{"rules": {"jvm-route-duplicate": "off"}}';
  files.set(".tomcat-cluster.json", configuration);
  workspace.refresh();
  await agree(new Map(), "a configuration came");
  assert.ok(!(await codesOf(workspace, second))?.includes("jvm-route-duplicate"));
  workspace.setOpen(".tomcat-cluster.json", "{}");
  await agree(new Map([[".tomcat-cluster.json", "{}"]]), "the configuration is edited");
  files.delete(second);
  workspace.refresh();
  assert.equal(await workspace.snapshot(second), undefined);
  await agree(new Map([[".tomcat-cluster.json", "{}"]]), "a node is gone");
});

test("a keystroke in one cluster leaves the snapshots of others as they are", async () => {
  const { files } = fleet(60, 3);
  const workspace = workspaceOf(files, "9.0");
  const before = new Map<string, unknown>();
  for (const path of files.keys()) before.set(path, await workspace.snapshot(path));
  const [typed] = files.keys();
  assert.ok(typed !== undefined);
  workspace.setOpen(typed, `${files.get(typed)} `);
  const cluster = typed.slice(0, typed.indexOf("/"));
  for (const path of files.keys()) {
    const same = (await workspace.snapshot(path)) === before.get(path);
    assert.equal(same, !path.startsWith(`${cluster}/`), path);
  }
});

test("a refresh that finds everything as it was changes nothing", async () => {
  const { files } = fleet(20, 3);
  const workspace = workspaceOf(files, "9.0");
  const paths = [...files.keys()];
  const before = await Promise.all(paths.map((path) => workspace.snapshot(path)));
  workspace.refresh();
  assert.deepEqual(await Promise.all(paths.map((path) => workspace.snapshot(path))), before);
  for (const [index, path] of paths.entries()) assert.equal(await workspace.snapshot(path), before[index]);
});
