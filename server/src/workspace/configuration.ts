import {
  findNodeAtLocation,
  type JSONPath,
  type ParseError,
  parse,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Localized } from "../base/localized.ts";
import { type Span, span } from "../base/span.ts";
import type { NamedCluster } from "../config/grouping.ts";
import type { CustomRule, LintSettings } from "../lint/configuration.ts";
import type { RuleNames } from "../rules/names.ts";
import { GROUPS, SEVERITIES, type Severity } from "../rules/rule.ts";
import { LINES } from "../schema/lines.ts";
import { parse as parseXml } from "../syntax/parse.ts";
import { OutOfSteps, selectXPath, XPathError } from "../syntax/xpath.ts";
import { join, parentOf } from "./files.ts";
import { globCost, globMatcher, globProblem } from "./glob.ts";

/** More mistakes than these in one file are not worth a line each. */
const MOST_PROBLEMS = 100;
/** Larger configurations are not read; in characters. */
const LARGEST = 256 * 1024;
/** So many overrides, clusters, rules or globs a list may have, and so long a text may be. */
const MOST_ITEMS = 1000;
const LONGEST_TEXT = 2000;
/** What all globs may cost together: every file of the workspace is compared with each. */
const MOST_OF_GLOBS = 20_000;

const DECISIONS: readonly string[] = [...SEVERITIES, "off"];

/** A mistake in a configuration file. */
export interface ConfigurationProblem {
  readonly at: Span;
  readonly text: Localized;
}

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

/** A configuration file, read. Globs in it are meant from its folder on. */
export class Configuration {
  readonly path: string;
  readonly text: string;
  /** Empty when the file is right; a file with problems decides nothing. */
  readonly problems: readonly ConfigurationProblem[];
  /** True where it has rules or globs of its own that do not count because the workspace is not trusted. */
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
    const { content, problems } = read(text, ruleNames, trusted);
    this.problems = problems;
    // Checked right above: what has no problems has this form.
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
          // What is said of a rule beats what is said of its group in the same place.
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

interface ReadText {
  readonly content?: unknown;
  readonly problems: readonly ConfigurationProblem[];
}

function read(text: string, ruleNames: RuleNames, trusted: boolean): ReadText {
  if (text.length > LARGEST) {
    const limit = `${LARGEST / 1024} kB`;
    return {
      problems: [problem(span(0, 0), `Larger than ${limit}: it is not read.`, `${limit}보다 커서 읽지 않았습니다.`)],
    };
  }
  try {
    const errors: ParseError[] = [];
    const content: unknown = parse(text, errors, { allowTrailingComma: true });
    const syntax = errors
      .slice(0, MOST_PROBLEMS)
      .map(({ offset, length, error }) =>
        problem(span(offset, offset + length), printParseErrorCode(error), printParseErrorCode(error)),
      );
    return { content, problems: syntax.length > 0 ? syntax : problemsIn(content, text, ruleNames, trusted) };
  } catch (error) {
    // jsonc-parser calls itself for each level.
    if (!(error instanceof RangeError)) throw error;
    const whole = span(0, text.length);
    return {
      problems: [problem(whole, "It is nested too deeply to be read.", "너무 깊이 중첩되어 읽을 수 없습니다.")],
    };
  }
}

const WRONG_GLOBS: Readonly<Record<NonNullable<ReturnType<typeof globProblem>>, Localized>> = {
  long: { en: "This glob is too long.", ko: "glob이 너무 깁니다." },
  braces: { en: "The braces stand for too many globs.", ko: "중괄호가 나타내는 glob이 너무 많습니다." },
  parentheses: {
    en: "Patterns in parentheses are not known here. Write {a,b}.",
    ko: "괄호 패턴은 쓸 수 없습니다. {a,b}로 쓰십시오.",
  },
};

function toCustomRule({ select, severity = "warning", ...rule }: WrittenRule): CustomRule {
  return {
    ...rule,
    severity,
    select(document, steps) {
      try {
        return { sources: selectXPath(select, document, steps), stopped: false };
      } catch (error) {
        if (error instanceof OutOfSteps) return { sources: [], stopped: true };
        // One that is none was reported where it is written.
        if (error instanceof XPathError) return { sources: [], stopped: false };
        throw error;
      }
    },
  };
}

function problem(at: Span, en: string, ko: string): ConfigurationProblem {
  return { at, text: { en, ko } };
}

/** True for a path that ends above or beside the folder it starts from, on any system. Links are another matter. */
function leadsOut(path: string): boolean {
  if (/^([/\\]|[a-z]:)/i.test(path)) return true;
  let depth = 0;
  for (const name of path.split(/[/\\]/)) {
    if (name === "..") depth--;
    else if (name !== "." && name !== "") depth++;
    if (depth < 0) return true;
  }
  return false;
}

/** Checks a configuration by hand: a schema validator would be ten times as large as what it replaces here. */
function problemsIn(
  content: unknown,
  text: string,
  ruleNames: RuleNames,
  trusted: boolean,
): readonly ConfigurationProblem[] {
  const root = parseTree(text);
  const found: ConfigurationProblem[] = [];
  const report = (path: JSONPath, en: string, ko: string) => {
    // Each place is looked for from the start of the text.
    if (found.length === MOST_PROBLEMS) return;
    const node = root && findNodeAtLocation(root, path);
    found.push(problem(node ? span(node.offset, node.offset + node.length) : span(0, text.length), en, ko));
  };
  const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  /** Reports keys that are not among these, and gives back the object; undefined when it is none. */
  const objectAt = (value: unknown, path: JSONPath, keys: readonly string[]) => {
    if (!isObject(value)) {
      report(path, "An object is expected here.", "여기에는 객체가 와야 합니다.");
      return undefined;
    }
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      report(
        [...path, key],
        `${key} is not known here. Known: ${keys.join(", ")}.`,
        `${key}은(는) 여기서 쓸 수 없습니다. 가능: ${keys.join(", ")}.`,
      );
    }
    return value;
  };
  const text1 = (value: unknown, path: JSONPath, required = false) => {
    if (value === undefined ? required : typeof value !== "string" || value === "") {
      report(path, "A text is expected here.", "여기에는 문자열이 와야 합니다.");
    } else if (typeof value === "string" && value.length > LONGEST_TEXT) {
      report(path, `Longer than ${LONGEST_TEXT} characters.`, `${LONGEST_TEXT}자보다 깁니다.`);
    }
  };
  const oneOf = (value: unknown, path: JSONPath, words: readonly string[]) => {
    if (value === undefined || (typeof value === "string" && words.includes(value))) return;
    report(path, `One of ${words.join(", ")} is expected here.`, `${words.join(", ")} 중 하나여야 합니다.`);
  };
  let globs = 0;
  const texts = (value: unknown, path: JSONPath) => {
    if (!Array.isArray(value) || value.length === 0 || !value.every((each) => typeof each === "string")) {
      report(path, "A list of globs is expected here.", "여기에는 glob 목록이 와야 합니다.");
      return;
    }
    list(value, path, (glob, place) => {
      const wrong = typeof glob === "string" ? globProblem(glob) : undefined;
      if (wrong) report(place, WRONG_GLOBS[wrong].en, WRONG_GLOBS[wrong].ko);
      if (globs > MOST_OF_GLOBS || typeof glob !== "string") return;
      globs += globCost(glob);
      if (globs > MOST_OF_GLOBS)
        report(place, "The globs up to here are too long together.", "여기까지의 glob이 합쳐서 너무 깁니다.");
    });
  };
  const list = (value: unknown, path: JSONPath, each: (item: unknown, path: JSONPath) => void) => {
    if (value === undefined) return;
    if (Array.isArray(value) && value.length > MOST_ITEMS) {
      report(path, `More than ${MOST_ITEMS} entries.`, `항목이 ${MOST_ITEMS}개를 넘습니다.`);
    } else if (Array.isArray(value)) for (const [index, item] of value.entries()) each(item, [...path, index]);
    else report(path, "A list is expected here.", "여기에는 목록이 와야 합니다.");
  };
  const own = new Set<string>();
  const severities = (value: unknown, path: JSONPath) => {
    if (value === undefined) return;
    if (!isObject(value)) return report(path, "An object is expected here.", "여기에는 객체가 와야 합니다.");
    for (const [id, severity] of Object.entries(value)) {
      if (!ruleNames.has(id) && !own.has(id))
        report([...path, id], `There is no rule ${id}.`, `${id} 규칙은 없습니다.`);
      oneOf(severity, [...path, id], DECISIONS);
    }
  };

