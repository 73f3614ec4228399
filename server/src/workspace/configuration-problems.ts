import {
  findNodeAtLocation,
  type JSONPath,
  type Node as JsonNode,
  type ParseError,
  parse,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import { type Span, span } from "../base/span.ts";
import type { RuleNames } from "../rules/names.ts";
import { GROUPS, SEVERITIES } from "../rules/rule.ts";
import { LINES } from "../schema/lines.ts";
import { parse as parseXml } from "../syntax/parse.ts";
import { OutOfSteps, selectXPath, XPathError } from "../syntax/xpath.ts";
import { globCost, globMatcher, globProblem } from "./glob.ts";

/** The most mistakes that are reported in one file. */
const MOST_PROBLEMS = 100;
/** Larger configurations are not read; in characters. */
const LARGEST = 256 * 1024;
/** The most entries of a list (overrides, clusters, rules, globs), and the longest text in characters. */
const MOST_ITEMS = 1000;
const LONGEST_TEXT = 2000;
/** What all globs may cost together: every file of the workspace is compared with each. */
const MOST_OF_GLOBS = 20_000;

const DECISIONS: readonly string[] = [...SEVERITIES, "off"];

/** A mistake in a configuration file. */
export interface ConfigurationProblem {
  readonly at: Span;
  readonly text: Localized;
  /** True where an editor that validates JSON with our schema reports the same. */
  readonly bySchema?: true;
  /** True where the configuration still applies. */
  readonly mild?: true;
}

/** The state of the files that a configuration names. */
export interface NamedFiles {
  /** The baseline it names: whether it can be read, and is one. */
  readonly baseline: "good" | "missing" | "none of ours" | undefined;
  /** The server.xml files, by their paths from the configuration's folder on; undefined where they are not known. */
  readonly servers: readonly string[] | undefined;
}

/** Names in a configuration without mistakes for which nothing exists. */
export function surroundingProblems(text: string, { baseline, servers }: NamedFiles): readonly ConfigurationProblem[] {
  const root = parseTree(text);
  const found: ConfigurationProblem[] = [];
  const report = (path: JSONPath, en: string, ko: string) => {
    const node = root && findNodeAtLocation(root, path);
    if (node) found.push({ at: span(node.offset, node.offset + node.length), text: { en, ko }, mild: true });
  };
  if (baseline === "missing") {
    report(
      ["baseline"],
      "This file is not there, so nothing is accepted. `tomcat-cluster check --update-baseline` makes it.",
      "이 파일이 없어 아무것도 허용하지 않습니다. `tomcat-cluster check --update-baseline`으로 만드십시오.",
    );
  } else if (baseline === "none of ours") {
    report(
      ["baseline"],
      "This file is no baseline, so nothing is accepted.",
      "베이스라인 파일이 아니어서 아무것도 허용하지 않습니다.",
    );
  }
  const clusters: unknown = parse(text)?.clusters;
  if (!servers || !Array.isArray(clusters)) return found;
  for (const [index, { nodes }] of clusters.entries()) {
    for (const [place, glob] of nodes.entries()) {
      if (found.length >= MOST_PROBLEMS || servers.some(globMatcher([glob]))) continue;
      report(
        ["clusters", index, "nodes", place],
        "No server.xml below this folder has such a path.",
        "이 폴더 아래에 이 경로와 맞는 server.xml이 없습니다.",
      );
    }
  }
  return found;
}

/**
 * The content of a configuration; it has the type Written where there are no problems. Rules and globs of a
 * configuration that is not trusted are not tried.
 */
export function readWritten(
  text: string,
  ruleNames: RuleNames,
  trusted: boolean,
): { readonly content?: unknown; readonly problems: readonly ConfigurationProblem[] } {
  if (text.length > LARGEST) {
    const limit = `${LARGEST / 1024} kB`;
    return {
      problems: [
        {
          at: span(0, 0),
          text: { en: `Larger than ${limit}: it is not read.`, ko: `${limit}보다 커서 읽지 않았습니다.` },
        },
      ],
    };
  }
  try {
    const errors: ParseError[] = [];
    const content = contentOf(parseTree(text, errors, { allowTrailingComma: true }));
    const syntax = errors.slice(0, MOST_PROBLEMS).map(
      ({ offset, length, error }): ConfigurationProblem => ({
        at: span(offset, offset + length),
        text: SYNTAX[printParseErrorCode(error)] ?? NO_JSON,
        bySchema: true,
      }),
    );
    return { content, problems: syntax.length > 0 ? syntax : problemsIn(content, text, ruleNames, trusted) };
  } catch (error) {
    // jsonc-parser calls itself for each level.
    if (!(error instanceof RangeError)) throw error;
    const tooDeep = {
      en: "It is nested too deeply to be read.",
      ko: "너무 깊이 중첩되어 읽을 수 없습니다.",
    };
    return { problems: [{ at: span(0, text.length), text: tooDeep }] };
  }
}

/** What a tree stands for. jsonc-parser's own `parse` makes `__proto__` what an object inherits; here it is a name. */
function contentOf(node: JsonNode | undefined): unknown {
  if (node?.type === "array") return node.children?.map(contentOf);
  if (node?.type !== "object") return node?.value;
  return Object.fromEntries(
    (node.children ?? []).map(({ children: [name, value] = [] }): readonly [string, unknown] => [
      String(name?.value),
      contentOf(value),
    ]),
  );
}

const NO_JSON: Localized = { en: "This is no JSON.", ko: "JSON이 아닙니다." };

/** By the parser's names for them. */
const SYNTAX: Readonly<Record<string, Localized>> = {
  InvalidSymbol: {
    en: "This word is no JSON: write texts in double quotes.",
    ko: "JSON에 없는 단어입니다. 문자열은 큰따옴표로 묶으십시오.",
  },
  InvalidNumberFormat: { en: "This is no number.", ko: "숫자가 아닙니다." },
  PropertyNameExpected: {
    en: "A name in double quotes is expected here.",
    ko: "여기에는 큰따옴표로 묶은 이름이 와야 합니다.",
  },
  ValueExpected: { en: "A value is expected here.", ko: "여기에는 값이 와야 합니다." },
  ColonExpected: { en: "A colon is expected here.", ko: "여기에는 쌍점(:)이 와야 합니다." },
  CommaExpected: { en: "A comma is expected here.", ko: "여기에는 쉼표가 와야 합니다." },
  CloseBraceExpected: { en: "The closing } is missing.", ko: "닫는 }가 없습니다." },
  CloseBracketExpected: { en: "The closing ] is missing.", ko: "닫는 ]가 없습니다." },
  EndOfFileExpected: {
    en: "The file ends before this: take it out.",
    ko: "파일은 이 앞에서 끝나야 합니다. 제거하십시오.",
  },
  UnexpectedEndOfComment: { en: "This comment does not end.", ko: "주석이 끝나지 않습니다." },
  UnexpectedEndOfString: {
    en: "This text does not end: the closing quote is missing.",
    ko: "문자열이 끝나지 않습니다. 닫는 따옴표가 없습니다.",
  },
  UnexpectedEndOfNumber: { en: "This number does not end.", ko: "숫자가 끝나지 않습니다." },
  InvalidUnicode: {
    en: "\\u is followed by four hexadecimal digits.",
    ko: "\\u 뒤에는 16진수 네 자리가 와야 합니다.",
  },
  InvalidEscapeCharacter: {
    en: "JSON has no such escape: write \\\\ for a backslash.",
    ko: "JSON에 없는 이스케이프입니다. 역슬래시는 \\\\로 쓰십시오.",
  },
  InvalidCharacter: {
    en: "This character may stand here only as an escape such as \\n.",
    ko: "이 문자는 \\n과 같은 이스케이프로만 쓸 수 있습니다.",
  },
};

const WRONG_GLOBS: Readonly<Record<NonNullable<ReturnType<typeof globProblem>>, Localized>> = {
  long: { en: "This glob is too long.", ko: "glob이 너무 깁니다." },
  braces: { en: "The braces stand for too many globs.", ko: "중괄호가 나타내는 glob이 너무 많습니다." },
  parentheses: {
    en: "Patterns in parentheses are not known here. Write {a,b}.",
    ko: "괄호 패턴은 쓸 수 없습니다. {a,b}로 쓰십시오.",
  },
};

/** True for a path that ends above or beside the folder it starts from, on any system. Links are not followed. */
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
  const say = (path: JSONPath, en: string, ko: string, bySchema: boolean) => {
    // Finding a place reads the text from its start, so the number of problems is limited.
    if (found.length === MOST_PROBLEMS) return;
    const node = root && findNodeAtLocation(root, path);
    const at = node ? span(node.offset, node.offset + node.length) : span(0, Math.min(1, text.length));
    found.push({ at, text: { en, ko }, ...(bySchema ? { bySchema } : {}) });
  };
  const report = (path: JSONPath, en: string, ko: string) => say(path, en, ko, false);
  /** Reports a mistake that the JSON Schema finds too. */
  const reportForm = (path: JSONPath, en: string, ko: string) => say(path, en, ko, true);
  const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
    typeof value === "object" && value !== null && !Array.isArray(value);
  /** Reports keys that are not among these, and gives back the object; undefined when it is none. */
  const objectAt = (value: unknown, path: JSONPath, keys: readonly string[]) => {
    if (!isObject(value)) {
      reportForm(path, "An object is expected here.", "여기에는 객체가 와야 합니다.");
      return undefined;
    }
    for (const key of Object.keys(value)) {
      if (keys.includes(key)) continue;
      reportForm(
        [...path, key],
        `${key} is not known here. Known: ${keys.join(", ")}.`,
        `${josa(key, "은")} 여기서 쓸 수 없습니다. 가능: ${keys.join(", ")}.`,
      );
    }
    return value;
  };
  const text1 = (value: unknown, path: JSONPath, required = false) => {
    if (value === undefined ? required : typeof value !== "string" || value === "") {
      reportForm(path, "A text is expected here.", "여기에는 문자열이 와야 합니다.");
    } else if (typeof value === "string" && value.length > LONGEST_TEXT) {
      report(path, `Longer than ${LONGEST_TEXT} characters.`, `${LONGEST_TEXT}자보다 깁니다.`);
    }
  };
  const oneOf = (value: unknown, path: JSONPath, words: readonly string[]) => {
    if (value === undefined || (typeof value === "string" && words.includes(value))) return;
    reportForm(path, `One of ${words.join(", ")} is expected here.`, `${words.join(", ")} 중 하나여야 합니다.`);
  };
  let globs = 0;
  const texts = (value: unknown, path: JSONPath) => {
    if (!Array.isArray(value) || value.length === 0 || !value.every((each) => typeof each === "string")) {
      reportForm(path, "A list of globs is expected here.", "여기에는 glob 목록이 와야 합니다.");
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
    else reportForm(path, "A list is expected here.", "여기에는 목록이 와야 합니다.");
  };
  const own = new Set<string>();
  const severities = (value: unknown, path: JSONPath) => {
    if (value === undefined) return;
    if (!isObject(value)) return reportForm(path, "An object is expected here.", "여기에는 객체가 와야 합니다.");
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
    if (typeof rule["id"] === "string") {
      own.add(rule["id"]);
      if (ruleNames.has(rule["id"])) {
        report(
          [...path, "id"],
          `${rule["id"]} is a rule of this program already: give yours another name.`,
          `${josa(rule["id"], "은")} 이미 있는 규칙의 이름입니다. 다른 이름을 쓰십시오.`,
        );
      }
    }
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
