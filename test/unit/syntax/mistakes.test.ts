import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { applyEdits } from "../../../server/src/base/span.ts";
import { parse } from "../../../server/src/syntax/parse.ts";
import type { SyntaxProblem } from "../../../server/src/syntax/problem.ts";
import { problemsOf } from "../../../server/src/syntax/problems.ts";
import { findingsOf } from "../../harness/workspace.ts";

/** One mistake: its text, its code, and what its fix writes; `asked` where fix-all leaves it alone. */
interface Mistake {
  readonly text: string;
  readonly code: string;
  readonly fixed?: string;
  readonly asked?: true;
}

const MISTAKES: readonly Mistake[] = [
  { text: "<a b=1/>", code: "value-not-quoted", fixed: '<a b="1"/>' },
  { text: '<a b=1" c="2"/>', code: "value-not-quoted", fixed: '<a b="1" c="2"/>', asked: true },
  { text: "<a b=1' c='2'/>", code: "value-not-quoted", fixed: "<a b='1' c='2'/>", asked: true },
  { text: '<a b=one two three" c="2"/>', code: "value-not-quoted", fixed: '<a b="one two three" c="2"/>', asked: true },
  { text: "<a b=“1”/>", code: "value-not-quoted", fixed: '<a b="1"/>', asked: true },
  { text: '<a b="1\n c="2"/>', code: "value-not-closed", fixed: '<a b="1"\n c="2"/>', asked: true },
  { text: '<a b=""C:\\d.jks"" c="2"/>', code: "value-quoted-twice", fixed: '<a b="C:\\d.jks" c="2"/>', asked: true },
  { text: "<a b=''a b=c''/>", code: "value-quoted-twice", fixed: "<a b='a b=c'/>", asked: true },
  { text: "<a><b><!-- c </b></a>", code: "comment-not-closed" },
  { text: '<a b="1"c="2"/>', code: "missing-space", fixed: '<a b="1" c="2"/>' },
  { text: '<a b="1" b="2"/>', code: "duplicate-attribute" },
  { text: '<a b="1 < 2"/>', code: "less-than-in-value", fixed: '<a b="1 &lt; 2"/>' },
  { text: '<a b="1 & 2"/>', code: "bare-ampersand", fixed: '<a b="1 &amp; 2"/>' },
  { text: '<a b="&c;"/>', code: "unknown-entity" },
  { text: '<a b="&#0;"/>', code: "invalid-character-reference" },
  { text: "<a b/>", code: "missing-value" },
  { text: "<r><a </r>", code: "tag-not-closed", fixed: "<r><a/> </r>", asked: true },
  { text: "<r><x</r>", code: "tag-not-closed", fixed: "<r><x/></r>", asked: true },
  { text: "<r><a b='1'\n<c/></r>", code: "tag-not-closed", fixed: "<r><a b='1'/>\n<c/></r>", asked: true },
  { text: "<r><a b='1'\n<!-- c --><!-- d --><e/></r>", code: "tag-not-closed", asked: true },
  { text: "<r><a></r>", code: "missing-end-tag" },
  { text: "<r><a><a></r>", code: "missing-end-tag", fixed: "<r><a></a></r>", asked: true },
  { text: "<r></a></r>", code: "mismatched-end-tag" },
  { text: "<r></r", code: "end-tag-not-closed", fixed: "<r></r>" },
  { text: "<r><!-- a --!></r>", code: "comment-closed-wrong", fixed: "<r><!-- a --></r>", asked: true },
  { text: "<r><!-- a -- b --></r>", code: "double-hyphen-in-comment" },
  { text: "<r><!-- a\n<b/>\n<!-- c --></r>", code: "double-hyphen-in-comment" },
  { text: "<r <!-- a --> b='1'/>", code: "comment-inside-tag" },
  { text: "", code: "no-root" },
  { text: " \n", code: "no-root" },
  { text: "<!-- a -->", code: "no-root" },
  { text: "<!DOCTYPE a [\n<!ENTITY b 'c'>\n<a/>", code: "doctype-not-closed" },
  { text: "<!DOCTYPE a [<!ENTITY b 'c'><d e='['/>", code: "doctype-not-closed" },
  { text: "<!DOCTYPE a><!DOCTYPE a><a/>", code: "second-doctype" },
  { text: "<a/><!DOCTYPE a>", code: "late-doctype" },
  { text: "<a><!DOCTYPE a></a>", code: "late-doctype" },
  {
    text: '<?xml version="1.0" encoding="UFT-8"?><a/>',
    code: "unknown-encoding",
    fixed: '<?xml version="1.0" encoding="UTF-8"?><a/>',
    asked: true,
  },
  { text: '<?xml version="1.0" encoding="nonsense"?><a/>', code: "unknown-encoding" },
  { text: '<a b”="1"/>', code: "invalid-name" },
  { text: '<a b="1"\u00a0\u3000c="2"/>', code: "not-a-blank", fixed: '<a b="1" c="2"/>' },
  { text: '<a\u00a0b="1"/>', code: "not-a-blank", fixed: '<a b="1"/>' },
  { text: "<a/>\u00a0", code: "text-outside-root" },
  { text: "<!-- <a/>", code: "comment-not-closed" },
  { text: '<!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]><a d="&b;"/>', code: "recursive-entity" },
  { text: '<!DOCTYPE a [<!ENTITY b "c">]><a d="&e;"/>', code: "unknown-entity" },
  { text: `<a ${"b".repeat(1001)}='1'/>`, code: "name-too-long" },
  {
    text: `<a ${Array.from({ length: 10_001 }, (_, index) => `b${index}='1'`).join(" ")}/>`,
    code: "too-many-attributes",
  },
];

