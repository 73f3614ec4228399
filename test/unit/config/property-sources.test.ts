import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { LONGEST_LAUNCH_FILE } from "../../../server/src/config/launch/environment.ts";
import type { Property } from "../../../server/src/config/properties.ts";
import { LONGEST_PROPERTY_FILE } from "../../../server/src/config/property-sources.ts";
import { Release } from "../../../server/src/schema/release.ts";
import type { Workspace } from "../../../server/src/workspace/workspace.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const SERVER = "shop/node1/conf/server.xml";

function workspaceWith(files: Readonly<Record<string, string>>): Workspace {
  return workspaceOf(new Map([[SERVER, "<Server><Service/></Server>"], ...Object.entries(files)]), "9.0");
}

async function found(files: Readonly<Record<string, string>>, name: string, release = "9.0.100") {
  const properties = await workspaceWith(files).propertiesFor(SERVER);
  return properties.find(name, { line: "9.0", release: Release.parse(release) });
}

/** `value @ file:line`, with the text that stands at the value's place. */
function told(property: Property | undefined): string | undefined {
  if (!property) return undefined;
  const { value, file, at } = property;
  const written = file.text.slice(at.start, at.end);
  return `${value} @ ${file.path}:${file.lines.positionAt(at.start).line + 1} ${written}`;
}

const DOCKERFILE = `FROM tomcat:9.0 AS base
ENV JAVA_OPTS="-Da=stage"
FROM other
ENV CATALINA_OPTS=-Dz=none
FROM base
COPY conf/server.xml /usr/local/tomcat/conf/
ENV CATALINA_OPTS="-Dport=4010 \\
    -Dname='two words'" \\
    HOST=shop
ENV OLD form
`;

const UNIT = `[Unit]
Description=Apache Tomcat
[Service]
# Environment=CATALINA_OPTS=-Dport=1
Environment="CATALINA_OPTS=-Dport=4010 -Dhost=%H" \\
  'JAVA_OPTS=-Da=b'
Environment=HOST=shop
`;

describe("a property is read from", () => {
  for (const [where, files, name, expected] of [
    [
      "conf/catalina.properties",
      { "shop/node1/conf/catalina.properties": "a=1\nport = 4010\n" },
      "port",
      "4010 @ shop/node1/conf/catalina.properties:2 4010",
    ],
    [
      "bin/setenv.sh",
      { "shop/node1/bin/setenv.sh": '\nCATALINA_OPTS="$CATALINA_OPTS -Dport=4010"' },
      "port",
      "4010 @ shop/node1/bin/setenv.sh:2 4010",
    ],
    [
      "bin/setenv.bat",
      { "shop/node1/bin/setenv.bat": "rem -Dport=1\r\nset CATALINA_OPTS=%CATALINA_OPTS% -Dport=4010\r\n" },
      "port",
      "4010 @ shop/node1/bin/setenv.bat:2 4010",
    ],
    [
      "a folder of Windows",
      { "shop/node1/bin/setenv.bat": 'set "JAVA_OPTS=-Dlogs=C:\\logs"' },
      "logs",
      "C:\\logs @ shop/node1/bin/setenv.bat:1 C:\\logs",
    ],
    ["a Dockerfile", { "shop/node1/Dockerfile": DOCKERFILE }, "port", "4010 @ shop/node1/Dockerfile:7 4010"],
    [
      "its further lines",
      { "shop/node1/Dockerfile": DOCKERFILE },
      "name",
      "two words @ shop/node1/Dockerfile:8 'two words'",
    ],
    [
      "the stage it is made from",
      { "shop/node1/Dockerfile": DOCKERFILE },
      "a",
      "stage @ shop/node1/Dockerfile:2 stage",
    ],
    [
      "a Dockerfile above that copies the folder",
      { "shop/Dockerfile": 'FROM tomcat\nCOPY ./node1/conf /usr/local/tomcat/conf\nENV CATALINA_OPTS="-Dport=4010"' },
      "port",
      "4010 @ shop/Dockerfile:3 4010",
    ],
    [
      "a compose file, as a map",
      {
        "shop/node1/compose.yaml":
          "services:\n  web:\n    build: .\n    environment:\n      CATALINA_OPTS: '-Dport=4010 -Da=b'\n",
      },
      "port",
      "4010 @ shop/node1/compose.yaml:5 4010",
    ],
    [
      "a compose file above, as a list",
      {
        "shop/docker-compose.yml":
          "services:\n  web:\n    image: tomcat:9\n    volumes:\n      - ./node1/conf:/usr/local/tomcat/conf:ro\n    environment:\n      - CATALINA_OPTS=-Dport=4010\n",
      },
      "port",
      "4010 @ shop/docker-compose.yml:7 4010",
    ],
    [
      "what a compose file shares",
      {
        "shop/docker-compose.yml":
          "x-tomcat: &tomcat\n  environment: &env\n    JAVA_OPTS: -Dport=4010\nservices:\n  web:\n    <<: *tomcat\n    build: ./node1\n",
      },
      "port",
      "4010 @ shop/docker-compose.yml:3 4010",
    ],
    [
      "the file that overrides it",
      {
        "shop/compose.yml": "services:\n  web:\n    build: ./node1\n    environment: [JAVA_OPTS=-Dport=1]\n",
        "shop/compose.override.yml": "services:\n  web:\n    environment: [JAVA_OPTS=-Dport=4010]\n",
      },
      "port",
      "4010 @ shop/compose.override.yml:3 4010",
    ],
    ["a unit of systemd", { "shop/node1/tomcat.service": UNIT }, "port", "4010 @ shop/node1/tomcat.service:5 4010"],
    ["its continued line", { "shop/node1/tomcat.service": UNIT }, "a", "b @ shop/node1/tomcat.service:6 b"],
  ] as const) {
    test(where, async () => assert.equal(told(await found(files, name)), expected));
  }
});

