import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parseDocument } from "yaml";
import { applyEdits } from "../../../server/src/base/span.ts";
import type { Diagnostic } from "../../../server/src/lint/diagnostic.ts";
import { fixesOf } from "../../../server/src/lint/fix-all.ts";
import { cases } from "../../harness/effort.ts";
import { readFixture } from "../../harness/fixture.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const MANIFEST = "k8s/tomcat.yaml";
const SERVER = `${MANIFEST}!/tomcat/conf/server.xml`;

/** A ConfigMap with a file in it, which ends with a line break. */
function holding(text: string, key = "server.xml", indent = "    "): string {
  const lines = text.replace(/\n$/, "").split("\n");
  return [
    "# Made for a test.",
    "apiVersion: v1",
    "kind: ConfigMap",
    "metadata:",
    "  name: tomcat",
    "data:",
    "  app.properties: |",
    "    title=한글",
    `  ${key}: |`,
    ...lines.map((line) => (line === "" ? "" : indent + line)),
    "  last: none",
    "",
  ].join("\n");
}

function inManifest(text: string, line: string) {
  return workspaceOf(new Map([[MANIFEST, text]]), line);
}

/** Fixtures of one file that stands alone. */
function fixtures(): readonly { readonly name: string; readonly text: string; readonly tomcat: string }[] {
  const folder = fileURLToPath(new URL("../../../server/src/rules/", import.meta.url));
  return readdirSync(folder, { withFileTypes: true }).flatMap((rule) => {
    const path = join(folder, rule.name, "fixtures");
    if (!rule.isDirectory()) return [];
    return readdirSync(path).flatMap((file) => {
      if (!file.endsWith(".xml")) return [];
      const { files, tomcat } = readFixture(readFileSync(join(path, file), "utf8"));
      const text = files.get("conf/server.xml");
      return files.size === 1 && text !== undefined ? [{ name: `${rule.name}/${file}`, text, tomcat }] : [];
    });
  });
}

/** Code, severity, first line and what is said; a line is told from where the file begins. */
function said(diagnostics: readonly Diagnostic[], lineOf: (offset: number) => number): readonly string[] {
  return diagnostics.map(({ code, severity, at, text }) => `${lineOf(at.start)} ${code} ${severity}: ${text.en}`);
}

/** What is said of a file on a disk only: of its encoding, of what is beside it, and of the addresses of a machine. */
const OF_DISKS: ReadonlySet<string> = new Set([
  "unknown-encoding",
  "external-part-missing",
  "receiver-address-automatic",
]);

/** Lines before the block of `holding`. */
const BEFORE = 9;

