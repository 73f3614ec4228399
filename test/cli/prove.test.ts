import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createServer as createHttp } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { DOMParser } from "@xmldom/xmldom";
import { TEST_PAGE } from "../../server/src/create/test-page.ts";
import type { FakeCluster } from "../harness/prove.ts";
import { Nodes } from "../harness/prove-servers.ts";
import { PROGRAM } from "../harness/shell.ts";

const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-prove-"));
after(() => rmSync(folder, { recursive: true }));

/** A self-signed certificate; undefined where there is no openssl. */
function selfSigned(): { readonly key: string; readonly cert: string; readonly path: string } | undefined {
  const [key, path] = [join(folder, "key.pem"), join(folder, "cert.pem")];
  const subject = ["-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1", "-days", "2"];
  const words = ["req", "-x509", "-newkey", "rsa:2048", "-nodes", "-keyout", key, "-out", path, ...subject];
  if (spawnSync("openssl", words).status !== 0) return undefined;
  return { key: readFileSync(key, "utf8"), cert: readFileSync(path, "utf8"), path };
}
const certificate = selfSigned();

const TWO = [
  { host: "a", route: "a" },
  { host: "b", route: "b" },
];

/** Runs it; `during` gets what ends it as Ctrl-C does. */
async function program(words: readonly string[], during: (interrupt: () => void) => Promise<void> = async () => {}) {
  const child = spawn(process.execPath, [PROGRAM, "prove", ...words], { env: { ...process.env, LANG: "C" } });
  let [stdout, stderr] = ["", ""];
  child.stdout.on("data", (data) => {
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    stderr += data;
  });
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  await during(() => child.kill("SIGINT"));
  const status = await ended;
  assert.doesNotMatch(stderr, /^\s+at .*:\d+:\d+/m, "a stack trace");
  return { status, stdout, stderr };
}

async function withNodes(cluster: FakeCluster, act: (nodes: Nodes) => Promise<void>, secure = false): Promise<void> {
  const nodes = await new Nodes(cluster).listen(secure ? certificate : undefined);
  try {
    await act(nodes);
  } finally {
    nodes.close();
  }
}

describe("prove", () => {
  test("nodes that replicate pass, for people", () =>
    withNodes({ nodes: TWO }, async ({ urls, host }) => {
      const { status, stdout } = await program(urls);
      assert.equal(status, 0, stdout);
      assert.match(stdout, /^PASSED/m);
      assert.match(stdout, /seen\s+p50\s+p95\s+most\n.*25\/25\s+\d+ ms/);
      assert.match(stdout, /Not tried: whether a session survives/);
      assert.equal(host.left, 0);
    }));

  test("nodes that do not replicate fail, in Korean", () =>
    withNodes({ nodes: TWO, delay: -1 }, async ({ urls, host }) => {
      const { status, stdout } = await program([...urls, "--patience", "1", "--lang", "ko"]);
      assert.equal(status, 1, stdout);
      assert.match(stdout, /복제되지 않습니다/);
      assert.equal(host.left, 0);
    }));

  test("for scripts, as JSON and as JUnit", () =>
    withNodes({ nodes: TWO, keepsRoute: true }, async ({ urls }) => {
      const json = await program([...urls, "--rounds", "5", "--format", "json"]);
      const { outcome, verdicts }: { outcome: string; verdicts: readonly { id: string }[] } = JSON.parse(json.stdout);
      assert.equal(outcome, "failed");
      assert.ok(verdicts.some(({ id }) => id === "route-not-rewritten"));
      const junit = await program([...urls, "--rounds", "5", "--format", "junit"]);
      const suites = new DOMParser().parseFromString(junit.stdout, "text/xml").documentElement;
      assert.equal(suites?.getAttribute("failures"), "1");
      assert.equal(json.status, 1);
    }));

  test("what the files say stands beside it", () =>
    withNodes({ nodes: TWO, delay: -1 }, async ({ urls }) => {
      const conf = new URL("../fixtures/post", import.meta.url).pathname;
      const { stdout } = await program([...urls, "--patience", "1", "--conf", conf, "--format", "json"]);
      const { causes }: { causes: readonly { from: string; place: string }[] } = JSON.parse(stdout);
      assert.ok(causes.length > 0);
      assert.ok(causes.every(({ from, place }) => from === "configuration" && /\.xml:\d+$/.test(place)));
    }));

  test("Ctrl-C ends the proof and its sessions", () =>
    withNodes({ nodes: TWO, delay: -1 }, async ({ urls, host }) => {
      const { status, stdout } = await program([...urls, "--patience", "60", "--format", "json"], async (interrupt) => {
        while (host.asked.length < 30) await new Promise((resolve) => setTimeout(resolve, 50));
        interrupt();
      });
      assert.equal(status, 2);
      assert.match(stdout, /"id": "interrupted"/);
      assert.equal(host.left, 0);
    }));

  test("a user in the address is used and not shown", () =>
    withNodes({ nodes: TWO }, async ({ urls }) => {
      const named = urls.map((url) => url.replace("//", "//ops:s3cret@"));
      const [first = ""] = named;
      const { stdout, stderr } = await program([...named, first, "--rounds", "1", "--format", "json"]);
      assert.match(stdout, /same-node/);
      assert.doesNotMatch(stdout + stderr, /s3cret|ops/);
    }));

  test("an address that leads to another host is not followed", async () => {
    const server = createHttp((_, response) =>
      response.writeHead(302, { location: "http://elsewhere.invalid/" }).end(),
    );
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const { status, stdout } = await program([`127.0.0.1:${port}`, "127.0.0.1:1"]);
    server.close();
    assert.equal(status, 2);
    assert.match(stdout, /leads to http:\/\/elsewhere\.invalid\//);
    assert.match(stdout, /127\.0\.0\.1:1 does not answer \(ECONNREFUSED\)/);
  });

  test("a certificate of one's own", { skip: certificate ? false : "needs openssl" }, () =>
    withNodes(
      { nodes: TWO },
      async ({ urls }) => {
        const refused = await program([...urls, "--rounds", "2"]);
        assert.equal(refused.status, 2);
        assert.match(refused.stdout, /is not trusted \(DEPTH_ZERO_SELF_SIGNED_CERT\)/);
        for (const consent of [["--insecure"], ["--ca", certificate?.path ?? ""]]) {
          const { status, stdout } = await program([...urls, "--rounds", "2", ...consent]);
          assert.equal(status, 0, stdout);
        }
      },
      true,
    ),
  );

  test("the page", async () => {
    const { status, stdout } = await program(["--page"]);
    assert.deepEqual([status, stdout], [0, TEST_PAGE]);
  });

  for (const [what, words, says] of [
    ["one node", ["http://127.0.0.1:1/"], /name at least two nodes/],
    ["no address", ["http://", "http://b/"], /no address of a page: http:\/\//],
    ["a certificate that is not there", ["http://a/", "http://b/", "--ca", "/none.pem"], /none\.pem/],
    ["no round", ["http://a/", "http://b/", "--rounds", "0"], /from 1 to 1000/],
  ] as const) {
    test(`${what} is a mistake`, async () => {
      const { status, stderr } = await program(words);
      assert.equal(status, 2);
      assert.match(stderr, says);
    });
  }
});
