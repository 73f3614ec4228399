import type { ConfigFile } from "../config/file.ts";
import type { Finding, Severity } from "../rules/rule.ts";
import { selectXPath, XPathError } from "../syntax/xpath.ts";

/** A rule a user wrote: what an XPath selects is a finding. */
export interface CustomRule {
  readonly id: string;
  /** XPath 1.0 over the whole file; it selects elements or attributes. */
  readonly select: string;
  /** `{@name}` stands for that attribute of the selected element. */
  readonly message: string;
  readonly severity: Severity;
}

/** What users decided for one file. */
export interface LintSettings {
  /** By rule; `off` leaves its findings out. */
  readonly severities: ReadonlyMap<string, Severity | "off">;
  readonly customRules: readonly CustomRule[];
}

export const NO_SETTINGS: LintSettings = { severities: new Map(), customRules: [] };

/** What a user's rule finds in a file. An expression that is none was reported where it is written. */
export function* checkCustom(rule: CustomRule, file: ConfigFile): Generator<Finding> {
  try {
    for (const source of selectXPath(rule.select, file.document)) {
      const element = "attributes" in source ? source : source.element;
      const message = rule.message.replace(/\{@([^}]+)\}/g, (_, name: string) => {
        return element.attributes.find((attribute) => attribute.name === name)?.value?.text ?? "";
      });
      const at = "attributes" in source ? source.nameSpan : (source.value?.inner ?? source.nameSpan);
      yield { at, text: { en: message, ko: message }, severity: rule.severity };
    }
  } catch (error) {
    if (!(error instanceof XPathError)) throw error;
  }
}
