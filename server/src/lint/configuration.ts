import type { ConfigFile } from "../config/file.ts";
import type { Finding, Severity } from "../rules/rule.ts";
import type { XmlAttribute, XmlDocument, XmlElement } from "../syntax/tree.ts";

/** A rule a user wrote: what it selects is a finding. */
export interface CustomRule {
  readonly id: string;
  /** The elements and attributes it is about. Who reads the rule compiles it: most users have none, and load no XPath. */
  readonly select: (document: XmlDocument) => readonly (XmlElement | XmlAttribute)[];
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

/** What a user's rule finds in a file. */
export function* checkCustom(rule: CustomRule, file: ConfigFile): Generator<Finding> {
  for (const source of rule.select(file.document)) {
    const element = "attributes" in source ? source : source.element;
    const message = rule.message.replace(/\{@([^}]+)\}/g, (_, name: string) => {
      return element.attributes.find((attribute) => attribute.name === name)?.value?.text ?? "";
    });
    const at = "attributes" in source ? source.nameSpan : (source.value?.inner ?? source.nameSpan);
    yield { at, text: { en: message, ko: message }, severity: rule.severity };
  }
}