/** What Tomcat's parser reads: run on 9.0.43 and 11.0.24. */
const READ: readonly string[] = [
  '<!DOCTYPE a [<!ENTITY b "&c;"><!ENTITY c "&b;">]><a/>',
  '<!DOCTYPE a [<!ENTITY b "c">]><a d="&b;"/>',
  '<!DOCTYPE a SYSTEM "b.dtd"><a d="&e;"/>',
  `<a ${"b".repeat(1000)}='1'/>`,
  '<t:a xmlns:t="http://x"><b:c/></t:a>',
  "<a>b<![CDATA[c]]>&#100;<?e f?></a>",
  "<?xml version='1.1'?><a b='&#10;'/>",
  '<?xml version="1.0" encoding="ms949"?><\uac00 \ub098="\u00a0">\u3000</\uac00>',
];

const short = (text: string) => (text.length > 60 ? `${text.slice(0, 60)}…` : text).replaceAll("\n", "⏎");

describe("one mistake, one message", () => {
  for (const { text, code, fixed, asked } of MISTAKES) {
    test(`${short(text)} is ${code}`, () => {
      const problems = problemsOf(parse(text));
      assert.deepEqual(
        problems.map((each) => each.code),
        [code],
      );
      const [problem] = problems as readonly [SyntaxProblem];
      if (fixed !== undefined) assert.equal(applyEdits(text, problem.fix?.edits ?? []), fixed);
      assert.equal(problem.automatic !== undefined, fixed !== undefined && !asked);
      if (problem.fix)
        assert.deepEqual(
          problemsOf(parse(applyEdits(text, problem.fix.edits)))
            .map((each) => each.code)
            .filter((each) => each === code),
          [],
        );
    });
  }

  for (const text of READ) test(`${short(text)} is none`, () => assert.deepEqual(problemsOf(parse(text)), []));
});

test("a comment that begins inside another one is told at its beginning", () => {
  const text = "<r><!-- a\n<b/>\n<!-- c --></r>";
  const [problem] = problemsOf(parse(text));
  assert.equal(text.slice(problem?.at.start, problem?.at.end), "<!--");
  assert.match(problem?.text.en ?? "", /inside another one/);
});

test("an element whose name is lost is told so", () => {
  for (const text of ['<r><a="1" b="2"/></r>', '<r><a="1">c</a></r>', '<r><a="1" b="2"><d/></x></r>']) {
    const [problem, ...others] = problemsOf(parse(text));
    assert.equal(problem?.code, "junk-in-tag", text);
    assert.match(problem.text.en, /^`<a=` lacks the name of the element/);
    assert.deepEqual(others, [], text);
  }
  for (const text of ['<r>< a="1" b="2"/></r>', '<r><s>< a="1">c</x></s></r>', '<r><\n a = "1" b="2"><d/></x></r>']) {
    const [problem, ...others] = problemsOf(parse(text));
    assert.equal(problem?.code, "junk-in-tag", text);
    assert.match(problem.text.en, /^`< a=` lacks the name of the element/);
    assert.deepEqual(others, [], text);
  }
  const [, stray, ...others] = problemsOf(parse('<r>< a="1"/></x></r>'));
  assert.equal(stray?.code, "mismatched-end-tag");
  assert.deepEqual(others, []);
});