describe("a property is not read from", () => {
  for (const [where, files, name] of [
    ["another stage of a Dockerfile", { "shop/node1/Dockerfile": DOCKERFILE }, "z"],
    [
      "a Dockerfile above that copies something else",
      { "shop/Dockerfile": "FROM tomcat\nCOPY node2/conf /x\nENV CATALINA_OPTS=-Dport=1" },
      "port",
    ],
    [
      "a service of another folder",
      { "shop/compose.yml": "services:\n  web:\n    build: ./node2\n    environment: [CATALINA_OPTS=-Dport=1]\n" },
      "port",
    ],
    ["a unit of another program", { "shop/node1/db.service": "[Service]\nEnvironment=JAVA_OPTS=-Dport=1\n" }, "port"],
    [
      "a unit with a file of variables",
      { "shop/node1/tomcat.service": `${UNIT}EnvironmentFile=/etc/default/tomcat\n` },
      "port",
    ],
    [
      "options that a script sets anew",
      { "shop/node1/Dockerfile": DOCKERFILE, "shop/node1/bin/setenv.sh": "CATALINA_OPTS=-Xmx1g" },
      "port",
    ],
    [
      "an image whose variables a file may replace",
      {
        "shop/node1/Dockerfile": DOCKERFILE,
        "shop/compose.yml": "services:\n  web:\n    build: node1\n    env_file: web.env\n",
      },
      "port",
    ],
    ["what is no YAML", { "shop/node1/compose.yml": "services: [\n\t{" }, "port"],
  ] as const) {
    test(where, async () => assert.equal(await found(files, name), undefined));
  }
});

describe("the value is not known where", () => {
  for (const [why, files, name] of [
    ["a specifier is in it", { "shop/node1/tomcat.service": UNIT }, "host"],
    ["a script fills it in", { "shop/node1/bin/setenv.sh": "-Dport=$PORT" }, "port"],
    [
      "Compose fills it in",
      { "shop/node1/compose.yml": "services:\n  web:\n    build: .\n    environment: ['JAVA_OPTS=-Dport=${PORT}']\n" },
      "port",
    ],
    [
      "two services differ",
      {
        "shop/compose.yml":
          "services:\n  a:\n    build: node1\n    environment: [JAVA_OPTS=-Dport=1]\n  b:\n    build: node1\n    environment: [JAVA_OPTS=-Dport=2]\n",
      },
      "port",
    ],
    [
      "the image and the script differ",
      { "shop/node1/Dockerfile": DOCKERFILE, "shop/node1/bin/setenv.sh": 'CATALINA_OPTS="$CATALINA_OPTS -Dport=1"' },
      "port",
    ],
    [
      "two systems differ",
      { "shop/node1/bin/setenv.sh": "-Dport=1", "shop/node1/bin/setenv.bat": "set JAVA_OPTS=-Dport=2" },
      "port",
    ],
  ] as const) {
    test(why, async () => {
      const property = await found(files, name);
      assert.ok(property);
      assert.equal(property.value, undefined);
    });
  }
});

test("catalina.properties beats all options, CATALINA_OPTS those of JAVA_OPTS", async () => {
  const files = {
    "shop/node1/conf/catalina.properties": "a=1",
    "shop/node1/Dockerfile": 'FROM tomcat\nENV CATALINA_OPTS="-Da=2 -Db=2" JAVA_OPTS="-Da=3 -Db=3 -Dc=3"\n',
  };
  const values = await Promise.all(["a", "b", "c"].map(async (name) => (await found(files, name))?.value));
  assert.deepEqual(values, ["1", "2", "3"]);
});

