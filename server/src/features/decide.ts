import { applyEdits, type Edit, modify } from "jsonc-parser";
import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { SEVERITIES, type Severity } from "../rules/rule.ts";
import { baselineEntry, readBaseline, writeBaseline } from "../workspace/baseline.ts";
import { CONFIGURATION_NAME } from "../workspace/configuration-places.ts";
import { join, parentOf } from "../workspace/files.ts";

/** The name of a baseline that the editor creates. */
const BASELINE_NAME = "tomcat-cluster-baseline.json";
const FORMATTING = { formattingOptions: { insertSpaces: true, tabSize: 2, eol: "\n" } };

/** A file with its whole new text. */
export interface DecidedFile {
  readonly path: string;
  /** The present text; undefined where the file does not exist. */
  readonly before: string | undefined;
  readonly text: string;
}

/** A user's decision about a finding, to be written to files that a team shares. */
export interface Decision {
  readonly title: Localized;
  readonly files: readonly DecidedFile[];
}

/** A configuration, or the path of a new one. */
export interface ConfigurationText {
  readonly path: string;
  readonly text: string | undefined;
  readonly baseline: string | undefined;
}

/** A decision for each other severity of the rule, and for `off`. */
export function severityDecisions(
  { code, severity }: Diagnostic,
  { path, text }: ConfigurationText,
): readonly Decision[] {
  const words = [...SEVERITIES, "off"] as const;
  return words
    .filter((each) => each !== severity)
    .map((each) => ({
      title: titleOf(code, each),
      files: [{ path, before: text, text: set(text, ["rules", code], each) }],
    }));
}

function titleOf(code: string, severity: Severity | "off"): Localized {
  return severity === "off"
    ? { en: `Switch ${code} off in ${CONFIGURATION_NAME}`, ko: `${CONFIGURATION_NAME}에서 ${code} 끄기` }
    : {
        en: `Change ${code} to ${severity} in ${CONFIGURATION_NAME}`,
        ko: `${CONFIGURATION_NAME}에서 ${code}의 심각도를 ${josa(severity, "으로")} 변경`,
      };
}

/**
 * The decision to accept a finding in the baseline. A configuration without a baseline gets one.
 *
 * @param baseline the text of the named baseline; undefined where the file does not exist
 */
export function acceptDecision(
  diagnostic: Diagnostic,
  { fingerprint, place }: { readonly fingerprint: string; readonly place: string },
  configuration: ConfigurationText,
  baseline: string | undefined,
): Decision | undefined {
  const known = baseline === undefined ? undefined : readBaseline(baseline);
  // A file with other contents is not replaced.
  if (baseline !== undefined && !known) return undefined;
  const named = configuration.baseline ?? join(parentOf(configuration.path), BASELINE_NAME);
  const accepted = { ...known?.accepted, [fingerprint]: baselineEntry(place, diagnostic) };
  const written: DecidedFile = { path: named, before: baseline, text: writeBaseline(accepted) };
  return {
    title: { en: "Accept into the baseline", ko: "베이스라인에 추가해 허용" },
    files:
      configuration.baseline === undefined
        ? [
            written,
            {
              path: configuration.path,
              before: configuration.text,
              text: set(configuration.text, ["baseline"], BASELINE_NAME),
            },
          ]
        : [written],
  };
}

function set(text: string | undefined, path: readonly string[], value: string): string {
  const edits: Edit[] = modify(text ?? "{}\n", [...path], value, FORMATTING);
  return applyEdits(text ?? "{}\n", edits);
}
