import assert from "node:assert/strict";
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { CreateFiles, CreateQuestion, CreateSecrets } from "../../server/src/protocol.ts";
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
const files = (answers: Answers) =>
  server.connection.sendRequest<CreateFiles>("tomcatCluster/create/files", { answers, key: KEY });

const makeSecrets = (wanted: readonly { readonly uri: string; readonly text: string | null }[]) =>
  server.connection.sendRequest<CreateSecrets>("tomcatCluster/create/secrets", { files: wanted });

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
    assert.deepEqual(asked, [
      ...["target", "folder", "tomcat", "membership", "hosts", "names", "ports"],
      ...["sending", "manager", "encryption", "balancer"],
    ]);
    const { files: made, open, problem, membership } = await files(answers);
    assert.equal(problem, null);
    assert.equal(open, uriOf("tomcat-cluster/node1/conf/server.xml"));
    assert.equal(membership, "multicast");
    assert.deepEqual(
      made?.map(({ uri, kind }) => [uri, kind]),
      ["node1", "node2"].flatMap((node) =>
        ["conf/server.xml", "bin/setenv.sh", "webapps/ROOT/WEB-INF/web.xml", "webapps/ROOT/index.jsp"].map((path) => [
          uriOf(`tomcat-cluster/${node}/${path}`),
          "new",
        ]),
      ),
    );
  });

  test("does not take a file that is there for a new one", async () => {
    const { answers } = await askAll({ target: "new", folder: "taken" });
    const { files: made } = await files(answers);
    assert.deepEqual(
      made?.flatMap(({ uri, kind }) => (kind === "new" ? [] : [[uri, kind]])),
      [[uriOf("taken/node1/conf/server.xml"), "overwritten"]],
    );
  });

  test("takes names and ports for each node", async () => {
    const { answers } = await askAll({ target: "new", names: "east, west", ports: "8081/8006/4001, 8082/8007/4002" });
    const { files: made, open } = await files(answers);
    assert.equal(open, uriOf("tomcat-cluster/east/conf/server.xml"));
    const west = made?.find(({ uri }) => uri.endsWith("/west/conf/server.xml"))?.text ?? "";
    assert.match(west, /<Server port="8007"/);
    assert.match(west, /<Connector port="8082"/);
    assert.match(west, /jvmRoute="west"/);
    assert.match(west, /<Receiver [^>]*port="4002"/);
    const hosts = { hosts: "192.168.56.7, 192.168.56.7" };
    assert.match((await check(hosts, "names", "a, a")) ?? "", /Two nodes are called a/);
    assert.match((await check(hosts, "names", "a")) ?? "", /2 nodes, but 1/);
    assert.match((await check(hosts, "ports", "8080/8005/4000, 8081/8006/4000")) ?? "", /would both want port 4000/);
    assert.match((await check(hosts, "ports", "8080, 8081")) ?? "", /8080\/8005\/4000/);
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
    const { files: made, problem } = await files(answers);
    assert.equal(problem, null);
    const texts = made?.map(({ text }) => text) ?? [];
    assert.ok(made?.every(({ uri, kind }) => kind === (uri.endsWith("/catalina.properties") ? "new" : "changed")));
    // The folders name the nodes.
    assert.match(texts[0] ?? "", /jvmRoute="a"/);
    assert.equal(texts.filter((text) => text.includes("<Cluster ")).length, 2);
    assert.equal(texts.filter((text) => text.includes("<distributable/>")).length, 1);
  });

  test("says what is wrong with an answer, and with a file", async () => {
    assert.match((await check({}, "hosts", "192.168.56.7")) ?? "", /at least two nodes/);
    assert.match((await check({}, "folder", "../elsewhere")) ?? "", /without \//);
    const servers = uriOf("a/conf/server.xml");
    assert.match((await check({ target: "existing", servers }, "hosts", "a, b")) ?? "", /1 files, but 2/);
    const { files: none, problem } = await files({ target: "new" });
    assert.ok(none === null && problem);
  });

  test("names the files with the key, and makes those that only their owner can read", {
    skip: process.platform === "win32",
  }, async () => {
    const { answers } = await askAll({ target: "new", folder: "secret", encryption: "on" });
    const { files: planned } = await files(answers);
    const secret = planned?.flatMap(({ uri, text, secret }) => (secret ? [{ uri, text }] : [])) ?? [];
    const paths = ["node1", "node2"].map((node) => `secret/${node}/conf/catalina.properties`);
    assert.deepEqual(
      secret.map(({ uri }) => uri),
      paths.map(uriOf),
    );
    const { made, problem, note, warnings } = await makeSecrets(secret);
    assert.equal(problem, null);
    assert.deepEqual(made, paths.map(uriOf));
    assert.deepEqual(warnings, []);
    assert.match(note ?? "", /mode 600.*Undo/);
    for (const path of paths) {
      assert.equal(statSync(join(folder, path)).mode & 0o777, 0o600);
      assert.match(readFileSync(join(folder, path), "utf8"), /^cluster\.key=[0-9a-f]{64}$/m);
    }
  });

  test("makes no file with the key where one is, and tells who can read one that is there", {
    skip: process.platform === "win32",
  }, async () => {
    const path = join(folder, "open/conf/catalina.properties");
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, "a=b\n");
    chmodSync(path, 0o644);
    const looked = await makeSecrets([{ uri: uriOf("open/conf/catalina.properties"), text: null }]);
    assert.deepEqual(looked.made, []);
    assert.match(looked.warnings.join(), /every user of this machine can read it \(mode 644\)/);
    const refused = await makeSecrets([
      { uri: uriOf("other/conf/catalina.properties"), text: "c=d\n" },
      { uri: uriOf("open/conf/catalina.properties"), text: "c=d\n" },
      { uri: uriOf("third/conf/catalina.properties"), text: "c=d\n" },
    ]);
    assert.equal(refused.problem, `${path}: is there already`);
    assert.deepEqual(refused.made, [uriOf("other/conf/catalina.properties")]);
    assert.equal(readFileSync(path, "utf8"), "a=b\n");
    assert.ok(!existsSync(join(folder, "third")));
    const elsewhere = await makeSecrets([{ uri: "memfs:/conf/catalina.properties", text: "c=d\n" }]);
    assert.ok(elsewhere.problem !== null && elsewhere.made.length === 0);
  });
});