describe("variables of the environment", () => {
  const SOURCE =
    "org.apache.tomcat.util.digester.PROPERTY_SOURCE=org.apache.tomcat.util.digester.EnvironmentPropertySource";
  const properties = `${SOURCE}\nHOST=system\nPORT=1\na.port=4010\n`;
  const files = { "shop/node1/conf/catalina.properties": properties, "shop/node1/Dockerfile": DOCKERFILE };

  test("count only where their source is set", async () => {
    assert.equal(await found({ "shop/node1/Dockerfile": DOCKERFILE }, "HOST"), undefined);
  });
  test("are asked before the system properties", async () => {
    assert.equal((await found(files, "HOST"))?.value, "shop");
  });
  test("may be set elsewhere, which leaves a name that could be one unknown", async () => {
    assert.equal(await found(files, "PORT"), undefined);
    assert.equal((await found(files, "a.port"))?.value, "4010");
  });
  test("are not asked by releases without that class", async () => {
    assert.equal((await found(files, "HOST", "9.0.20"))?.value, "system");
  });
  test("come from exports of a script", async () => {
    const script = "export HOST='shop'\nPORT=1\n# export C=1\nexport D=$X\n";
    const all = { "shop/node1/conf/catalina.properties": SOURCE, "shop/node1/bin/setenv.sh": script };
    const read = (name: string) => found(all, name);
    assert.equal(told(await read("HOST")), "shop @ shop/node1/bin/setenv.sh:1 'shop'");
    assert.deepEqual(await Promise.all(["PORT", "C"].map(read)), [undefined, undefined]);
    assert.equal((await read("D"))?.value, undefined);
  });
});

describe("a class that is no part of Tomcat", () => {
  const files = (classes: string) => ({
    "shop/node1/conf/catalina.properties": `org.apache.tomcat.util.digester.PROPERTY_SOURCE=${classes}\na=1\n`,
  });
  test("may know any name", async () => assert.equal(await found(files("com.example.Vault"), "a"), undefined));
  test("is asked in its turn", async () => {
    const system = "org.apache.tomcat.util.digester.SystemPropertySource";
    assert.equal((await found(files(`${system}, com.example.Vault`), "a"))?.value, "1");
    assert.equal(await found(files(`com.example.Vault,${system}`), "a"), undefined);
  });
});

test("the same texts make the same properties", async () => {
  const workspace = workspaceWith({ "shop/node1/Dockerfile": DOCKERFILE });
  const before = await workspace.propertiesFor(SERVER);
  workspace.refresh();
  assert.equal(await workspace.propertiesFor(SERVER), before);
  workspace.setOpen("shop/node1/Dockerfile", `${DOCKERFILE}ENV JAVA_OPTS=-Dport=1\n`);
  assert.notEqual(await workspace.propertiesFor(SERVER), before);
});

describe("files too long to be read", () => {
  const long = `# ${"x".repeat(LONGEST_PROPERTY_FILE)}`;

  test("leave every value unknown, because they may set it", async () => {
    const own = { "shop/node1/conf/catalina.properties": "name=shop" };
    assert.equal((await found(own, "name"))?.value, "shop");
    assert.equal(await found({ ...own, "shop/node1/bin/setenv.sh": long }, "name"), undefined);
    assert.equal(await found({ "shop/node1/conf/catalina.properties": `${long}\nname=shop` }, "name"), undefined);
  });

  test("are named where a placeholder may come from there", async () => {
    const findings = async (text: string) => {
      const files = { "shop/node1/conf/server.xml": text, "shop/node1/bin/setenv.sh": long };
      return ((await workspaceWith(files).snapshot(SERVER))?.diagnostics ?? []).map(
        ({ code, at, text: message }) => `${code} ${text.slice(at.start, at.end)}: ${message.en}`,
      );
    };
    assert.deepEqual(await findings('<Server port="-1"><Service name="a"/></Server>'), []);
    assert.deepEqual(await findings('<Server port="-1"><Service name="${catalina.base}"/></Server>'), []);
    assert.deepEqual(await findings('<Server port="-1"><Service name="${a}"/></Server>'), [
      "properties-unread ${a}: setenv.sh is longer than 200000 characters and was not read: what placeholders stand for is not known.",
    ]);
  });

  test("a Dockerfile among them leaves what catalina.properties sets, which comes last", async () => {
    const text = '<Server port="-1"><Service name="${a}"/><Service name="${b}"/></Server>';
    const files = {
      "shop/node1/conf/server.xml": text,
      "shop/node1/conf/catalina.properties": "a=1",
      "shop/node1/bin/setenv.sh": 'CATALINA_OPTS="-Db=2"',
      "shop/node1/Dockerfile": `FROM tomcat:9.0\n# ${"x".repeat(LONGEST_LAUNCH_FILE)}`,
    };
    assert.deepEqual([(await found(files, "a"))?.value, await found(files, "b")], ["1", undefined]);
    const diagnostics = (await workspaceWith(files).snapshot(SERVER))?.diagnostics ?? [];
    assert.deepEqual(
      diagnostics
        .filter(({ code }) => code === "properties-unread")
        .map(({ at, text: message }) => `${text.slice(at.start, at.end)}: ${message.en}`),
      ["${b}: Dockerfile is longer than 20000 characters and was not read: what placeholders stand for is not known."],
    );
  });

  test("a long unit of another program says nothing", async () => {
    const files = {
      "shop/node1/bin/setenv.sh": 'CATALINA_OPTS="-Db=2"',
      "shop/node1/other.service": "#".repeat(30_000),
    };
    assert.equal((await found(files, "b"))?.value, "2");
  });

  test("a compose file nested more deeply than any says nothing, and ends no process", async () => {
    for (const part of ["- ", "[", "{a: ", "? "]) {
      const files = { "shop/node1/compose.yaml": part.repeat(9_000) };
      assert.equal(await found(files, "name"), undefined);
    }
  });
});
