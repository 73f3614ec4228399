import type { NamedCluster } from "../config/grouping.ts";
import type { CustomRule, LintSettings } from "../lint/configuration.ts";
import type { RuleNames } from "../rules/names.ts";
import type { Severity } from "../rules/rule.ts";
import { OutOfSteps, selectXPath, XPathError } from "../syntax/xpath.ts";
import type { Named } from "./configuration-named.ts";
import type { ConfigurationProblem } from "./configuration-problem.ts";
import { readWritten } from "./configuration-problems.ts";
import { join, parentOf } from "./files.ts";
import { globMatcher } from "./glob.ts";

type Decisions = Readonly<Record<string, Severity | "off">>;

interface Override {
  readonly files: readonly string[];
  readonly tomcat?: string;
  readonly groups?: Decisions;
  readonly rules?: Decisions;
}

interface WrittenRule {
  readonly id: string;
  /** XPath 1.0 over the whole file; it selects elements or attributes. */
  readonly select: string;
  /** `{@name}` stands for that attribute of the selected element. */
  readonly message: string;
  readonly severity?: Severity;
}

interface Written {
  readonly tomcat?: string;
  readonly groups?: Decisions;
  readonly rules?: Decisions;
  readonly overrides?: readonly Override[];
  readonly clusters?: readonly { readonly name: string; readonly nodes: readonly string[] }[];
  readonly baseline?: string;
  readonly customRules?: readonly WrittenRule[];
}

/** A configuration file. Its globs are relative to its folder. */
export class Configuration {
  readonly path: string;
  readonly text: string;
  /** Empty when the file is valid; a file with problems has no effect. */
  readonly problems: readonly ConfigurationProblem[];
  /** The files it names, also where it has no effect. */
  readonly named: Named;
  /** True where its own rules or globs are ignored because the workspace is not trusted. */
  readonly restricted: boolean;
  readonly #written: Written;
  /** The overrides with their globs made ready: they are asked at every keystroke. */
  readonly #overrides: readonly { readonly fits: (path: string) => boolean; readonly override: Override }[];
  readonly #ruleNames: RuleNames;
  readonly #settings = new Map<string, LintSettings>();

  constructor(path: string, text: string, ruleNames: RuleNames, trusted = true) {
    this.path = path;
    this.text = text;
    this.#ruleNames = ruleNames;
    const { content, named, problems } = readWritten(text, ruleNames, trusted);
    this.problems = problems;
    this.named = named;
    // A content without problems has this type.
    const written = problems.length === 0 ? (content as Written) : {};
    const { customRules, overrides, clusters, ...others } = written;
    this.restricted = !trusted && [customRules, overrides, clusters].some((each) => each !== undefined);
    this.#written = trusted ? written : others;
    this.#overrides = (this.#written.overrides ?? []).map((override) => ({
      fits: this.#matcher(override.files),
      override,
    }));
  }

  /** The file of accepted findings, if one is named. */
  get baseline(): string | undefined {
    return this.#written.baseline && join(parentOf(this.path), this.#written.baseline);
  }

  /** The Tomcat line written for a file; undefined where none is. */
  tomcatFor(path: string): string | undefined {
    return this.#overridesFor(path).findLast(({ tomcat }) => tomcat !== undefined)?.tomcat ?? this.#written.tomcat;
  }

  /** The same object for the same file, so that what was made with it stays valid. */
  settingsFor(path: string): LintSettings {
    const known = this.#settings.get(path);
    if (known) return known;
    const made = this.#decide(path);
    this.#settings.set(path, made);
    return made;
  }

  #decide(path: string): LintSettings {
    const { customRules = [] } = this.#written;
    return {
      severities: new Map(
        [this.#written, ...this.#overridesFor(path)].flatMap(({ groups = {}, rules = {} }) => [
          // In the same place, a rule's severity takes precedence over its group's.
          ...[...this.#ruleNames.values()].flatMap(({ id, group }) => {
            const severity = groups[group];
            return severity === undefined ? [] : [[id, severity] as const];
          }),
          ...Object.entries(rules).map(
            ([name, severity]) => [this.#ruleNames.get(name)?.id ?? name, severity] as const,
          ),
        ]),
      ),
      customRules: customRules.map(toCustomRule),
    };
  }

  get clusters(): readonly NamedCluster[] {
    return (this.#written.clusters ?? []).map(({ name, nodes }) => ({ name, has: this.#matcher(nodes) }));
  }

  #overridesFor(path: string): readonly Override[] {
    return this.#overrides.filter(({ fits }) => fits(path)).map(({ override }) => override);
  }

  #matcher(globs: readonly string[]): (path: string) => boolean {
    const folder = parentOf(this.path);
    const matches = globMatcher(globs);
    return (path) => {
      const inside = folder === "" || path.startsWith(`${folder}/`);
      return inside && matches(folder === "" ? path : path.slice(folder.length + 1));
    };
  }
}

function toCustomRule({ select, severity = "warning", ...rule }: WrittenRule): CustomRule {
  return {
    ...rule,
    severity,
    select(document, steps) {
      try {
        return { sources: selectXPath(select, document, steps), stopped: false };
      } catch (error) {
        if (error instanceof OutOfSteps) return { sources: [], stopped: true };
        // An invalid expression is reported where it is written.
        if (error instanceof XPathError) return { sources: [], stopped: false };
        throw error;
      }
    },
  };
}
