import { findNodeAtLocation, type JSONPath, parseTree } from "jsonc-parser";
import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import { span } from "../base/span.ts";
import type { RuleNames } from "../rules/names.ts";
import { GROUPS, SEVERITIES } from "../rules/rule.ts";
import { LINES } from "../schema/lines.ts";
import { parse as parseXml } from "../syntax/parse.ts";
import { OutOfSteps, selectXPath, XPathError } from "../syntax/xpath.ts";
import type { ConfigurationProblem } from "./configuration-problem.ts";
import { globCost, globProblem } from "./glob.ts";

/** The most mistakes that are reported in one file. */
export const MOST_PROBLEMS = 100;
/** The most entries of a list (overrides, clusters, rules, globs), and the longest text in characters. */
export const MOST_ITEMS = 1000;
const LONGEST_TEXT = 2000;
/** What all globs may cost together: every file of the workspace is compared with each. */
export const MOST_OF_GLOBS = 20_000;

const DECISIONS: readonly string[] = [...SEVERITIES, "off"];

const WRONG_GLOBS: Readonly<Record<NonNullable<ReturnType<typeof globProblem>>, Localized>> = {
  long: { en: "This glob is too long.", ko: "glob이 너무 깁니다." },
  braces: { en: "The braces stand for too many globs.", ko: "중괄호가 나타내는 glob이 너무 많습니다." },
  parentheses: {
    en: "Patterns in parentheses are not known here. Write {a,b}.",
    ko: "괄호 패턴은 쓸 수 없습니다. {a,b}로 쓰십시오.",
  },
};

/** True for a path that ends above or beside the folder it starts from, on any system. Links are not followed. */
export function leadsOut(path: string): boolean {
  if (/^([/\\]|[a-z]:)/i.test(path)) return true;
  let depth = 0;
  for (const name of path.split(/[/\\]/)) {
    if (name === "..") depth--;
    else if (name !== "." && name !== "") depth++;
    if (depth < 0) return true;
  }
  return false;
}

/**
 * The mistakes in the content of a configuration. It is checked by hand: a schema validator would be ten times as large as
 * what it replaces here.
 */
export function formProblems(
  content: unknown,
  text: string,
  ruleNames: RuleNames,
  trusted: boolean,
): readonly ConfigurationProblem[] {
  return new FormCheck(text, ruleNames, trusted).problemsIn(content);
}

type Written = Readonly<Record<string, unknown>>;

