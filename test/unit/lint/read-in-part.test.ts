import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { MOST_TEMPLATES } from "../../../server/src/syntax/template.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const PATH = "conf/server.xml";
const server = (inside: string) => `<Server port="8005"><Service name="Catalina">${inside}</Service></Server>`;

async function codesOf(text: string, limits: { readonly longest?: number; readonly longestRead?: number } = {}) {
  const workspace = workspaceOf(new Map([[PATH, text]]), "9.0", undefined, limits);
  const found = (await workspace.snapshot(PATH))?.diagnostics ?? [];
  return found.map(({ code }) => code);
}

describe("a file that no rule looked at", () => {
  const silenced = "<!-- tomcat-cluster-disable-next-line element-ignored --><nosuch/>";

  test("has no comment that silences nothing", async () => {
    assert.deepEqual(await codesOf(server(silenced)), []);
    assert.deepEqual(await codesOf(server(silenced), { longest: 10 }), []);
    assert.deepEqual(await codesOf(server(silenced + "<a/>".repeat(160_000))), ["read-in-part"]);
  });

  test("has no mistake behind the place where reading stopped", async () => {
    assert.deepEqual(await codesOf("<!-- a -->".repeat(300_001) + server("")), ["read-in-part"]);
  });
});

test("a file that is too long to be read is told of, and nothing in it", async () => {
  assert.deepEqual(await codesOf(server("<nosuch/><a"), { longestRead: 50 }), ["read-in-part"]);
  assert.deepEqual(await codesOf("<html/>".padEnd(100), { longestRead: 50 }), []);
});

test("a file that shrinks below what is read is read anew", async () => {
  const [long, short] = [server("<nosuch/>{{ a }}<b/>"), server("<nosuch/>&")];
  const workspace = workspaceOf(new Map(), "9.0", undefined, { longestRead: short.length });
  const codes: (readonly string[])[] = [];
  for (const text of [long, short]) {
    workspace.setOpen(PATH, text);
    codes.push(((await workspace.snapshot(PATH))?.diagnostics ?? []).map(({ code }) => code));
  }
  assert.deepEqual(codes, [["read-in-part"], ["element-ignored", "bare-ampersand"]]);
});

test("a file of too many expressions of a template is read up to the last, and says so", async () => {
  const marks = "{{ a }}\n".repeat(MOST_TEMPLATES);
  const tokens = '<a b="<c>"/>\n'.repeat(MOST_TEMPLATES);
  for (const many of [marks, tokens, marks.slice(marks.length / 2) + tokens.slice(tokens.length / 2)]) {
    assert.deepEqual(await codesOf(server(`${many}<!-- -- --><a`)), ["read-in-part"]);
  }
  assert.deepEqual(await codesOf(server(marks.slice("{{ a }}\n".length))), []);
});

test("a node that was read in part is held against no other", async () => {
  const node = (route: string, inside = "") =>
    `<Server><Service name="Catalina"><Engine name="Catalina" defaultHost="localhost" jvmRoute="${route}"><Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"/><Host name="localhost"/></Engine></Service>${inside}</Server>`;
  const codes = async (inside: string) => {
    const files = new Map([
      ["a/n1/conf/server.xml", node("a")],
      ["a/n2/conf/server.xml", node("a", inside)],
    ]);
    const [first] = files.keys();
    const found = (await workspaceOf(files, "9.0").snapshot(first ?? ""))?.diagnostics ?? [];
    return found.map(({ code }) => code).filter((code) => code.startsWith("jvm-route"));
  };
  assert.deepEqual(await codes(""), ["jvm-route-duplicate"]);
  assert.deepEqual(await codes("<a/>".repeat(150_001)), []);
});
