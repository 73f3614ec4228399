import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { sourceText } from "../../../server/src/base/source-text.ts";
import { type EnvFileReader, readEnvFile } from "../../../server/src/config/launch/env-file.ts";
import { interpolated } from "../../../server/src/config/launch/interpolation.ts";
import { workspaceOf } from "../../harness/workspace.ts";

function entries(text: string, reader: EnvFileReader = "compose") {
  return readEnvFile(sourceText(".env", text), reader)?.map(({ name, value, at }) => {
    return `${name} = ${value} @ ${text.slice(at.start, at.end)}`;
  });
}

describe("a file of variables", () => {
  test("as Compose reads it", () => {
    const text = [
      "# a comment",
      "",
      "A=one # two",
      "export B='$x # y' # z",
      'C: "three"\r',
      "D=$A",
      "E",
      'F="a\\nb"',
      "G=a#b",
      "H=#",
    ];
    assert.deepEqual(entries(text.join("\n")), [
      "A = one @ one",
      "B = $x # y @ '$x # y'",
      'C = three @ "three"',
      "D = undefined @ $A",
      "E = undefined @ E",
      'F = undefined @ "a\\nb"',
      "G = a#b @ a#b",
      "H =  @ ",
    ]);
  });

  test("as Kustomize reads it, line by line", () => {
    assert.deepEqual(entries("#\nA='$b' # c\n", "kustomize"), ["A = '$b' # c @ '$b' # c"]);
  });

  test("is not read where a value has several lines, or a line is none", () => {
    assert.equal(entries('A="one\ntwo"\n'), undefined);
    assert.equal(entries("A=1\n?\n"), undefined);
  });
});

test("variables of a compose file are filled in", () => {
  const file = sourceText(".env", "A=one\nB=\nC\n");
  const variables = new Map(readEnvFile(file, "compose")?.map((each) => [each.name, each]));
  for (const [text, expected] of [
    ["$A-${A}", "one-one"],
    ["$$A", "$A"],
    ["${B:-two}${B-three}", "two"],
    ["${X:-two}${X-}", "two"],
    ["${A:+yes}${X:+no}", "yes"],
    ["${A:?no}", "one"],
    ["${X}", undefined],
    ["${X:?no}", undefined],
    ["${C}", undefined],
    ["${X:-${A}}", undefined],
    ["$(A)", undefined],
  ] as const) {
    assert.equal(interpolated(text, variables), expected, text);
  }
});

const SERVER = "shop/tomcat/conf/server.xml";

async function told(files: Readonly<Record<string, string>>, name: string) {
  const all = new Map([[SERVER, "<Server><Service/></Server>"], ...Object.entries(files)]);
  const workspace = workspaceOf(all, "auto");
  const found = (await workspace.propertiesFor(SERVER)).system(name);
  const { version } = (await workspace.fileAt(SERVER)) ?? {};
  const place = found && `${found.file.path}:${found.file.lines.positionAt(found.at.start).line + 1}`;
  return [version?.release?.text ?? version?.line, found?.value, place];
}

const MOUNT = "volumes: [./tomcat/conf:/usr/local/tomcat/conf]";

describe("a compose file", () => {
  test("has the tag of its image and its folders from .env", async () => {
    const volume = 'volumes: ["${CONF:-./tomcat/conf}:/usr/local/tomcat/conf"]';
    const compose = `services:\n  a:\n    image: tomcat:\${V}-jdk17\n    environment: [CATALINA_OPTS=-Da=b]\n    ${volume}\n`;
    assert.deepEqual(await told({ "shop/compose.yaml": compose, "shop/.env": "V=9.0.90\n" }, "a"), [
      "9.0.90",
      "b",
      "shop/compose.yaml:4",
    ]);
    assert.deepEqual((await told({ "shop/compose.yaml": compose }, "a"))[0], "9.0");
    const image = compose.replace("tomcat:$", "$");
    assert.deepEqual((await told({ "shop/compose.yaml": image, "shop/.env": "V=tomcat:9.0.90" }, "a"))[0], "9.0");
  });

  test("takes variables from its env_file, and its own over them", async () => {
    const files = {
      "shop/compose.yaml": `services:\n  a:\n    image: tomcat:9.0.90\n    env_file: [a.env, { path: b.env }]\n    ${MOUNT}\n`,
      "shop/a.env": "CATALINA_OPTS=-Da=1\nJAVA_OPTS=-Db=1\n",
      "shop/b.env": "CATALINA_OPTS=-Da=2\n",
    };
    assert.deepEqual(await told(files, "a"), ["9.0.90", "2", "shop/b.env:1"]);
    assert.deepEqual(await told(files, "b"), ["9.0.90", "1", "shop/a.env:2"]);
    const own = files["shop/compose.yaml"].replace("image:", "environment: [CATALINA_OPTS=-Da=3]\n    image:");
    assert.deepEqual((await told({ ...files, "shop/compose.yaml": own }, "a")).slice(1), ["3", "shop/compose.yaml:3"]);
  });

  test("leaves options open where an env_file is not there", async () => {
    const compose = `services:\n  a:\n    image: tomcat:9.0.90\n    env_file: a.env\n    ${MOUNT}\n`;
    const open = async (files: Readonly<Record<string, string>>) =>
      (await workspaceOf(new Map(Object.entries({ [SERVER]: "<Server/>", ...files })), "9.0").propertiesFor(SERVER))
        .open;
    assert.equal(await open({ "shop/compose.yaml": compose }), true);
    assert.equal(await open({ "shop/compose.yaml": compose, "shop/a.env": "A=1\n" }), false);
  });

  test("gives values for the ARG lines of what it builds", async () => {
    const files = {
      "shop/tomcat/Dockerfile": "ARG V=9.0.70\nARG J=jdk17\nFROM tomcat:${V}-${J}\nCOPY conf /usr/local/tomcat/conf\n",
      "shop/.env": "VERSION=10.1.20\n",
    };
    for (const [args, release] of [
      ["{ V: 9.0.90 }", "9.0.90"],
      ["[V=9.0.90, OTHER=1]", "9.0.90"],
      ["{ V: '${VERSION}' }", "10.1.20"],
      ["{ J: jdk11 }", "9.0.70"],
      ["[V]", "9.0"],
      ["{ V: '${NOBODY}' }", "9.0"],
    ] as const) {
      const compose = `services:\n  a:\n    build: { context: tomcat, args: ${args} }\n`;
      assert.equal((await told({ ...files, "shop/compose.yaml": compose }, "a"))[0], release, args);
    }
  });

  test("builds with a Dockerfile of another folder, whose paths are those of the context", async () => {
    const build = "build: { context: ., dockerfile: docker/web/Dockerfile }";
    const files = {
      "shop/compose.yaml": `services:\n  a:\n    ${build}\n`,
      "shop/docker/web/Dockerfile":
        "FROM tomcat:9.0.90\nENV CATALINA_OPTS=-Da=b\nCOPY tomcat/conf/server.xml /usr/local/tomcat/conf/\n",
    };
    assert.deepEqual(await told(files, "a"), ["9.0.90", "b", "shop/docker/web/Dockerfile:2"]);
    const other = files["shop/compose.yaml"].replace("context: .", "context: docker");
    assert.deepEqual(await told({ ...files, "shop/compose.yaml": other }, "a"), ["9.0", undefined, undefined]);
  });
});
