import { DOMImplementation, type Element, XMLSerializer } from "@xmldom/xmldom";
import { printable, printableXml } from "../../base/printable.ts";
import type { Severity } from "../../rules/rule.ts";
import type { Report } from "../report.ts";
import type { ReportContext } from "./reporter.ts";

/** An element to be: its name, attributes and what is in it. */
type Node = readonly [
  name: string,
  attributes: Readonly<Record<string, string | number>>,
  content?: readonly Node[] | string,
];

/** A test suite for each file; a file without findings is a test that passed. */
export function junit({ files }: Report, { locale }: ReportContext): string {
  const suites = files.map(({ path, findings }): Node => {
    const failed = findings.map(({ range: { start }, severity, text, code, source }): Node => {
      const place = `${path}:${start.line + 1}:${start.character + 1}`;
      const failure: Node = ["failure", { message: text[locale], type: severity }, `${printable(place)}\n${source}`];
      return ["testcase", { name: `${code} (${start.line + 1}:${start.character + 1})`, classname: path }, [failure]];
    });
    const passed: Node = ["testcase", { name: "no findings", classname: path }];
    const cases = failed.length > 0 ? failed : [passed];
    return ["testsuite", { name: path, tests: cases.length, failures: failed.length }, cases];
  });
  const failures = files.reduce((sum, { findings }) => sum + findings.length, 0);
  const tests = files.reduce((sum, { findings }) => sum + Math.max(1, findings.length), 0);
  return print(["testsuites", { name: "tomcat-cluster", tests, failures }, suites]);
}

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "info",
  hint: "info",
};

/** Checkstyle's form, which many build servers read. */
export function checkstyle({ files }: Report, { locale }: ReportContext): string {
  return print([
    "checkstyle",
    { version: "4.3" },
    files.map(
      ({ path, findings }): Node => [
        "file",
        { name: path },
        findings.map(
          ({ range: { start }, severity, text, code }): Node => [
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

function print(root: Node): string {
  const document = new DOMImplementation().createDocument(null, "");
  const build = ([name, attributes, content = []]: Node): Element => {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, clean(`${value}`));
    if (typeof content === "string") element.appendChild(document.createTextNode(clean(content)));
    else for (const child of content) element.appendChild(build(child));
    return element;
  };
  document.appendChild(build(root));
  const text = new XMLSerializer().serializeToString(document);
  return printableXml(`<?xml version="1.0" encoding="UTF-8"?>\n${text}\n`);
}

/** XML 1.0 has no place for most control characters. */
function clean(text: string): string {
  return text.replace(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, "\u{FFFD}");
}
