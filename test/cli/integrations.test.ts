import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";

const root = fileURLToPath(new URL("../..", import.meta.url));
const read = (name: string) => readFileSync(join(root, name), "utf8");
const bash = process.platform === "win32" ? "the shell of the action: needs bash" : false;

let folder: string;
before(() => {
  folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-"));
  cpSync(join(root, "examples"), join(folder, "shop tomcats"), { recursive: true });
});
after(() => rmSync(folder, { recursive: true }));

describe("the GitHub action", { skip: bash }, () => {
  interface Step {
    readonly name?: string;
    readonly run?: string;
    readonly env?: Readonly<Record<string, string>>;
  }
  interface Action {
    readonly inputs: Readonly<Record<string, { readonly default: string }>>;
    readonly runs: { readonly steps: readonly Step[] };
  }
  const action: Action = parse(read("action.yml"));

  /** Runs the step as GitHub does: expressions in `env` are replaced, the rest is the shell's. */
  function check(inputs: Readonly<Record<string, string>>) {
    const step = action.runs.steps.find(({ name }) => name === "Check");
    assert.ok(step?.run && step.env);
    const values = Object.entries(step.env).map(([name, text]) => [
      name,
      text.replace(/\$\{\{ (?:inputs\.([\w-]+)|github\.action_path) \}\}/, (_, input?: string) =>
        input === undefined ? root : (inputs[input] ?? action.inputs[input]?.default ?? assert.fail(input)),
      ),
    ]);
    return spawnSync("bash", ["-e", "-o", "pipefail", "-c", step.run], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...Object.fromEntries(values) },
    });
  }

  test("annotates what it finds, and writes SARIF beside it", () => {
    const { stdout, status, stderr } = check({ paths: "shop tomcats/node1\nshop tomcats/node2\n", sarif: "out.sarif" });
    assert.equal(status, 1, stderr);
    assert.match(
      stdout,
      /^::warning file=shop tomcats\/node1\/conf\/server\.xml,line=\d+.*title=deployer-outside-host/m,
    );
    assert.equal(JSON.parse(readFileSync(join(folder, "out.sarif"), "utf8")).version, "2.1.0");
  });

  test("takes nothing in its inputs as a command", () => {
    const { status, stderr } = check({ paths: "$(touch hacked); --fix\n`touch hacked`" });
    assert.equal(status, 2);
    assert.match(stderr, /is not there/);
    assert.equal(spawnSync("test", ["-e", join(folder, "hacked")]).status, 1);
  });
});

test("the hook for pre-commit names a command there is, and the files that may be Tomcat's", () => {
  const [hook]: readonly { entry: string; files: string }[] = parse(read(".pre-commit-hooks.yaml"));
  assert.ok(hook);
  const [command, ...words] = hook.entry.split(" ");
  const manifest: { bin: Readonly<Record<string, string>> } = JSON.parse(read("package.json"));
  const program = manifest.bin[command ?? ""];
  assert.ok(program, hook.entry);
  const { stdout, status } = spawnSync(
    process.execPath,
    [join(root, program), ...words, "shop tomcats/node1/conf/server.xml"],
    { cwd: folder, encoding: "utf8" },
  );
  assert.equal(status, 1);
  assert.match(stdout, /deployer-outside-host/);
  const files = new RegExp(hook.files);
  for (const path of ["conf/server.xml", "server-a.xml", "a/WEB-INF/web.xml", "conf/context.xml", "my-cluster.xml"]) {
    assert.match(path, files);
  }
  for (const path of ["pom.xml", "conf/server.xml.bak", "myweb.xml"]) assert.doesNotMatch(path, files);
});
