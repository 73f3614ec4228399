import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { TextDocumentEdit, WorkspaceEdit } from "vscode-languageserver-types";
import type { CreateEdit, CreateQuestion } from "../../server/src/protocol.ts";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";
import { KEY } from "../harness/plans.ts";

const SERVER = '<Server><Service name="a">\n  <Engine name="a"><Host name="h"/></Engine>\n</Service></Server>';
const FILES = {
  "a/conf/server.xml": SERVER,
  "b/conf/server.xml": SERVER,
  "a/webapps/shop/WEB-INF/web.xml": '<web-app version="4.0"></web-app>',
  "a/webapps/done/WEB-INF/web.xml": '<web-app version="4.0"><distributable/></web-app>',
  "clustered/conf/server.xml": SERVER.replace("<Host", '<Cluster className="x"/><Host'),
  "taken/node1/conf/server.xml": "<Server/>",
};

let folder: string;
let server: ServerProcess;
before(async () => {
  folder = mkdtempSync(join(tmpdir(), "tomcat-create-"));
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  server = new ServerProcess([bundledServer, "--stdio"]);
  await server.initialize(PULLING, [pathToFileURL(folder).href]);
});
after(() => {
  server.kill();
  rmSync(folder, { recursive: true });
});

type Answers = Readonly<Record<string, string>>;
const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
const question = (answers: Answers) =>
  server.connection.sendRequest<CreateQuestion | null>("tomcatCluster/create/question", { answers });
const check = (answers: Answers, id: string, value: string) =>
  server.connection.sendRequest<string | null>("tomcatCluster/create/check", { answers, id, value });
const edit = (answers: Answers) =>
  server.connection.sendRequest<CreateEdit>("tomcatCluster/create/edit", { answers, key: KEY });

/** Answers every question with what is suggested, but for some; gives back the ids in their order. */
async function askAll(chosen: Answers): Promise<{ readonly answers: Answers; readonly asked: readonly string[] }> {
  const answers: Record<string, string> = {};
  const asked: string[] = [];
  for (let open = await question(answers); open; open = await question(answers)) {
    assert.equal(open.step, asked.push(open.id));
    const answer = chosen[open.id] ?? open.initial;
    assert.equal(await check(answers, open.id, answer), null, `${open.id}=${answer}`);
    answers[open.id] = answer;
  }
  return { answers, asked };
}

describe("Create Cluster…", () => {
  test("asks for a folder, and makes new files there, which are shown before", async () => {
    const { answers, asked } = await askAll({ target: "new", membership: "multicast", encryption: "off" });
    assert.deepEqual(asked, ["target", "folder", "tomcat", "membership", "hosts", "sending", "manager", "encryption"]);
    const { edit: made, open, problem } = await edit(answers);
    assert.equal(problem, null);
    assert.equal(open, uriOf("tomcat-cluster/node1/conf/server.xml"));
    // The protocol's module keeps LSP's types out of the client's way.
    const { documentChanges = [], changeAnnotations = {} } = made as WorkspaceEdit;
    const created = documentChanges.flatMap((each) => ("kind" in each && each.kind === "create" ? [each.uri] : []));
    assert.deepEqual(
      created,
      ["node1", "node2"].flatMap((node) =>
        ["conf/server.xml", "bin/setenv.sh", "webapps/ROOT/WEB-INF/web.xml", "webapps/ROOT/index.jsp"].map((path) =>
          uriOf(`tomcat-cluster/${node}/${path}`),
        ),
      ),
    );
    const ticked = Object.entries(changeAnnotations).filter(([, { needsConfirmation }]) => needsConfirmation);
    assert.deepEqual(
      ticked.map(([id]) => id),
      ["page", "changed", "overwritten"],
    );
  });

  test("does not take a file that is there for a new one", async () => {
    const { answers } = await askAll({ target: "new", folder: "taken" });
    const { documentChanges = [] } = (await edit(answers)).edit as WorkspaceEdit;
    const uri = uriOf("taken/node1/conf/server.xml");
    assert.ok(!documentChanges.some((each) => "kind" in each && each.kind === "create" && each.uri === uri));
    const change = documentChanges.find(
      (each): each is TextDocumentEdit => "textDocument" in each && each.textDocument.uri === uri,
    );
    const [first] = change?.edits ?? [];
    assert.ok(first && "annotationId" in first && first.annotationId === "overwritten");
  });

  test("puts the cluster into what is there, and asks which applications", async () => {
    const servers = `${uriOf("a/conf/server.xml")}\n${uriOf("b/conf/server.xml")}`;
    const { answers, asked } = await askAll({ target: "existing", servers });
    assert.deepEqual(asked.slice(0, 2), ["target", "servers"]);
    const { choices } = (await question({ target: "existing" })) ?? { choices: [] };
    assert.deepEqual(
      choices.map(({ label }) => label),
      ["a/conf/server.xml", "b/conf/server.xml"],
    );
    assert.equal(asked.at(-1), "applications");
    assert.equal(answers["applications"], uriOf("a/webapps/shop/WEB-INF/web.xml"));
    const { edit: made, problem } = await edit(answers);
    assert.equal(problem, null);
    const { documentChanges = [] } = made as WorkspaceEdit;
    const texts = documentChanges.flatMap((each) =>
      "edits" in each ? each.edits.map((edit) => ("newText" in edit ? edit.newText : "")) : [],
    );
    assert.equal(texts.filter((text) => text.includes("<Cluster ")).length, 2);
    assert.equal(texts.filter((text) => text.includes("<distributable/>")).length, 1);
  });

  test("says what is wrong with an answer, and with a file", async () => {
    assert.match((await check({}, "hosts", "192.168.56.7")) ?? "", /at least two nodes/);
    assert.match((await check({}, "folder", "../elsewhere")) ?? "", /without \//);
    const servers = uriOf("a/conf/server.xml");
    assert.match((await check({ target: "existing", servers }, "hosts", "a, b")) ?? "", /1 files, but 2/);
    const { edit: none, problem } = await edit({ target: "new" });
    assert.ok(none === null && problem);
  });
});
