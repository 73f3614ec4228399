import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, before, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import type { DocumentLink, Hover, Location } from "vscode-languageserver";
import { bundledServer, REGISTERING, ServerProcess } from "../harness/client.ts";

const TEMPLATE = '<Server port="8005">\n  <Service><Connector port="{{ http_port }}"/></Service>\n</Server>\n';

describe("a template of Ansible's over stdio", () => {
  let folder: string;
  let server: ServerProcess;
  const uriOf = (path: string) => pathToFileURL(join(folder, path)).href;
  const textDocument = () => ({ uri: uriOf("roles/tomcat/templates/server.xml.j2") });
  const position = { line: 1, character: 34 };

  before(async () => {
    folder = mkdtempSync(join(tmpdir(), "ansible-"));
    const files = {
      "roles/tomcat/templates/server.xml.j2": TEMPLATE,
      "roles/tomcat/defaults/main.yml": "---\nhttp_port: 8080\n",
    };
    for (const [name, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), text);
    }
    server = new ServerProcess([bundledServer, "--stdio"]);
    await server.initialize(REGISTERING, [pathToFileURL(folder).href]);
    await server.open(textDocument().uri, TEMPLATE, "jinja-xml");
  });
  after(() => {
    server.kill();
    rmSync(folder, { recursive: true });
  });

  test("says what its variable is set to, above what the attribute means", async () => {
    const hover = await server.connection.sendRequest<Hover>("textDocument/hover", {
      textDocument: textDocument(),
      position,
    });
    const { value } = hover.contents as { readonly value: string };
    const link = `[defaults/main.yml:2](${uriOf("roles/tomcat/defaults/main.yml")}#L2)`;
    assert.ok(value.startsWith(`\`http_port\`\n\n- \`8080\` ${link}`), value);
    assert.match(value, /\*\*port\*\*/);
  });

  test("goes to the place that sets it, also by a link", async () => {
    const found = await server.connection.sendRequest<Location[]>("textDocument/definition", {
      textDocument: textDocument(),
      position,
    });
    const uri = uriOf("roles/tomcat/defaults/main.yml");
    const range = { start: { line: 1, character: 0 }, end: { line: 1, character: 9 } };
    assert.deepEqual(found, [{ uri, range }]);
    const links = await server.connection.sendRequest<DocumentLink[]>("textDocument/documentLink", {
      textDocument: textDocument(),
    });
    assert.deepEqual(
      links.map(({ target }) => target),
      [`${uri}#L2`],
    );
  });
});
