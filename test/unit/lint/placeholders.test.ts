import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { span } from "../../../server/src/base/span.ts";
import { fixAllEdits, fixesOf, isAutomatic } from "../../../server/src/lint/fix-all.ts";
import type { FileRule, Fix, Rule } from "../../../server/src/rules/rule.ts";
import { workspaceOf } from "../../harness/workspace.ts";

const MEMBERSHIP = (attributes: string) =>
  `<Cluster className="org.apache.catalina.ha.tcp.SimpleTcpCluster"><Channel className="org.apache.catalina.tribes.group.GroupChannel">` +
  `<Membership className="org.apache.catalina.tribes.membership.McastService" ${attributes}/></Channel></Cluster>`;
const serverWith = (cluster: string) =>
  `<Server><Service><Engine name="Catalina" jvmRoute="a">${cluster}</Engine></Service></Server>`;

async function findingsIn(attributes: string, properties: string, rules?: readonly Rule[]) {
  const path = "t/conf/server.xml";
  const files = new Map([
    [path, serverWith(MEMBERSHIP(attributes))],
    ["t/conf/catalina.properties", properties],
  ]);
  const snapshot = await workspaceOf(files, "9.0", rules).snapshot(path);
  assert.ok(snapshot);
  return snapshot.diagnostics.filter(({ code }) => rules || code === "membership-drop-time");
}

describe("a value behind a placeholder", () => {
  test("is read by a rule of one file, and its finding names the place that sets it", async () => {
    const [finding, ...others] = await findingsIn('dropTime="${drop}"', "# times\ndrop=300\n");
    assert.ok(finding);
    assert.deepEqual(others, []);
    assert.match(finding.text.en, /300 ms/);
    assert.deepEqual(
      finding.related?.map(({ file, at }) => [file.path, file.lines.positionAt(at.start)]),
      [["t/conf/catalina.properties", { line: 1, character: 5 }]],
    );
  });

  test("counts for a finding that points at another attribute of the element", async () => {
    const both = await findingsIn('dropTime="300" ttl="${ttl}" frequency="${freq}"', "freq=400\nttl=2\nother=1");
    assert.deepEqual(
      both.flatMap(({ related = [] }) => related.map(({ text }) => text.en)),
      ["${freq} is set here."],
    );
  });

  test("that no file sets stays unknown", async () => {
    assert.deepEqual(await findingsIn('dropTime="${drop}"', "other=300"), []);
    assert.deepEqual(await findingsIn('dropTime="${drop:-300}"', ""), []);
  });
});

describe("whatever a rule's fix writes, it is asked when it", () => {
  const text = serverWith(MEMBERSHIP('port="45${last}" ttl="1"'));
  const open = text.indexOf("${last}");
  const ruleWith = (edits: Fix["edits"]): FileRule => ({
    id: "any",
    group: "membership",
    severity: "hint",
    automatic: "a test asks what is left of that",
    summary: { en: "any", ko: "아무" },
    files: ["server"],
    check(_file, report) {
      const title = { en: "any", ko: "아무" };
      report({ at: span(0, 1), text: title, fix: { title, edits } });
    },
  });
  const element = text.slice(text.indexOf("<Membership"), text.indexOf("</Channel>"));
  const start = text.indexOf(element);
  const whole = span(start, start + element.length);

  for (const [what, edits, asked] of [
    ["replaces the value", [{ span: span(open - 2, open + 7), newText: "45564" }], true],
    ["replaces the name in it", [{ span: span(open + 2, open + 6), newText: "first" }], true],
    ["removes the element", [{ span: whole, newText: "" }], true],
    ["inserts into it", [{ span: span(open + 3, open + 3), newText: "x" }], true],
  ] as const) {
    test(what, async () => {
      const [finding] = await findingsIn('port="45${last}" ttl="1"', "", [ruleWith(edits)]);
      const [fix] = finding ? fixesOf(finding) : [];
      assert.equal(finding && fix && isAutomatic(fix, finding), !asked);
    });
  }

  for (const [what, edits] of [
    ["writes beside it", [{ span: span(open + 8, open + 8), newText: ' a="b"' }]],
    [
      "moves the element",
      [
        { span: whole, newText: "" },
        { span: span(0, 0), newText: element },
      ],
    ],
    ["keeps it in the new value", [{ span: span(open - 2, open + 7), newText: "4${last}" }]],
  ] as const) {
    test(`but not when it ${what}`, async () => {
      const [finding] = await findingsIn('port="45${last}" ttl="1"', "", [ruleWith(edits)]);
      assert.equal(finding && fixAllEdits([finding]).length, edits.length);
    });
  }
});
