import assert from "node:assert/strict";
import { test } from "node:test";
import { LastReports } from "../../../server/src/lsp/last-reports.ts";

const URI = "file:///conf/server.xml";

function finding(line: number, message = "a") {
  const place = { start: { line, character: 0 }, end: { line, character: 1 } };
  return { range: place, message, relatedInformation: [{ location: { uri: URI, range: place }, message: "here" }] };
}

test("a client that names the last report is told that it holds, as long as it does", () => {
  const reports = new LastReports();
  const first = reports.report(URI, [finding(1)], undefined);
  assert.equal(first.kind, "full");
  assert.deepEqual(reports.report(URI, [finding(1)], first.resultId), { kind: "unchanged", resultId: first.resultId });
  const changes = [[finding(2)], [finding(2, "b")], [finding(2, "b"), finding(3)], [finding(2, "b")], []];
  let known = first.resultId;
  for (const items of changes) {
    const report = reports.report(URI, items, known);
    assert.deepEqual(report, { kind: "full", resultId: report.resultId, items });
    assert.notEqual(report.resultId, known);
    known = report.resultId;
  }
});

test("a place that alone has moved is another report", () => {
  const reports = new LastReports();
  const { resultId } = reports.report(URI, [finding(1)], undefined);
  const [related] = finding(2).relatedInformation;
  assert.ok(related);
  assert.equal(reports.report(URI, [{ ...finding(1), relatedInformation: [related] }], resultId).kind, "full");
});

test("a client that names no report, another one, or one of a document that was closed gets all", () => {
  const reports = new LastReports();
  const { resultId } = reports.report(URI, [], undefined);
  assert.equal(reports.report(URI, [], undefined).kind, "full");
  assert.equal(reports.report(URI, [], resultId).kind, "full");
  const last = reports.report(URI, [], resultId);
  reports.closed(URI);
  assert.equal(reports.report(URI, [], last.resultId).kind, "full");
});
