import type { Locale } from "../base/localized.ts";
import { placeInLog } from "../logs/story/happening.ts";
import type { LogReport } from "./logs-text.ts";
import { printReportXml, type ReportElement } from "./reporters/print-xml.ts";

/**
 * A test suite for each node, with a failure for each finding whose first node it is, or else one test that passed. A
 * note is a skipped test.
 */
export function logsJunit({ stories, findings, places }: LogReport, locale: Locale): string {
  const suites = stories.map(
    (
      story,
    ): {
      readonly node: ReportElement;
      readonly tests: number;
      readonly failures: number;
      readonly skipped: number;
    } => {
      const own = findings.filter(({ nodes }) => nodes[0] === story);
      const failed = own.map((finding): ReportElement => {
        const { id, level, text, next, evidence } = finding;
        const written = (places.get(finding) ?? []).map(
          ({ file, at }) => `${file.path}:${file.lines.positionAt(at.start).line + 1}`,
        );
        const inLog = evidence.map(({ happening }) => placeInLog(happening));
        const details = [...written, ...inLog, ...next.map((step) => step[locale])].join("\n");
        const kind = level === "note" ? "skipped" : "failure";
        return ["testcase", { name: id, classname: story.name }, [[kind, { message: text[locale] }, details]]];
      });
      const passed: ReportElement = ["testcase", { name: "no findings", classname: story.name }];
      const cases = failed.length > 0 ? failed : [passed];
      const skipped = own.filter(({ level }) => level === "note").length;
      const counts = { tests: cases.length, failures: failed.length - skipped, skipped };
      return { node: ["testsuite", { name: story.name, ...counts }, cases], ...counts };
    },
  );
  const sum = (name: "tests" | "failures" | "skipped") => suites.reduce((all, suite) => all + suite[name], 0);
  const counts = { tests: sum("tests"), failures: sum("failures"), skipped: sum("skipped") };
  return printReportXml(["testsuites", { name: "tomcat-cluster", ...counts }, suites.map(({ node }) => node)]);
}
