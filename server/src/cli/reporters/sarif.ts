import { groupBy } from "../../base/group-by.ts";
import type { Range } from "../../base/lines.ts";
import type { Locale } from "../../base/localized.ts";
import { printableJson } from "../../base/printable.ts";
import type { CheckReport, ReportedFile, ReportedFinding } from "../report.ts";
import type { ReportContext } from "./reporter.ts";
import { ruleDescriptor, SARIF_LEVELS } from "./sarif-rule.ts";

/**
 * SARIF 2.1.0 (OASIS), as code scanning services read it. A run without findings is a run without results.
 *
 * GitHub opens an alert for each result whatever its `suppressions` say, so those that are suppressed are left out, but
 * where they are asked for. Then every result says whether it is, as the standard wants it.
 */
export function sarif(report: CheckReport, context: ReportContext): string {
  const { version, problems, homepage } = context;
  const results = report.files.flatMap((file) => resultsOf(file, report, context));
  const told = groupBy(results, ({ finding }) => finding.code);
  const codes = [...told.keys()].sort();
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
            ...(homepage === undefined ? {} : { informationUri: homepage }),
            rules: codes.map((code) =>
              ruleDescriptor(
                code,
                (told.get(code) ?? []).map(({ finding }) => finding),
                context,
              ),
            ),
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
        results: results.map(({ path, finding, states }) => ({
          ...result(path, finding, codes.indexOf(finding.code), context.locale),
          ...states,
        })),
      },
    ],
  });
}

/** A finding with what SARIF says of its state. */
interface Stated {
  readonly path: string;
  readonly finding: ReportedFinding;
  readonly states: object;
}

function resultsOf(
  file: ReportedFile,
  { compared = false }: CheckReport,
  { suppressed = false }: ReportContext,
): Stated[] {
  const { path, findings, accepted = [], silenced = [] } = file;
  const stated = (finding: ReportedFinding, suppressions: readonly object[], state = "new"): Stated => ({
    path,
    finding,
    states: { ...(compared ? { baselineState: state } : {}), ...(suppressed ? { suppressions } : {}) },
  });
  const left = findings.map((finding) => stated(finding, []));
  if (!suppressed) return left;
  return [
    ...left,
    ...accepted.map((finding) => stated(finding, [{ kind: "external", status: "accepted" }], "unchanged")),
    ...silenced.map(({ finding, reason }) =>
      stated(finding, [{ kind: "inSource", ...(reason === "" ? {} : { justification: reason }) }]),
    ),
  ];
}

function result(path: string, finding: ReportedFinding, ruleIndex: number, locale: Locale) {
  const { code, severity, text, range, fingerprint, advisories, related, fixes } = finding;
  return {
    ruleId: code,
    ruleIndex,
    level: SARIF_LEVELS[severity],
    message: { text: text[locale] },
    locations: [{ physicalLocation: { ...physical(path, range), ...linesOf(finding) } }],
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

/** The line of a finding, with secrets masked, for readers without the file. */
function linesOf({ range, source, sourceStart }: ReportedFinding) {
  const { start, end } = range;
  // Of a long line only a part is known, and of several lines the first.
  if (sourceStart > 0 || end.line !== start.line || end.character > source.length || source === "") return {};
  const line = start.line + 1;
  return {
    region: { ...region(range), snippet: { text: source.slice(start.character, end.character) } },
    contextRegion: {
      ...{ startLine: line, startColumn: 1, endLine: line, endColumn: source.length + 1 },
      snippet: { text: source },
    },
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
  const whole = path.replace(/\p{Cs}/gu, "\ufffd").replace(/^\.\//, "");
  const escaped = whole.split("/").map(encodeURIComponent).join("/");
  return path.startsWith("/") ? `file://${escaped}` : escaped;
}