test("the last part of a server.xml that a tool puts together ends what another part begins", async () => {
  const host = '<Host name="localhost" appBase="webapps"/>';
  const codes = async (text: string) => (await findingsOf("30_engine.xml", text, "10.1"))?.map(({ code }) => code);
  assert.deepEqual(
    await codes(`<Engine name="a" defaultHost="localhost">${host}</Engine>\n</Service>\n</Server>\n`),
    [],
  );
  assert.deepEqual(await codes(`<Engine name="a" defaultHost="localhost">${host}</Service></Engine>`), [
    "mismatched-end-tag",
  ]);
  assert.deepEqual(await codes(`<Engine name="a" defaultHost="localhost">${host}</Engine></Valve>`), [
    "mismatched-end-tag",
  ]);
});

test("a server.xml whose root lacks its < is one of Tomcat's, and one mistake", async () => {
  const found = await findingsOf("conf/server.xml", 'Server port="8005"><Service name="a"/></Server>', "10.1");
  assert.deepEqual(
    found?.map(({ code }) => code),
    ["text-outside-root"],
  );
});

describe("an element without its end tag", () => {
  const server = (inside: string) =>
    `<Server port="8005" shutdown="SHUTDOWN"><Service name="Catalina"><Connector port="8080"/><Engine name="Catalina" defaultHost="localhost">${inside}</Engine></Service></Server>`;
  const cases: readonly (readonly [what: string, inside: string])[] = [
    [
      "Alias before a Valve",
      '<Host name="localhost" appBase="webapps"><Alias>a<Valve className="org.apache.catalina.valves.ErrorReportValve"/></Host>',
    ],
    [
      "Alias before another Alias",
      '<Host name="localhost" appBase="webapps"><Alias>a<Alias>b</Alias><Alias>c</Alias></Host>',
    ],
    [
      "Valve before a Valve",
      '<Host name="localhost" appBase="webapps"><Valve className="org.apache.catalina.valves.ErrorReportValve"><Valve className="org.apache.catalina.valves.AccessLogValve"/></Host>',
    ],
    ["Host before a Host", '<Host name="localhost" appBase="webapps"><Host name="b" appBase="b"/>'],
    [
      "Alias with a slip in its end tag",
      '<Host name="localhost" appBase="webapps"><Alias>a</Alais><Valve className="org.apache.catalina.valves.ErrorReportValve"/></Host>',
    ],
    [
      "Manager and a Cluster before a Host",
      '<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Manager className="org.apache.catalina.ha.session.DeltaManager"><Host name="localhost" appBase="webapps"/>',
    ],
  ];
  for (const [what, inside] of cases) {
    test(`is the only thing said of ${what}`, async () => {
      const findings = (await findingsOf("conf/server.xml", server(inside), "10.1")) ?? [];
      const codes = findings.map(({ code }) => code).filter((code) => code !== "multicast-default-group");
      assert.equal(codes.length, what.includes(" and ") ? 2 : 1, codes.join());
      for (const code of codes) assert.match(code, /^(missing-end-tag|mismatched-end-tag)$/);
    });
  }

  test("keeps what cannot stand in its parent either", () => {
    const grammar = { children: new Map([["a", { children: new Map([["b", { children: new Map() }]]) }]]) };
    const { root } = parse("<r><a><b/><c/></r>", (name) => (name === "r" ? grammar : undefined));
    assert.deepEqual(
      root?.elements.map(({ name, elements }) => [name, elements.map((each) => each.name)]),
      [["a", ["b", "c"]]],
    );
  });
});

describe("a server.xml without an element", () => {
  for (const [what, text] of [
    ["empty", ""],
    ["blank", " \n"],
    ["all comment", "<!-- <Server/> -->"],
    ["all DOCTYPE", "<!DOCTYPE Server [\n<Server/>"],
  ] as const) {
    test(`${what} is an error`, async () => {
      const findings = (await findingsOf("conf/server.xml", text, "10.1")) ?? [];
      assert.deepEqual(
        findings.map(({ severity }) => severity),
        ["error"],
      );
    });
  }
});
