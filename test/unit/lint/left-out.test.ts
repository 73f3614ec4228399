import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { findingsOf } from "../../harness/workspace.ts";

const server = (inside: string) => `<Server port="8005"><Service name="Catalina">${inside}</Service></Server>`;

describe("findings beyond what a reader takes in", () => {
  test("are counted", async () => {
    const findings = (await findingsOf("server.xml", server("<nosuch/>\n".repeat(1234)), "9.0")) ?? [];
    const ofRule = findings.filter(({ code }) => code === "element-ignored");
    assert.equal(ofRule.length, 501);
    assert.match(ofRule.at(-1)?.text.en ?? "", /^From here on 734 more findings of element-ignored are left out\./);
  });

  test("are told where a comment silences the first ones", async () => {
    const text = server(
      `<!-- tomcat-cluster-disable element-ignored -->${"<nosuch/>\n".repeat(600)}<!-- tomcat-cluster-enable --><nosuch/>`,
    );
    const findings = (await findingsOf("server.xml", text, "9.0")) ?? [];
    assert.deepEqual(
      findings.map(({ code }) => code),
      [],
    );
  });

  test("mistakes of the XML are told up to the first thousand", async () => {
    const findings = (await findingsOf("server.xml", server("&".repeat(5000)), "9.0")) ?? [];
    const mistakes = findings.filter(({ syntax }) => syntax);
    assert.equal(mistakes.length, 1001);
    assert.equal(mistakes.at(-1)?.code, "more-mistakes");
  });

  test("no message is longer than a reader reads, whatever it quotes", async () => {
    const name = "a".repeat(100_000);
    for (const text of [
      `<${name}/>`,
      `<Connector ${name}="1"/>`,
      `<Connector port="${name}" ${name}/>`,
      `</${name}>`,
    ]) {
      for (const { text: message, fix = [] } of (await findingsOf("server.xml", server(text), "9.0")) ?? []) {
        const titles = ("edits" in fix ? [fix] : fix).map(({ title }) => title);
        for (const { en, ko } of [message, ...titles]) assert.ok(en.length < 600 && ko.length < 600);
      }
    }
  });
});

test("a file of too many parts is read in part, and no rule speaks of what is missing", async () => {
  const text = server(`${"<nosuch/>".repeat(160_000)}<a></b>`);
  const findings = (await findingsOf("server.xml", text, "9.0")) ?? [];
  assert.deepEqual(
    findings.map(({ code, severity }) => `${code} ${severity}`),
    ["read-in-part information"],
  );
});

test("a comment of a million names silences nothing, and does no harm", async () => {
  const text = server(`<!-- tomcat-cluster-disable ${"a, ".repeat(1_000_000)}b -->\n<nosuch/>`);
  const findings = (await findingsOf("server.xml", text, "9.0")) ?? [];
  assert.ok(findings.some(({ code }) => code === "element-ignored"));
});
