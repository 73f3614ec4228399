import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import fc from "fast-check";
import { applyEdits } from "../../../server/src/base/span.ts";
import { type ConfigFile, readConfigFile } from "../../../server/src/config/file.ts";
import { baseOfServer, configtestAnswer } from "../../../server/src/configtest/answer.ts";
import { readOutput } from "../../../server/src/configtest/output.ts";
import { place } from "../../../server/src/configtest/place.ts";
import { runs } from "../../harness/effort.ts";

/** What real Tomcats printed; only the folder's name was changed. */
const recorded = (name: string) => readFileSync(new URL(`recorded/${name}.txt`, import.meta.url), "utf8");

/** The file the recorded runs read. */
const server = (inner: string) => `<?xml version="1.0"?>
<Server port="-1">
  <Service name="Catalina">
    <Connector port="8099" address="127.0.0.1"/>
    <Engine name="Catalina" defaultHost="localhost" jvmRoute="node1">
      <Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster" ${inner}
      </Cluster>
      <Host name="localhost" appBase="webapps"/>
    </Engine>
  </Service>
</Server>
`;
const UNKNOWN = server('channelSendOptions="six" nonsense="1">');
const CLASS = server(`channelSendOptions="6">
        <Channel className="org.apache.catalina.tribes.group.GroupChannel">
          <Interceptor className="org.apache.catalina.tribes.group.interceptors.NoSuchInterceptor"/>
        </Channel>`);
const BROKEN = server('channelSendOptions="6>');
const FINE = server('channelSendOptions="6">');

function fileOf(text: string): ConfigFile {
  const file = readConfigFile("/srv/node1/conf/server.xml", text, { line: "9.0", release: undefined });
  assert.ok(file);
  return file;
}

/** What was said, with the text it is said of in «». */
function placed(output: string, text: string): readonly string[] {
  return place(readOutput(output), fileOf(text)).map(
    ({ span, severity, message }) => `${severity} «${text.slice(span.start, span.end)}» ${message}`,
  );
}

for (const release of ["9.0.70", "10.1.60"]) {
  describe(`Tomcat ${release}, as it was recorded`, () => {
    test("complains of attributes, and why", () => {
      const match = "Match [Server/Service/Engine/Cluster] failed to set property";
      assert.deepEqual(placed(recorded(`${release}-unknown`), UNKNOWN), [
        `warning «channelSendOptions="six"» ${match} [channelSendOptions] to [six]: [six] is not a valid option`,
        `warning «nonsense="1"» ${match} [nonsense] to [1]`,
      ]);
    });

    test("misses a class", () => {
      assert.deepEqual(placed(recorded(`${release}-class`), CLASS), [
        "error «Interceptor» ClassNotFoundException: org.apache.catalina.tribes.group.interceptors.NoSuchInterceptor",
      ]);
    });

    test("cannot read XML that is broken", () => {
      assert.deepEqual(placed(recorded(`${release}-broken`), BROKEN), [
        `error «</Cluster>» The value of attribute "channelSendOptions" associated with an element type "Cluster" must not contain the '<' character.`,
      ]);
    });

    test("finds its port taken, which is no mistake in the file", () => {
      const [said, ...more] = placed(recorded(`${release}-taken`), FINE);
      assert.match(said ?? "", /^information «Server» Failed to initialize component .*Address already in use$/);
      assert.deepEqual(more, []);
    });
  });
}

