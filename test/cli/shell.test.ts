import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));
const cli = join(root, "dist", "cli.cjs");

function run(words: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const clean = { ...process.env, LANG: "C", LC_ALL: "", LC_MESSAGES: "", ...env };
  return spawnSync(process.execPath, [cli, ...words], { cwd: root, encoding: "utf8", env: clean });
}

const COMMANDS = run(["--help"])
  .stdout.split("\n")
  .flatMap((line) => /^ {2}([a-z]+)(?= |$)/.exec(line)?.[1] ?? []);

describe("help", () => {
  test("groups the commands and shows what can be typed", () => {
    const { stdout } = run(["--help"]);
    for (const heading of ["Find what is wrong:", "Look into it:", "Write configuration:", "Examples:"]) {
      assert.ok(stdout.includes(`\n${heading}\n`), heading);
    }
    assert.ok(COMMANDS.length >= 12, COMMANDS.join());
  });

  for (const name of COMMANDS.filter((each) => each !== "help")) {
    test(`of ${name} has an example, the language, and no default that says nothing`, () => {
      const { stdout, status } = run(["help", name]);
      assert.equal(status, 0);
      assert.doesNotMatch(stdout, /default: (\[\]|false)/);
      assert.match(stdout, /--lang <language>/);
      if (name !== "rules") assert.match(stdout, new RegExp(`\nExamples:\n.*tomcat-cluster ${name}\\b`));
    });
  }

  test("is named in one line behind what is wrong", () => {
    assert.deepEqual(run(["check", "--fromat", "json"]).stderr.split("\n"), [
      "error: unknown option '--fromat'",
      "(Did you mean --format?)",
      "`tomcat-cluster check --help` says what there is.",
      "",
    ]);
    assert.deepEqual(run(["chek"]).stderr.split("\n"), [
      "error: unknown command 'chek'",
      "(Did you mean check?)",
      "`tomcat-cluster --help` says what there is.",
      "",
    ]);
  });
});

describe("the language", () => {
  const KOREAN = /규칙이 없습니다/;
  for (const [what, words, env] of [
    ["before the command", ["--lang", "ko", "explain", "no-rule"], {}],
    ["behind it", ["explain", "--lang", "ko", "no-rule"], {}],
    ["at the end", ["explain", "no-rule", "--lang=ko"], {}],
    ["LANG=ko_KR", ["explain", "no-rule"], { LANG: "ko_KR" }],
    ["LANG=ko_KR.UTF-8", ["explain", "no-rule"], { LANG: "ko_KR.UTF-8" }],
    ["LC_ALL, which goes before LANG", ["explain", "no-rule"], { LC_ALL: "ko_KR.UTF-8", LANG: "en_US.UTF-8" }],
  ] as const) {
    test(what, () => assert.match(run(words, env).stderr, KOREAN));
  }

  test("is English where another one, or the contrary, is said", () => {
    assert.doesNotMatch(run(["explain", "no-rule"], { LANG: "kok_IN" }).stderr, KOREAN);
    assert.doesNotMatch(run(["explain", "no-rule", "--lang", "en"], { LANG: "ko_KR" }).stderr, KOREAN);
    assert.doesNotMatch(run(["explain", "no-rule"], { LC_ALL: "C", LANG: "ko_KR" }).stderr, KOREAN);
  });
});

describe("effective takes a folder", () => {
  test("of one Tomcat", () => {
    const ofFile = run(["effective", "examples/node1/conf/server.xml"]).stdout;
    for (const folder of ["examples/node1", "examples/node1/", "examples/node1/conf"]) {
      assert.equal(run(["effective", folder]).stdout, ofFile);
    }
    assert.equal(run(["effective", "examples/node1", "--diff", "examples/node2"]).status, 1);
  });

  test("and names the files of several, or says that there is none", () => {
    const several = run(["effective", "examples"]);
    assert.equal(several.status, 2);
    assert.match(several.stderr, /has several Tomcats.*\n {2}examples\/node1\/conf\/server\.xml\n {2}examples\/node2/);
    assert.match(run(["effective", "client/l10n"]).stderr, /no server\.xml is in it or below/);
  });
});

describe("the manual page", () => {
  const page = run(["man"]).stdout;

  test("is what the build puts beside the program, for npm to install", () => {
    assert.equal(readFileSync(join(root, "dist", "tomcat-cluster.1"), "utf8"), page);
    assert.equal(JSON.parse(readFileSync(join(root, "package.json"), "utf8")).man, "dist/tomcat-cluster.1");
  });

  test("has every command with every option", () => {
    const plain = page.replaceAll("\\-", "-");
    for (const name of COMMANDS.filter((each) => each !== "help")) {
      assert.ok(plain.includes(`\n.SS tomcat-cluster ${name}`), name);
      for (const [option] of run(["help", name]).stdout.matchAll(/(?<=^ {2})--[a-z-]+/gm)) {
        assert.ok(plain.includes(`\n.B ${option}`), `${name} ${option}`);
      }
    }
  });

  const groff = spawnSync("groff", ["--version"]).status === 0;
  test("is read by groff without a warning", { skip: groff ? false : "needs groff" }, () => {
    const { stderr, stdout } = spawnSync("groff", ["-man", "-ww", "-Tutf8", "-z"], { input: page, encoding: "utf8" });
    assert.equal(stderr + stdout, "");
  });
});

