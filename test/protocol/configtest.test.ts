import assert from "node:assert/strict";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, afterEach, beforeEach, describe, test } from "node:test";
import { pathToFileURL } from "node:url";
import { CancellationTokenSource } from "vscode-jsonrpc";
import { CONFIGTEST_REQUEST } from "../../server/src/protocol.ts";
import { bundledServer, ServerProcess } from "../harness/client.ts";

const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-configtest-"));
after(() => rmSync(folder, { recursive: true }));
const skip = process.platform === "win32" ? "the Tomcats of this test are shell scripts" : false;

const SERVER = `<Server>
  <Service name="Catalina">
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1"/>
  </Service>
</Server>
`;

/** A folder whose bin/catalina.sh does this. */
function tomcat(name: string, script: string): string {
  const home = join(folder, name);
  mkdirSync(join(home, "bin"), { recursive: true });
  writeFileSync(join(home, "bin", "catalina.sh"), script);
  return home;
}

/** True while there is a process of this id. */
function lives(id: number): boolean {
  try {
    process.kill(id, 0);
    // A process that ended, but that its parent did not wait for yet, does not count.
    return !existsSync(`/proc/${id}/stat`) || !/\) Z /.test(readFileSync(`/proc/${id}/stat`, "latin1"));
  } catch {
    return false;
  }
}

async function until(holds: () => boolean, what: string): Promise<void> {
  for (const end = Date.now() + 10_000; !holds(); ) {
    assert.ok(Date.now() < end, what);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

describe("configtest through the bundled server", { skip }, () => {
  let server: ServerProcess;
  const base = join(folder, "노드 1; touch x");
  const uri = pathToFileURL(join(base, "conf", "server.xml")).href;

  beforeEach(async () => {
    mkdirSync(join(base, "conf"), { recursive: true });
    writeFileSync(join(base, "conf", "server.xml"), SERVER);
    server = new ServerProcess([bundledServer, "--stdio"]);
    await server.initialize({});
    await server.open(uri, SERVER);
  });
  afterEach(() => server.kill());

  const ask = (catalinaHome: string | null, of = uri, token = new CancellationTokenSource().token) =>
    server.connection.sendRequest(CONFIGTEST_REQUEST, { uri: of, catalinaHome }, token);

  test("places what the Tomcat says", async () => {
    const home = tomcat(
      "complains",
      'echo "WARNING: Match [Server/Service/Engine] failed to set property [jvmRoute] to [node1]" >&2',
    );
    const { outcome, findings } = await ask(home);
    assert.equal(outcome, "accepted");
    assert.deepEqual(
      findings.map(({ range, severity }) => [range.start, range.end, severity]),
      [[{ line: 2, character: 52 }, { line: 2, character: 68 }, "warning"]],
    );
  });

  test("gives the script both folders, English, and one word, whatever their names are", async () => {
    const home = tomcat("says $(touch y)", 'echo "SEVERE: $# $1 $CATALINA_HOME $CATALINA_BASE $JAVA_OPTS"; exit 1');
    const [said] = (await ask(home)).findings;
    assert.match(said?.message ?? "", /^1 configtest .*\/says \$\(touch y\) .*\/노드 1; touch x /);
    assert.match(said?.message ?? "", /-Duser\.language=en/);
  });

  test("takes the node's own Tomcat where none is set, and says when there is none", async () => {
    const { outcome, text } = await ask(null);
    assert.equal(outcome, "failed");
    assert.match(text, /no bin\/catalina\.sh in .*노드 1; touch x: set tomcatCluster\.catalinaHome/);
  });

  test("asks for no file but conf/server.xml", async () => {
    const other = pathToFileURL(join(base, "server-b.xml")).href;
    await server.open(other, SERVER);
    assert.match((await ask(tomcat("never", "touch never"), other)).text, /open that file/);
    assert.equal(existsSync(join(folder, "never", "never")), false);
  });

  for (const [what, end] of [
    ["its request is cancelled", (source: CancellationTokenSource) => source.cancel()],
    ["its client leaves", () => server.child.stdin?.end()],
  ] as const) {
    test(`ends the Tomcat and what that started when ${what}`, async () => {
      const note = join(folder, "child");
      rmSync(note, { force: true });
      const home = tomcat("hangs", `sleep 600 & echo $! > "${note}.new"; mv "${note}.new" "${note}"; wait`);
      const source = new CancellationTokenSource();
      const answer = ask(home, uri, source.token).catch(() => undefined);
      await until(() => existsSync(note), "it starts");
      const child = Number(readFileSync(note, "utf8"));
      assert.ok(lives(child));
      end(source);
      await until(() => !lives(child), "its child ends");
      server.connection.dispose();
      await answer;
    });
  }

  for (const signal of ["SIGTERM", "SIGKILL"] as const) {
    test(`a server that gets ${signal} leaves no Tomcat running`, async () => {
      const pids = join(folder, `pids-${signal}`);
      // A Tomcat whose Java does not hear of the end of its parent.
      const home = tomcat(`stays-${signal}`, `sleep 300 & echo "$$ $!" > '${pids}'; wait`);
      const answer = ask(home).catch(() => undefined);
      await until(() => existsSync(pids) && readFileSync(pids, "utf8").trim().includes(" "), "the Tomcat started");
      const processes = readFileSync(pids, "utf8").trim().split(" ").map(Number);
      server.child.kill(signal);
      await until(() => !processes.some(lives), "all of it ended");
      server.connection.dispose();
      await answer;
    });
  }
});
