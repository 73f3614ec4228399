import type { ConfigFile } from "../config/file.ts";
import type { Finding, Severity } from "../rules/rule.ts";
import type { Steps } from "../syntax/dom.ts";
import type { XmlAttribute, XmlDocument, XmlElement } from "../syntax/tree.ts";

/** The elements and attributes that an expression selects. */
export interface Selection {
  readonly sources: readonly (XmlElement | XmlAttribute)[];
  /** True where it took more steps than it was given: there may be more. */
  readonly stopped: boolean;
}

/** A rule a user wrote: what it selects is a finding. */
export interface CustomRule {
  readonly id: string;
  /** What it is about. Who reads the rule compiles it: most users have none, and load no XPath. */
  readonly select: (document: XmlDocument, steps: Steps) => Selection;
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

/**
 * Limits of nodes visited in one file, by one rule and by all. The largest public server.xml known to us takes 5,000.
 */
const STEPS_OF_RULE = 200_000;
const STEPS_OF_FILE = 400_000;

/** What the users' rules find in a file. */
export function* checkCustom(
  rules: readonly CustomRule[],
  file: ConfigFile,
): Generator<readonly [CustomRule, Finding]> {
  let left = STEPS_OF_FILE;
  for (const rule of rules) {
    const steps: Steps = { left: Math.min(left, STEPS_OF_RULE) };
    const given = steps.left;
    const { sources, stopped } = rule.select(file.document, steps);
    left -= given - Math.max(0, steps.left);
    for (const finding of findingsOf(rule, sources)) yield [rule, finding];
    if (stopped) yield [rule, stoppedFinding(rule, file)];
  }
}

function stoppedFinding({ id }: CustomRule, { document }: ConfigFile): Finding {
  return {
    at: document.root?.nameSpan ?? { start: 0, end: 0 },
    text: {
      en: `Rule ${id} was stopped: its select costs too much in this file. Nothing is known of what it looks for.`,
      ko: `${id} 규칙의 select가 이 파일에서 너무 오래 걸려 중단했습니다. 이 규칙은 검사되지 않았습니다.`,
    },
  };
}

function* findingsOf(rule: CustomRule, sources: Selection["sources"]): Generator<Finding> {
  for (const source of sources) {
    const element = "attributes" in source ? source : source.element;
    const message = rule.message.replace(/\{@([^}]+)\}/g, (_, name: string) => {
      return element.attributes.find((attribute) => attribute.name === name)?.value?.text ?? "";
    });
    const at = "attributes" in source ? source.nameSpan : (source.value?.inner ?? source.nameSpan);
    yield { at, text: { en: message, ko: message }, severity: rule.severity };
  }
}
