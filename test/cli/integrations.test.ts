import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
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

  /** Runs a step as GitHub does: expressions in `env` are replaced, the rest is the shell's. */
  function run(name: string, cwd: string, values: Readonly<Record<string, string>>) {
    const step = action.runs.steps.find((each) => each.name === name);
    assert.ok(step?.run && step.env);
    const env = Object.entries(step.env).map(([variable, text]) => [
      variable,
      text.replace(/\$\{\{ ([\w.-]+) \}\}/, (_, expression: string) => values[expression] ?? assert.fail(expression)),
    ]);
    return spawnSync("bash", ["-e", "-o", "pipefail", "-c", step.run], {
      cwd,
      encoding: "utf8",
      env: { ...process.env, ...Object.fromEntries(env) },
    });
  }

  function check(inputs: Readonly<Record<string, string>>) {
    const given = Object.entries(action.inputs).map(([name, each]) => [`inputs.${name}`, inputs[name] ?? each.default]);
    return run("Check", folder, { "github.action_path": root, ...Object.fromEntries(given) });
  }

  test("at the tag of a release fetches its package, and installs nothing", () => {
    const fetched = join(folder, "action");
    mkdirSync(join(fetched, "bin"), { recursive: true });
    const pack = ["pack", "--json", "--ignore-scripts", "--pack-destination", folder];
    const { stdout } = spawnSync("npm", pack, { cwd: root, encoding: "utf8" });
    const [{ filename }]: readonly [{ filename: string }] = JSON.parse(stdout);
    // What GitHub would answer: the package under the name that `npm pack` gives it.
    const gh = `#!/bin/sh\ntest "$*" = "release download v0.1.0 --repo o/r --pattern ${filename}" && cp "${join(folder, filename)}" .\n`;
    writeFileSync(join(fetched, "bin", "gh"), gh);
    chmodSync(join(fetched, "bin", "gh"), 0o755);
    const { PATH } = process.env;
    process.env["PATH"] = `${join(fetched, "bin")}:${PATH}`;
    try {
      const values = { "github.action_ref": "v0.1.0", "github.action_repository": "o/r", "github.token": "t" };
      const { status, stderr } = run("Program", fetched, values);
      assert.equal(status, 0, stderr);
    } finally {
      process.env["PATH"] = PATH;
    }
    assert.ok(existsSync(join(fetched, "dist", "cli.cjs")) && !existsSync(join(fetched, "node_modules")));
  });

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

test("the hooks for pre-commit name a command there is, and the files that may be Tomcat's", () => {
  const [hook, other]: readonly { entry: string; files: string; require_serial: boolean }[] = parse(
    read(".pre-commit-hooks.yaml"),
  );
  assert.ok(hook && other);
  // Processes side by side would each print a report of its own.
  assert.deepEqual([hook.require_serial, other.require_serial], [true, true]);
  assert.deepEqual([other.entry, other.files], [hook.entry, hook.files]);
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

test("the job for GitLab writes the report it hands over", () => {
  const yaml = /```yaml\n(tomcat-cluster:[^`]*)```/.exec(read("README.md"))?.[1];
  const { "tomcat-cluster": job }: { "tomcat-cluster": { script: string[]; artifacts: { reports: object } } } = parse(
    yaml ?? "",
  );
  const line = job.script.find((each) => each.startsWith("tomcat-cluster check conf "));
  assert.ok(line);
  const [, ...words] = line.split(" ");
  const node = join(folder, "shop tomcats", "node1");
  const { status, stderr } = spawnSync(process.execPath, [join(root, "dist", "cli.cjs"), ...words], { cwd: node });
  assert.equal(status, 1, String(stderr));
  const [report] = Object.values(job.artifacts.reports);
  const findings: readonly { check_name: string }[] = JSON.parse(readFileSync(join(node, String(report)), "utf8"));
  assert.ok(findings.some(({ check_name }) => check_name === "deployer-outside-host"));
});