export function isObject(value: unknown): value is Written {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const TOP = ["$schema", "tomcat", "groups", "rules", "overrides", "clusters", "baseline", "customRules"];

class FormCheck {
  readonly #text: string;
  readonly #ruleNames: RuleNames;
  readonly #trusted: boolean;
  readonly #root: ReturnType<typeof parseTree>;
  readonly #found: ConfigurationProblem[] = [];
  /** The ids of the configuration's own rules. */
  readonly #own = new Set<string>();
  /** What the globs so far cost together. */
  #globs = 0;

  constructor(text: string, ruleNames: RuleNames, trusted: boolean) {
    this.#text = text;
    this.#root = parseTree(text);
    this.#ruleNames = ruleNames;
    this.#trusted = trusted;
  }

  problemsIn(content: unknown): readonly ConfigurationProblem[] {
    const top = this.#object(content, [], TOP);
    if (!top) return this.#found;
    this.#oneOf(top["tomcat"], ["tomcat"], ["auto", ...LINES]);
    this.#baseline(top["baseline"], ["baseline"]);
    this.#list(top["customRules"], ["customRules"], (item, path) => this.#customRule(item, path));
    this.#groups(top["groups"], ["groups"]);
    this.#severities(top["rules"], ["rules"]);
    this.#list(top["overrides"], ["overrides"], (item, path) => this.#override(item, path));
    this.#list(top["clusters"], ["clusters"], (item, path) => this.#cluster(item, path));
    return this.#found;
  }

  #baseline(value: unknown, path: JSONPath): void {
    this.#oneText(value, path);
    if (typeof value !== "string" || !leadsOut(value)) return;
    this.#report(
      path,
      "The file must be below this folder: write a relative path without a way out of it.",
      "이 폴더 아래의 파일이어야 합니다. 폴더 밖으로 나가지 않는 상대 경로를 쓰십시오.",
    );
  }

  #customRule(item: unknown, path: JSONPath): void {
    const rule = this.#object(item, path, ["id", "select", "message", "severity"]);
    if (!rule) return;
    for (const key of ["id", "select", "message"]) this.#oneText(rule[key], [...path, key], true);
    this.#oneOf(rule["severity"], [...path, "severity"], SEVERITIES);
    const { id, select } = rule;
    if (typeof id === "string") {
      this.#own.add(id);
      if (this.#ruleNames.has(id)) {
        this.#report(
          [...path, "id"],
          `${id} is a rule of this program already: give yours another name.`,
          `${josa(id, "은")} 이미 있는 규칙의 이름입니다. 다른 이름을 쓰십시오.`,
        );
      }
    }
    if (typeof select === "string" && this.#trusted) this.#xpath(select, [...path, "select"]);
  }

  /** Tries an expression on a small document. */
  #xpath(select: string, path: JSONPath): void {
    try {
      selectXPath(select, parseXml("<Server/>"), { left: 1000 });
    } catch (error) {
      if (error instanceof OutOfSteps) return;
      if (!(error instanceof XPathError)) throw error;
      this.#report(
        path,
        `This is no XPath that selects nodes: ${error.message}`,
        `노드를 고르는 XPath가 아닙니다: ${error.message}`,
      );
    }
  }

  #override(item: unknown, path: JSONPath): void {
    const override = this.#object(item, path, ["files", "tomcat", "groups", "rules"]);
    if (!override) return;
    this.#listOfGlobs(override["files"], [...path, "files"]);
    this.#oneOf(override["tomcat"], [...path, "tomcat"], ["auto", ...LINES]);
    this.#groups(override["groups"], [...path, "groups"]);
    this.#severities(override["rules"], [...path, "rules"]);
  }

  #cluster(item: unknown, path: JSONPath): void {
    const cluster = this.#object(item, path, ["name", "nodes"]);
    if (!cluster) return;
    this.#oneText(cluster["name"], [...path, "name"], true);
    this.#listOfGlobs(cluster["nodes"], [...path, "nodes"]);
  }

  #groups(value: unknown, path: JSONPath): void {
    if (value === undefined) return;
    const written = this.#object(value, path, Object.keys(GROUPS));
    for (const [group, severity] of Object.entries(written ?? {})) this.#oneOf(severity, [...path, group], DECISIONS);
  }

  #severities(value: unknown, path: JSONPath): void {
    if (value === undefined) return;
    if (!isObject(value)) {
      this.#reportForm(path, "An object is expected here.", "여기에는 객체가 와야 합니다.");
      return;
    }
    for (const [id, severity] of Object.entries(value)) {
      if (!this.#ruleNames.has(id) && !this.#own.has(id))
        this.#report([...path, id], `There is no rule ${id}.`, `${id} 규칙은 없습니다.`);
      this.#oneOf(severity, [...path, id], DECISIONS);
    }
  }

  #listOfGlobs(value: unknown, path: JSONPath): void {
    if (!Array.isArray(value) || value.length === 0 || !value.every((each) => typeof each === "string")) {
      this.#reportForm(path, "A list of globs is expected here.", "여기에는 glob 목록이 와야 합니다.");
      return;
    }
    this.#list(value, path, (glob, place) => {
      const wrong = typeof glob === "string" ? globProblem(glob) : undefined;
      if (wrong) this.#report(place, WRONG_GLOBS[wrong].en, WRONG_GLOBS[wrong].ko);
      if (this.#globs > MOST_OF_GLOBS || typeof glob !== "string") return;
      this.#globs += globCost(glob);
      if (this.#globs > MOST_OF_GLOBS)
        this.#report(place, "The globs up to here are too long together.", "여기까지의 glob이 합쳐서 너무 깁니다.");
    });
  }

  #list(value: unknown, path: JSONPath, each: (item: unknown, path: JSONPath) => void): void {
    if (value === undefined) return;
    if (Array.isArray(value) && value.length > MOST_ITEMS) {
      this.#report(path, `More than ${MOST_ITEMS} entries.`, `항목이 ${MOST_ITEMS}개를 넘습니다.`);
    } else if (Array.isArray(value)) for (const [index, item] of value.entries()) each(item, [...path, index]);
    else this.#reportForm(path, "A list is expected here.", "여기에는 목록이 와야 합니다.");
  }

  /** Reports keys that are not among these, and gives back the object; undefined when it is none. */
  #object(value: unknown, path: JSONPath, keys: readonly string[]): Written | undefined {
    if (!isObject(value)) {
      this.#reportForm(path, "An object is expected here.", "여기에는 객체가 와야 합니다.");
      return undefined;
    }
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      this.#reportForm(
        [...path, key],
        `${key} is not known here. Known: ${keys.join(", ")}.`,
        `${josa(key, "은")} 여기서 쓸 수 없습니다. 가능: ${keys.join(", ")}.`,
      );
    }
    return value;
  }

  #oneText(value: unknown, path: JSONPath, required = false): void {
    if (value === undefined ? required : typeof value !== "string" || value === "") {
      this.#reportForm(path, "A text is expected here.", "여기에는 문자열이 와야 합니다.");
    } else if (typeof value === "string" && value.length > LONGEST_TEXT) {
      this.#report(path, `Longer than ${LONGEST_TEXT} characters.`, `${LONGEST_TEXT}자보다 깁니다.`);
    }
  }

  #oneOf(value: unknown, path: JSONPath, words: readonly string[]): void {
    if (value === undefined || (typeof value === "string" && words.includes(value))) return;
    this.#reportForm(path, `One of ${words.join(", ")} is expected here.`, `${words.join(", ")} 중 하나여야 합니다.`);
  }

  #report(path: JSONPath, en: string, ko: string): void {
    this.#say(path, { en, ko }, false);
  }

  /** Reports a mistake that the JSON Schema finds too. */
  #reportForm(path: JSONPath, en: string, ko: string): void {
    this.#say(path, { en, ko }, true);
  }

  #say(path: JSONPath, text: Localized, bySchema: boolean): void {
    // Finding a place reads the text from its start, so the number of problems is limited.
    if (this.#found.length === MOST_PROBLEMS) return;
    const node = this.#root && findNodeAtLocation(this.#root, path);
    const at = node ? span(node.offset, node.offset + node.length) : span(0, Math.min(1, this.#text.length));
    this.#found.push({ at, text, ...(bySchema ? { bySchema } : {}) });
  }
}