describe("completion", () => {
  const folder = mkdtempSync(join(tmpdir(), "tomcat-cluster-shell-"));
  const program = join(folder, "tomcat-cluster");
  writeFileSync(program, `#!/bin/sh\nexec "${process.execPath}" "${cli}" "$@"\n`);
  chmodSync(program, 0o755);
  const env = { ...process.env, PATH: `${folder}:${process.env["PATH"]}` };
  after(() => rmSync(folder, { recursive: true }));
  const has = (shell: string) => spawnSync(shell, ["--version"]).status === 0;

  /** What bash offers at the end of a line. */
  function inBash(line: string): readonly string[] {
    const words = line.split(" ");
    const script = `source <(tomcat-cluster complete bash)
COMP_WORDS=(${words.map((word) => `'${word}'`).join(" ")}) COMP_CWORD=${words.length - 1}
COMP_LINE='${line}' COMP_POINT=${line.length}
_tomcat_cluster_completion; printf '%s\\n' "\${COMPREPLY[@]}"; complete -p tomcat-cluster`;
    const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", script], { encoding: "utf8", env });
    assert.equal(stderr, "");
    const lines = stdout.trim().split("\n");
    // Where nothing is offered, bash offers paths.
    assert.equal(lines.pop(), "complete -o default -F _tomcat_cluster_completion tomcat-cluster");
    return lines.filter((each) => each !== "");
  }

  for (const [line, expected] of [
    ["tomcat-cluster mi", ["migrate"]],
    ["tomcat-cluster check --fo", ["--format"]],
    ["tomcat-cluster check --format s", ["sarif"]],
    ["tomcat-cluster --lang ko effective --dif", ["--diff"]],
    ["tomcat-cluster check --la", ["--lang"]],
    ["tomcat-cluster explain jvm-route-d", ["jvm-route-duplicate"]],
    ["tomcat-cluster complete p", ["pwsh"]],
    ["tomcat-cluster help prob", ["probe"]],
    ["tomcat-cluster check ser", []],
    ["tomcat-cluster check --baseline a", []],
  ] as const) {
    test(`in bash: ${line}`, { skip: has("bash") ? false : "needs bash" }, () => {
      assert.deepEqual(inBash(line), expected);
    });
  }

  // `complete -C` of fish tells a script no place of the cursor, so options are asked for as the script does.
  test("in fish", { skip: has("fish") ? false : "needs fish" }, () => {
    const script = "tomcat-cluster complete fish | source; complete -C 'tomcat-cluster mi'";
    const { stdout } = spawnSync("fish", ["--no-config", "-c", script], { encoding: "utf8", env });
    assert.match(stdout, /^migrate\tmove files/m);
    const line = "tomcat-cluster check --fail";
    const asked = { SHELL: "fish", COMP_LINE: `${line} `, COMP_POINT: `${line.length}`, COMP_CWORD: "3" };
    assert.equal(run(["completion-server"], asked).stdout, "--fail-on\texit with 1 from this severity on\n");
  });

  test("in zsh", { skip: has("zsh") ? false : "needs zsh" }, () => {
    const script = `autoload -U compinit && compinit -u -D
source <(tomcat-cluster complete zsh)
_describe() { print -l -- $reply }; _files() { print files }
words=(tomcat-cluster check --format s) CURRENT=4 BUFFER='tomcat-cluster check --format s' CURSOR=31
_tomcat_cluster_completion
words=(tomcat-cluster check a) CURRENT=3 BUFFER='tomcat-cluster check a' CURSOR=22
_tomcat_cluster_completion`;
    const { stdout } = spawnSync("zsh", ["-f", "-c", script], { encoding: "utf8", env });
    assert.equal(stdout, "sarif\nfiles\n");
  });

  test("in PowerShell the script is whole", () => {
    const { stdout, status } = run(["complete", "pwsh"]);
    assert.equal(status, 0);
    assert.match(stdout, /Register-ArgumentCompleter -CommandName 'tomcat-cluster'/);
    assert.doesNotMatch(stdout, /\{pkgname\}|\{completer\}/);
    assert.equal(run(["complete", "tcsh"]).status, 2);
  });
});
