import { groupBy } from "../../base/group-by.ts";
import type { Range } from "../../base/lines.ts";
import type { Locale } from "../../base/localized.ts";
import { printableJson } from "../../base/printable.ts";
import type { Report, ReportedFinding } from "../report.ts";
import type { ReportContext } from "./reporter.ts";
import { LEVELS, ruleDescriptor } from "./sarif-rule.ts";

/** SARIF 2.1.0 (OASIS), as code scanning services read it. A run without findings is a run without results. */
export function sarif(report: Report, context: ReportContext): string {
  const { locale, version, problems } = context;
  const { files, compared = false } = report;
  const all = files.flatMap(({ findings, accepted = [] }) => [...findings, ...accepted]);
  const codes = [...new Set(all.map(({ code }) => code))].sort();
  const told = groupBy(all, ({ code }) => code);
  return printableJson({
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: {
          driver: {
            name: "tomcat-cluster",
            version,
            semanticVersion: version,
            rules: codes.map((code) => ruleDescriptor(code, told.get(code) ?? [], context)),
          },
        },
        // A run of this tool over a repository replaces the run before it.
        automationDetails: { id: "tomcat-cluster/" },
        invocations: [
          {
            executionSuccessful: problems.length === 0,
            toolExecutionNotifications: problems.map((text) => ({ level: "error", message: { text } })),
          },
        ],
        columnKind: "utf16CodeUnits",
        results: files.flatMap(({ path, findings, accepted = [] }) => [
          ...findings.map((finding) => ({
            ...result(path, finding, codes.indexOf(finding.code), locale),
            ...(compared ? { baselineState: "new" } : {}),
          })),
          ...accepted.map((finding) => ({
            ...result(path, finding, codes.indexOf(finding.code), locale),
            baselineState: "unchanged",
            suppressions: [{ kind: "external", status: "accepted" }],
          })),
        ]),
      },
    ],
  });
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
    ...(related.some((place) => place.path !== path) ? { codeFlows: [overNodes(path, finding, locale)] } : {}),
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

/** A code flow over the files of several nodes that ends at the place of the finding. */
function overNodes(path: string, { related, range, text }: ReportedFinding, locale: Locale) {
  const steps = [...related, { path, range, text }];
  return {
    threadFlows: [
      {
        locations: steps.map((place) => ({
          location: { physicalLocation: physical(place.path, place.range), message: { text: place.text[locale] } },
        })),
      },
    ],
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
  // A URI cannot contain a lone surrogate.
  const whole = path.replace(/\p{Cs}/gu, "\ufffd");
  const escaped = whole.split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${escaped}` : escaped;
}
