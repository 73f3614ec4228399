import type { Range } from "../../base/lines.ts";
import type { Locale } from "../../base/localized.ts";
import { printableJson } from "../../base/printable.ts";
import type { Rule, Severity } from "../../rules/rule.ts";
import { ADVISORIES } from "../../schema/advisories.ts";
import type { Report, ReportedFinding } from "../report.ts";
import type { ReportContext } from "./reporter.ts";

const LEVELS: Readonly<Record<Severity, string>> = {
  error: "error",
  warning: "warning",
  information: "note",
  hint: "note",
};

/** SARIF 2.1.0 (OASIS), as code scanning services read it. A clean run has no results, but is a run. */
export function sarif({ files }: Report, { locale, version, rules }: ReportContext): string {
  const all = files.flatMap(({ findings }) => findings);
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const log = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "tomcat-cluster",
            semanticVersion: version,
            rules: codes.map((id) => {
              const rule = rules.find((each) => each.id === id);
              // Mistakes in the XML itself have no rule of ours behind them, and are always errors.
              return {
                id,
                ...(rule ? { shortDescription: { text: rule.summary[locale] } } : {}),
                help: { text: `tomcat-cluster explain ${id}` },
                defaultConfiguration: { level: LEVELS[rule?.severity ?? "error"] },
                ...security(
                  rule,
                  all.filter(({ code }) => code === id).flatMap(({ advisories = [] }) => advisories),
                ),
              };
            }),
          },
        },
        columnKind: "utf16CodeUnits",
        results: files.flatMap(({ path, findings }) =>
          findings.map((finding) => result(path, finding, codes.indexOf(finding.code), locale)),
        ),
      },
    ],
  };
  return printableJson(log);
}

/**
 * What code scanning services read of a rule about security: the tag `security`, the advisories it told of here, and the
 * highest of their CVSS scores, by which alerts are sorted.
 */
function security(rule: Rule | undefined, told: readonly string[]) {
  if (rule?.group !== "security") return {};
  const ids = [...new Set(told)].sort();
  const scores = ADVISORIES.flatMap(({ id, score }) => (score !== undefined && ids.includes(id) ? [score] : []));
  const highest = scores.length === 0 ? {} : { "security-severity": Math.max(...scores).toFixed(1) };
  const tags = ["security", ...ids.map((id) => `external/cve/${id.toLowerCase()}`)];
  return { properties: { tags, ...highest } };
}

function result(path: string, finding: ReportedFinding, ruleIndex: number, locale: Locale) {
  const { code, severity, text, range, fingerprint, advisories, related, fixes } = finding;
  return {
    ruleId: code,
    ruleIndex,
    level: LEVELS[severity],
    message: { text: text[locale] },
    locations: [{ physicalLocation: physical(path, range) }],
    partialFingerprints: { "tomcatCluster/v1": fingerprint },
    ...(advisories ? { properties: { tags: advisories } } : {}),
    ...(related.length > 0
      ? {
          relatedLocations: related.map((place, id) => ({
            id,
            physicalLocation: physical(place.path, place.range),
            message: { text: place.text[locale] },
          })),
        }
      : {}),
    ...(fixes.length > 0
      ? {
          fixes: fixes.map(({ title, edits }) => ({
            description: { text: title[locale] },
            artifactChanges: [...new Set(edits.map((edit) => edit.path))].map((changed) => ({
              artifactLocation: { uri: uriOf(changed) },
              replacements: edits
                .filter((edit) => edit.path === changed)
                .map((edit) => ({ deletedRegion: region(edit.range), insertedContent: { text: edit.newText } })),
            })),
          })),
        }
      : {}),
  };
}

function physical(path: string, range: Range) {
  return { artifactLocation: { uri: uriOf(path) }, region: region(range) };
}

function region({ start, end }: Range) {
  return {
    startLine: start.line + 1,
    startColumn: start.character + 1,
    endLine: end.line + 1,
    endColumn: end.character + 1,
  };
}

/** A relative path stays a relative reference, which the reader resolves against the repository. */
function uriOf(path: string): string {
  // A half of a character has no place in a URI.
  const whole = path.replace(/\p{Cs}/gu, "\ufffd");
  const escaped = whole.split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${escaped}` : escaped;
}