  const groups = (value: unknown, path: JSONPath) => {
    if (value === undefined) return;
    const written = objectAt(value, path, Object.keys(GROUPS));
    for (const [group, severity] of Object.entries(written ?? {})) oneOf(severity, [...path, group], DECISIONS);
  };

  const top = objectAt(
    content,
    [],
    ["$schema", "tomcat", "groups", "rules", "overrides", "clusters", "baseline", "customRules"],
  );
  if (!top) return found;
  oneOf(top["tomcat"], ["tomcat"], ["auto", ...LINES]);
  text1(top["baseline"], ["baseline"]);
  if (typeof top["baseline"] === "string" && leadsOut(top["baseline"])) {
    report(
      ["baseline"],
      "The file must be below this folder: write a relative path without a way out of it.",
      "이 폴더 아래의 파일이어야 합니다. 폴더 밖으로 나가지 않는 상대 경로를 쓰십시오.",
    );
  }
  list(top["customRules"], ["customRules"], (item, path) => {
    const rule = objectAt(item, path, ["id", "select", "message", "severity"]);
    if (!rule) return;
    for (const key of ["id", "select", "message"]) text1(rule[key], [...path, key], true);
    oneOf(rule["severity"], [...path, "severity"], SEVERITIES);
    if (typeof rule["id"] === "string") own.add(rule["id"]);
    if (typeof rule["select"] !== "string" || !trusted) return;
    try {
      selectXPath(rule["select"], parseXml("<Server/>"), { left: 1000 });
    } catch (error) {
      if (error instanceof OutOfSteps) return;
      if (!(error instanceof XPathError)) throw error;
      report(
        [...path, "select"],
        `This is no XPath that selects nodes: ${error.message}`,
        `노드를 고르는 XPath가 아닙니다: ${error.message}`,
      );
    }
  });
  groups(top["groups"], ["groups"]);
  severities(top["rules"], ["rules"]);
  list(top["overrides"], ["overrides"], (item, path) => {
    const override = objectAt(item, path, ["files", "tomcat", "groups", "rules"]);
    if (!override) return;
    texts(override["files"], [...path, "files"]);
    oneOf(override["tomcat"], [...path, "tomcat"], ["auto", ...LINES]);
    groups(override["groups"], [...path, "groups"]);
    severities(override["rules"], [...path, "rules"]);
  });
  list(top["clusters"], ["clusters"], (item, path) => {
    const cluster = objectAt(item, path, ["name", "nodes"]);
    if (!cluster) return;
    text1(cluster["name"], [...path, "name"], true);
    texts(cluster["nodes"], [...path, "nodes"]);
  });
  return found;
}
