import { printable } from "../../base/printable.ts";
import type { Severity } from "../../rules/rule.ts";
import type { CheckReport } from "../report.ts";
import { printReportXml, type ReportElement } from "./print-xml.ts";
import type { ReportContext } from "./reporter.ts";

/** JUnit XML: a test suite for each file; a file without findings is one test that passed. */
export function junit({ files }: CheckReport, { locale }: ReportContext): string {
  const suites = files.map(({ path, findings }): ReportElement => {
    const failed = findings.map(({ range: { start }, severity, text, code, source }): ReportElement => {
      const place = `${path}:${start.line + 1}:${start.character + 1}`;
      const failure: ReportElement = [
        "failure",
        { message: text[locale], type: severity },
        `${printable(place)}\n${source}`,
      ];
      return ["testcase", { name: `${code} (${start.line + 1}:${start.character + 1})`, classname: path }, [failure]];
    });
    const passed: ReportElement = ["testcase", { name: "no findings", classname: path }];
    const cases = failed.length > 0 ? failed : [passed];
    return ["testsuite", { name: path, tests: cases.length, failures: failed.length }, cases];
  });
  const failures = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  return printReportXml(["testsuites", { name: "tomcat-cluster", tests, failures }, suites]);
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "info",
  hint: "info",
};

/** Checkstyle XML, which many build servers read. */
export function checkstyle({ files }: CheckReport, { locale }: ReportContext): string {
  return printReportXml([
    "checkstyle",
    { version: "4.3" },
    files.map(
      ({ path, findings }): ReportElement => [
        "file",
        { name: path },
        findings.map(
          ({ range: { start }, severity, text, code }): ReportElement => [
            "error",
            {
              line: start.line + 1,
              column: start.character + 1,
              severity: LEVELS[severity],
              message: text[locale],
              source: `tomcat-cluster.${code}`,
            },
          ],
        ),
      ],
    ),
  ]);
}