describe("other forms of output", () => {
  for (const [what, output, text, expected] of [
    [
      "of 7.0, whose words are its source's",
      `WARNING: [SetAllPropertiesRule]{Server/Service/Connector} Setting property 'prot' to '1' did not find a matching property.`,
      FINE.replace('port="8099"', 'port="8099" prot="1"'),
      [
        `warning «prot="1"» [SetAllPropertiesRule]{Server/Service/Connector} Setting property 'prot' to '1' did not find a matching property.`,
      ],
    ],
    [
      "of 8.5, which names the place in brackets",
      "WARNING: Catalina.start using conf/server.xml: Error at (8, 101) : org.apache.catalina.tribes.group.interceptors.NoSuchInterceptor",
      CLASS,
      ["error «Interceptor» org.apache.catalina.tribes.group.interceptors.NoSuchInterceptor"],
    ],
    [
      "of 8.5, whose parser begins with a capital",
      "SEVERE: Parse Fatal Error at line 7 column 7: nothing more",
      BROKEN,
      ["error «</Cluster>» Parse Fatal Error at line 7 column 7: nothing more"],
    ],
    [
      "in Tomcat's own log format",
      "24-Nov-2026 22:39:08.123 WARNING [main] org.apache.tomcat.util.digester.SetPropertiesRule.begin Match [Server/Service/Engine] failed to set property [jvmRoute] to [node1]",
      FINE,
      [`warning «jvmRoute="node1"» Match [Server/Service/Engine] failed to set property [jvmRoute] to [node1]`],
    ],
    [
      "of an attribute whose value comes from a placeholder",
      "WARNING: Match [Server/Service/Engine] failed to set property [jvmRoute] to [b]",
      FINE.replace('jvmRoute="node1"', 'jvmRoute="${route}"'),
      ['warning «jvmRoute="${route}"» Match [Server/Service/Engine] failed to set property [jvmRoute] to [b]'],
    ],
    [
      "of an element that is not in the file any more",
      "WARNING: Match [Server/Service/Engine/Realm] failed to set property [x] to [y]",
      FINE,
      ["warning «Server» Match [Server/Service/Engine/Realm] failed to set property [x] to [y]"],
    ],
    [
      "of an element Tomcat ignores",
      "WARNING: No rules found matching [Server/Service/Engine/Cluster]",
      FINE,
      ["warning «Cluster» No rules found matching [Server/Service/Engine/Cluster]"],
    ],
    ["of Windows' line ends", "INFO: hello\r\nSEVERE: broken\r\n", FINE, ["error «Server» broken"]],
    ["that says nothing", "NOTE: Picked up JDK_JAVA_OPTIONS: -Dx=y\n\nINFO: fine\n", FINE, []],
  ] as const) {
    test(what, () => assert.deepEqual(placed(output, text), expected));
  }

  test("of two elements alike, each gets its own", () => {
    const twice = FINE.replace(
      "<Host ",
      '<Valve className="a.B" x="1"/>\n      <Valve className="a.C" x="1"/>\n      <Host ',
    );
    const line = "WARNING: Match [Server/Service/Engine/Valve] failed to set property [x] to [1]\n";
    const spans = place(readOutput(line + line), fileOf(twice)).map(({ span }) => span);
    assert.equal(spans.length, 2);
    // Marking both shows that they are two places.
    const marked = applyEdits(
      twice,
      spans.map((span) => ({ span, newText: "!" })),
    );
    assert.match(marked, /"a\.B" !\/>[\s\S]*"a\.C" !\/>/);
  });
});

describe("the answer", () => {
  const answer = (code: number, output: string, text = FINE) => {
    const { outcome, text: words, findings } = configtestAnswer({ kind: "exit", code, output }, fileOf(text));
    return [outcome, words.en, findings.length];
  };

  for (const [what, given, expected] of [
    ["no complaint", answer(0, ""), ["accepted", "Tomcat reads this file without a complaint.", 0]],
    [
      "complaints",
      answer(0, recorded("9.0.70-unknown"), UNKNOWN),
      ["accepted", "Tomcat reads this file and complains 2 times.", 2],
    ],
    [
      "a taken port",
      answer(0, recorded("9.0.70-taken")),
      ["accepted", "Tomcat reads this file without a complaint.", 1],
    ],
    [
      "a refusal",
      answer(1, recorded("9.0.70-class"), CLASS),
      ["rejected", "Tomcat rejects this file and would not start.", 1],
    ],
    [
      "no Java",
      answer(1, "Neither the JAVA_HOME nor the JRE_HOME environment variable is defined\n"),
      [
        "failed",
        "Tomcat's configtest failed (1): Neither the JAVA_HOME nor the JRE_HOME environment variable is defined",
        0,
      ],
    ],
  ] as const) {
    test(`to ${what}`, () => assert.deepEqual(given, expected));
  }

  test("says what is missing, what took too long, and what was stopped", () => {
    const file = fileOf(FINE);
    const words = (
      [
        { kind: "no-tomcat", home: "/opt/tomcat" },
        { kind: "timeout", output: "INFO: waiting\n" },
        { kind: "stopped" },
        { kind: "failed", reason: "EACCES" },
      ] as const
    ).map((ended) => configtestAnswer(ended, file).text.en);
    assert.match(words.join("\n"), /no bin\/catalina\.sh in \/opt\/tomcat[\s\S]*INFO: waiting\n.*stopped[\s\S]*EACCES/);
  });

  test("is asked only for a conf/server.xml", () => {
    assert.equal(baseOfServer("file:///srv/node1/conf/server.xml"), "file:///srv/node1");
    for (const path of ["/srv/server.xml", "/srv/conf/server-a.xml", "/conf/server.xml", "conf/server.xml"]) {
      assert.equal(baseOfServer(path), undefined, path);
    }
  });
});

test("no output throws, whatever is in it", () => {
  const words = recorded("9.0.70-class").split(/(?=[ [\]:;\n])/);
  const shuffled = fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 200 });
  fc.assert(
    fc.property(shuffled, (parts) => {
      for (const { span } of place(readOutput(parts.join("")), fileOf(CLASS))) {
        assert.ok(span.start <= span.end && span.end <= CLASS.length);
      }
    }),
    { numRuns: runs(500) },
  );
});
