import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { Location, Position, WorkspaceEdit } from "vscode-languageserver-types";
import { bundledServer, ServerProcess } from "../harness/client.ts";

const SERVER = `<Server>
  <Service name="Catalina">
    <Executor name="pool"/>
    <Connector port="\${http.port}" executor="pool"/>
    <Engine name="Catalina" defaultHost="localhost"><Host name="localhost"/></Engine>
  </Service>
</Server>
`;
const CAPABILITIES = {
  textDocument: { rename: { prepareSupport: true } },
  workspace: { workspaceEdit: { documentChanges: true, changeAnnotationSupport: {} } },
};

describe("names over stdio", () => {
  let server: ServerProcess;
  let folder: string;

  beforeEach(() => {
    server = new ServerProcess([bundledServer, "--stdio"]);
    folder = mkdtempSync(join(tmpdir(), "names-"));
    write("conf/server.xml", SERVER);
    write("conf/catalina.properties", "# ours\nhttp.port=8090\n");
  });
  afterEach(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  function write(name: string, text: string): void {
    const path = join(folder, name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, text);
  }

  const uriOf = (name: string) => pathToFileURL(join(folder, name)).href;

  /** Opens the server.xml; the place of a text in it. */
  async function open(capabilities: object): Promise<(text: string) => Position> {
    await server.initialize(capabilities, [pathToFileURL(folder).href]);
    await server.open(uriOf("conf/server.xml"), SERVER);
    return (text) => {
      const before = SERVER.slice(0, SERVER.indexOf(text)).split("\n");
      return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
    };
  }

  const ask = <T>(method: string, position: Position, more: object = {}) =>
    server.connection.sendRequest<T>(`textDocument/${method}`, {
      textDocument: { uri: uriOf("conf/server.xml") },
      position,
      ...more,
    });

  test("are found over files", async () => {
    const place = await open(CAPABILITIES);
    const [found] = await ask<Location[]>("definition", place("http.port"));
    assert.equal(found?.uri, uriOf("conf/catalina.properties"));
    assert.deepEqual(found.range, { start: { line: 1, character: 0 }, end: { line: 1, character: 9 } });
    const all = await ask<Location[]>("references", place('pool"/>'), { context: { includeDeclaration: true } });
    assert.deepEqual(
      all.map(({ range }) => range.start.line),
      [2, 3],
    );
  });

  test("are renamed over files, and shown before", async () => {
    const place = await open(CAPABILITIES);
    const prepared = await ask("prepareRename", place("http.port"));
    assert.deepEqual(prepared, {
      range: { start: place("http.port"), end: { ...place("http.port"), character: place("http.port").character + 9 } },
      placeholder: "http.port",
    });
    const edit = await ask<WorkspaceEdit>("rename", place("http.port"), { newName: "web.port" });
    const [annotation] = Object.entries(edit.changeAnnotations ?? {});
    assert.equal(annotation?.[1].needsConfirmation, true);
    const changes = edit.documentChanges?.map((change) => {
      assert.ok("edits" in change);
      return [change.textDocument.uri, change.edits.map((each) => "newText" in each && each.newText)];
    });
    assert.deepEqual(changes, [
      [uriOf("conf/catalina.properties"), ["web.port"]],
      [uriOf("conf/server.xml"), ["web.port"]],
    ]);
  });

  test("are renamed plainly for a client that shows nothing", async () => {
    const place = await open({});
    const edit = await ask<WorkspaceEdit>("rename", place("http.port"), { newName: "web.port" });
    assert.deepEqual(Object.keys(edit.changes ?? {}), [uriOf("conf/catalina.properties"), uriOf("conf/server.xml")]);
  });

  test("tell in words why they cannot be renamed", async () => {
    const place = await open(CAPABILITIES);
    await assert.rejects(ask("rename", place("http.port"), { newName: "a b" }), /letters, digits/);
    assert.equal(await ask("prepareRename", place("Service")), null);
  });

  test("are asked for in files of properties, of clients that can register them", async () => {
    const registered = new Promise<void>((resolve) => {
      server.connection.onRequest(
        "client/registerCapability",
        ({ registrations }: { registrations: { method: string }[] }) => {
          if (registrations.some(({ method }) => method === "textDocument/rename")) resolve();
          return null;
        },
      );
    });
    const dynamicRegistration = true;
    await open({
      textDocument: {
        synchronization: { dynamicRegistration },
        definition: { dynamicRegistration },
        references: { dynamicRegistration },
        rename: { dynamicRegistration, prepareSupport: true },
      },
    });
    await registered;
    const properties = uriOf("conf/catalina.properties");
    await server.open(properties, "\n\nhttp.port=1", "properties");
    const found: Location[] = await server.connection.sendRequest("textDocument/references", {
      textDocument: { uri: properties },
      position: { line: 2, character: 3 },
      context: { includeDeclaration: true },
    });
    assert.deepEqual(
      found.map(({ uri, range }) => [uri, range.start.line]),
      [
        [properties, 2],
        [uriOf("conf/server.xml"), 3],
      ],
    );
  });
});