describe("configurations in manifests", () => {
  for (const { name, text, tomcat } of cases(fixtures())) {
    // What begins with blanks or has none of YAML's own characters is another block.
    if (!/^<[^\t]*$/.test(text)) continue;
    test(`${name} is read in a ConfigMap as it is alone`, async () => {
      const alone = await workspaceOf(new Map([["conf/server.xml", text]]), tomcat).snapshot("conf/server.xml");
      const written = holding(text);
      const workspace = inManifest(written, tomcat);
      const held = await workspace.snapshot(SERVER);
      if (!alone || !held) return assert.equal(held, alone);
      const declared = (each: readonly Diagnostic[]) => each.filter(({ code }) => !OF_DISKS.has(code));
      assert.deepEqual(
        said(held.diagnostics, (offset) => held.file.lines.positionAt(offset).line - BEFORE),
        said(declared(alone.diagnostics), (offset) => alone.file.lines.positionAt(offset).line),
      );
      for (const [index, diagnostic] of held.diagnostics.entries()) {
        for (const [nth, fix] of fixesOf(diagnostic).entries()) {
          const own = fixesOf(declared(alone.diagnostics)[index] as Diagnostic)[nth];
          assert.ok(own, fix.title.en);
          const after = applyEdits(written, fix.edits);
          // Without a name of its own, a route is that of the ConfigMap's Tomcat in one and of the file in the other.
          if (/jvmRoute=/.test(own.title.en) && own.title.en !== fix.title.en) continue;
          const expected = holding(applyEdits(text, own.edits));
          const blanks = (each: string) => each.replace(/[ \t]+/g, " ").replace(/ $/gm, "");
          assert.equal(blanks(after), blanks(expected), fix.title.en);
          assert.ok(parseDocument(after).errors.length === 0, fix.title.en);
          const inside = await inManifest(after, tomcat).textOf(SERVER);
          assert.equal(inside?.trim(), applyEdits(held.file.document.text, fix.edits).trim(), fix.title.en);
        }
      }
    });
  }

  const found = async (files: Readonly<Record<string, string>>, path: string) => {
    const workspace = workspaceOf(new Map(Object.entries(files)), "9.0");
    const snapshots = await workspace.checkedIn(path);
    return snapshots.flatMap(({ file, diagnostics }) =>
      diagnostics.map(({ code, at }) => `${file.path} ${file.lines.positionAt(at.start).line} ${code}`),
    );
  };
  const bad = `<Server port="8005" shutdown="SHUTDOWN">
  <Service name="Catalina">
    <Connector port="70000"/>
    <Engine name="Catalina" defaultHost="localhost"><Host name="localhost" appBase="webapps"/></Engine>
  </Service>
</Server>
`;

  test("several documents, lists and Secrets", async () => {
    const list = holding(bad)
      .split("\n")
      .map((line, index) => (index === 1 ? `- ${line}` : line === "" ? "" : `  ${line}`))
      .slice(1)
      .join("\n");
    const secret = holding(bad).replace("ConfigMap", "Secret").replace("\ndata:", "\nstringData:");
    const text = `kind: Deployment\n---\n${holding(bad)}---\n${secret}--- # the last\nkind: List\nitems:\n${list}`;
    const lines = text.split("\n").flatMap((line, index) => (line.includes("70000") ? [index] : []));
    assert.deepEqual(await found({ [MANIFEST]: text }, MANIFEST), [
      `${SERVER} ${lines[0]} connector-port`,
      `${SERVER.replace("!/tomcat", "!/tomcat~2")} ${lines[1]} connector-port`,
      `${SERVER.replace("!/tomcat", "!/tomcat~3")} ${lines[2]} connector-port`,
    ]);
  });

  test("line breaks of Windows, indicators and comments behind them", async () => {
    for (const change of [
      (text: string) => text.replaceAll("\n", "\r\n"),
      (text: string) => text.replace("server.xml: |", "server.xml: |2- # the file"),
      (text: string) => text.replace("server.xml: |", '"server.xml": |+'),
    ]) {
      assert.deepEqual(await found({ [MANIFEST]: change(holding(bad)) }, MANIFEST), [`${SERVER} 11 connector-port`]);
    }
  });

  test("Helm's marks outside and inside of the file", async () => {
    const text = holding(bad)
      .replace("  name: tomcat", '  name: {{ .Release.Name }}-tomcat\n  labels: {{- include "x" . | nindent 4 }}')
      .replace("\ndata:", "\n{{- if .Values.config }}\ndata:");
    const name = `${"x".repeat("{{ .Release.Name }}".length)}-tomcat`;
    assert.deepEqual(await found({ [MANIFEST]: `${text}{{- end }}\n` }, MANIFEST), [
      `${SERVER.replace("/tomcat/", `/${name}/`)} 13 connector-port`,
    ]);
    const filled = text.replace('port="70000"', 'port="{{ .Values.port }}"');
    assert.deepEqual(await found({ [MANIFEST]: `${filled}{{- end }}\n` }, MANIFEST), []);
  });

  test("quoted and folded texts, other kinds and what is no XML say nothing", async () => {
    const quoted = `kind: ConfigMap\nmetadata: {name: tomcat}\ndata:\n  server.xml: ${JSON.stringify(bad)}\n`;
    for (const text of [
      quoted,
      holding(bad).replace("server.xml: |", "server.xml: >"),
      holding(bad).replace("kind: ConfigMap", "kind: Widget"),
      holding(bad, "server.txt"),
      holding('{{ .Files.Get "server.xml" | indent 4 }}'),
      `kind: ConfigMap\n${"  ".repeat(0)}${"- ".repeat(20_000)}`,
    ]) {
      assert.deepEqual(await found({ [MANIFEST]: text }, MANIFEST), []);
    }
  });

  test("properties beside it in the ConfigMap fill in placeholders", async () => {
    const text = holding(bad.replace('port="70000"', 'port="${http}"')).replace(
      "  last: none",
      "  catalina.properties: |\n    http=70000",
    );
    assert.deepEqual(await found({ [MANIFEST]: text }, MANIFEST), [`${SERVER} 11 connector-port`]);
  });

  test("two ConfigMaps are two nodes of a cluster", async () => {
    const node = (host: string) => `<Server port="8005" shutdown="SHUTDOWN">
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="same">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" channelSendOptions="6">
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Membership className="org.apache.catalina.tribes.membership.McastService" address="228.0.0.9"/>
          <Receiver className="org.apache.catalina.tribes.transport.nio.NioReceiver" address="${host}"/>
        </Channel>
      </Cluster>
      <Host name="localhost" appBase="webapps"/>
    </Engine>
  </Service>
</Server>
`;
    const text = ["10.0.0.1", "10.0.0.2"]
      .map((host, index) => holding(node(host)).replace("name: tomcat", `name: tomcat-${index}`))
      .join("---\n");
    const codes = (await found({ [MANIFEST]: text }, MANIFEST)).map((each) => each.split(" ")[2]);
    assert.equal(codes.filter((code) => code === "jvm-route-duplicate").length, 2, codes.join());
  });
});
