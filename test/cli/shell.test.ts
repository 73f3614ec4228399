import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import stringWidth from "string-width";

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

describe("help in Korean", () => {
  /** Three English words on end: names and values stand alone or in pairs. */
  const ENGLISH = /\b[a-z]{2,} [a-z]{2,} [a-z]{2,}\b/i;
  /** Without what is typed as it stands: examples, formats and names. */
  const prose = (text: string) =>
    text
      .split("\n")
      .filter((line) => !/^ +(tomcat-cluster|source) /.test(line))
      .join(" ")
      .replace(/\s+/g, " ")
      .replace("Model Context Protocol", "");

  for (const name of ["", ...COMMANDS.filter((each) => each !== "help")]) {
    test(`of ${name || "the program"} has no English sentence and no line that is too wide`, () => {
      const { stdout, status } = run([...(name ? ["help", name] : ["--help"]), "--lang", "ko"]);
      assert.equal(status, 0);
      assert.doesNotMatch(prose(stdout), ENGLISH);
      assert.match(stdout, /^사용법: tomcat-cluster/);
      assert.match(stdout, /^ {2}--lang <language> +표시할 언어 \(선택: "en", "ko"\)$/m);
      for (const line of stdout.split("\n").filter((each) => /^ {2}-/.test(each)))
        assert.ok(stringWidth(line) <= 80, line);
      // Every option and argument says something in Korean, but those that have only values to choose from.
      for (const [line] of stdout.matchAll(/^ {2}(?:-\w, )?--[\w-]+(?: <.*?>)? {2,}(?!\().*$/gm))
        assert.match(line, /[가-힣]/);
    });
  }

  test("follows the shell's language too", () => {
    assert.match(run(["check", "--help"], { LANG: "ko_KR.UTF-8" }).stdout, /^사용법: /);
    assert.match(run(["check", "--help", "--lang", "en"], { LANG: "ko_KR" }).stdout, /^Usage: /);
  });

  for (const [words, message] of [
    [["check"], "오류: 인수 'paths'를 지정하십시오"],
    [["chek"], "오류: 'chek' 명령이 없습니다"],
    [["check", "--fromat", "json"], "오류: '--fromat' 옵션이 없습니다"],
    [["check", "--format"], "오류: 옵션 '--format <name>'에 값이 없습니다"],
    [
      ["check", ".", "--jobs", "0"],
      "오류: 옵션 '--jobs <number>'의 값으로 '0'을 쓸 수 없습니다. 1 이상의 정수여야 합니다.",
    ],
    [
      ["effective", ".", "--format", "svg"],
      "오류: 옵션 '--format <name>'의 값으로 'svg'를 쓸 수 없습니다. xml, json 가운데 하나여야 합니다.",
    ],
    [
      ["complete", "ksh"],
      "오류: 인수 'shell'의 값으로 'ksh'를 쓸 수 없습니다. bash, zsh, fish, pwsh 가운데 하나여야 합니다.",
    ],
    [["explain", "a", "b"], "오류: 인수가 너무 많습니다. 1개여야 하는데 2개입니다."],
    [["migrate", "."], "오류: 옵션 '--to <version>'을 지정하십시오"],
    [
      ["migrate", ".", "--to", "6.0"],
      /^오류: 옵션 '--to <version>'의 값으로 '6\.0'을 쓸 수 없습니다\. 버전 계열: 7\.0, .*, 그리고 9\.0\.122 같은 릴리스\.$/,
    ],
    [
      ["probe", "x", "--seconds", "0"],
      /^오류: 옵션 '--seconds <count>'의 값으로 '0'을 쓸 수 없습니다\. 1초부터 \d+초까지의 정수여야 합니다\.$/,
    ],
  ] as const) {
    test(`of a mistake: ${words.join(" ")}`, () => {
      const { stderr, status } = run([...words, "--lang", "ko"]);
      assert.equal(status, 2);
      const [first = "", ...rest] = stderr.trimEnd().split("\n");
      if (typeof message === "string") assert.equal(first, message);
      else assert.match(first, message);
      assert.match(rest.at(-1) ?? "", /^도움말: `tomcat-cluster .*--help`$/);
      assert.doesNotMatch(stderr, /Did you mean/);
    });
  }
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

  test("is Korean where that is asked for: all but what is typed", () => {
    const korean = run(["man", "--lang", "ko"]).stdout;
    assert.equal(run(["man"], { LANG: "ko_KR.UTF-8" }).stdout, korean);
    const prose = korean.split("\n").filter((line) => /^\.SH|^[A-Z]/.test(line));
    assert.deepEqual(
      prose.filter((line) => !/\p{Script=Hangul}/u.test(line)),
      [],
    );
    assert.equal(korean.split("\n").length, page.split("\n").length);
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
    const korean = run(["completion-server"], { ...asked, LANG: "ko_KR.UTF-8" }).stdout;
    assert.equal(korean, "--fail-on\t이 심각도부터 종료 코드 1로 끝냅니다\n");
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
