import assert from "node:assert/strict";
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { TOOL_REQUEST, type ToolAnswer } from "../../server/src/protocol.ts";
import { bundledServer, PULLING, ServerProcess } from "../harness/client.ts";

const SERVER_XML = "node1/conf/server.xml";

describe("what agents of an editor ask for, over JSON-RPC", () => {
  let base: string;
  let folder: string;
  let server: ServerProcess;

  beforeEach(async () => {
    base = mkdtempSync(join(tmpdir(), "tomcat-cluster-"));
    folder = join(base, "work");
    cpSync("examples", folder, { recursive: true });
    server = new ServerProcess([bundledServer, "--stdio"]);
    await server.initialize(PULLING, [pathToFileURL(folder).href]);
  });
  afterEach(() => {
    server.kill();
    rmSync(base, { recursive: true });
  });

  const ask = (name: string, input: unknown): Promise<ToolAnswer> =>
    server.connection.sendRequest(TOOL_REQUEST, { name, input });

  interface CheckedFile {
    readonly path: string;
    readonly findings: readonly { readonly rule: string }[];
  }
  const check = async (...paths: readonly string[]): Promise<readonly CheckedFile[]> => {
    const { parts, failed } = await ask("check", { paths });
    assert.equal(failed, false, parts.join("\n"));
    return JSON.parse(parts[0] ?? "").files;
  };

  test("a path is relative to the workspace, absolute or a URI, and stays a path in the answer", async () => {
    const absolute = join(folder, SERVER_XML);
    for (const path of [SERVER_XML, `./node2/../${SERVER_XML}`, absolute, pathToFileURL(absolute).href]) {
      const files = await check(path);
      assert.deepEqual(
        files.map((each) => each.path),
        [absolute],
        path,
      );
    }
    const all = await check(".");
    const rules = all.flatMap(({ findings }) => findings.map(({ rule }) => rule));
    assert.ok(rules.includes("send-options-differ"), rules.join());
  });

  test("what is typed and not saved is what is checked", async () => {
    const uri = pathToFileURL(join(folder, SERVER_XML)).href;
    await server.open(uri, '<Server><Service name="a"><Enginee/></Service></Server>');
    const [file] = await check(SERVER_XML);
    assert.ok(
      file?.findings.some(({ rule }) => rule === "element-ignored"),
      JSON.stringify(file),
    );
  });

  test("each other tool answers too", async () => {
    const effective = await ask("effective", { path: SERVER_XML, tomcatVersion: "9.0" });
    assert.match(effective.parts[0] ?? "", /What Tomcat 9\.0 runs with node1/);
    assert.match((await ask("topology", { paths: ["."] })).parts[0] ?? "", /node2/);
    assert.match((await ask("explain", { rule: "jvm-route-missing" })).parts[0] ?? "", /^# jvm-route-missing\n/);
    const moved = await ask("migrate", { paths: ["."], to: "11.0", from: "9.0" });
    assert.match(moved.parts[0] ?? "", /^# Tomcat 9\.0.* → 11\.0/);
  });

  test("nothing beside the workspace is read, whatever leads there", async () => {
    mkdirSync(join(base, "secret", "conf"), { recursive: true });
    writeFileSync(join(base, "secret", SERVER_XML.slice(6)), "<Server/>");
    symlinkSync(join(base, "secret"), join(folder, "link"));
    const secret = join(base, "secret/conf/server.xml");
    for (const path of [
      "link",
      "link/conf/server.xml",
      "../secret",
      secret,
      pathToFileURL(secret).href,
      "/etc/passwd",
    ]) {
      const { parts, failed } = await ask("check", { paths: [path] });
      assert.equal(failed, true, path);
      assert.match(parts[0] ?? "", /is not below a folder of the workspace/, path);
    }
    const files = await check(".");
    assert.ok(files.length > 0 && !files.some(({ path }) => /secret|link/.test(path)));
  });

  test("a question that does not fit is answered with what is wrong with it", async () => {
    for (const [name, input, answer] of [
      ["delete", {}, /There is no tool delete\. There are check, /],
      ["check", null, /check takes an object/],
      ["check", {}, /check needs paths/],
      ["check", { paths: [] }, /paths of check is a list of at least 1/],
      ["check", { paths: [1] }, /paths of check is a list of texts/],
      ["check", { paths: ["."], tomcatVersion: "6.0" }, /tomcatVersion of check is one of 7\.0, /],
      ["check", { paths: ["."], toString: "" }, /check takes no toString/],
      ["explain", { rule: "no-such" }, /There is no rule no-such\. There are /],
      ["migrate", { paths: ["."], to: "5.5" }, /5\.5 is no Tomcat known here/],
      ["effective", { path: "node1/webapps/ROOT/index.jsp" }, /is no server\.xml/],
    ] as const) {
      const { parts, failed } = await ask(name, input);
      assert.equal(failed, true, parts.join("\n"));
      assert.match(parts.join("\n"), answer);
    }
  });
});
