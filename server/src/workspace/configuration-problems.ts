import {
  findNodeAtLocation,
  type JSONPath,
  type Node as JsonNode,
  type ParseError,
  parseTree,
  printParseErrorCode,
} from "jsonc-parser";
import type { Localized } from "../base/localized.ts";
import { span } from "../base/span.ts";
import type { RuleNames } from "../rules/names.ts";
import { formProblems, MOST_PROBLEMS } from "./configuration-form.ts";
import { type Named, NOTHING_NAMED, namedIn } from "./configuration-named.ts";
import type { ConfigurationProblem } from "./configuration-problem.ts";
import { globMatcher } from "./glob.ts";

/** Larger configurations are not read; in characters. */
const LARGEST = 256 * 1024;
/** The state of the files that a configuration names. */
export interface NamedFiles {
  /** The baseline it names: whether it can be read, and is one. */
  readonly baseline: "good" | "missing" | "none of ours" | undefined;
  /** The server.xml files, by their paths from the configuration's folder on; undefined where they are not known. */
  readonly servers: readonly string[] | undefined;
}

/** Names in a configuration for which nothing exists. */
export function surroundingProblems(
  text: string,
  { nodes }: Named,
  { baseline, servers }: NamedFiles,
): readonly ConfigurationProblem[] {
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
  for (const { glob, path } of servers ? nodes : []) {
    if (found.length >= MOST_PROBLEMS) break;
    if (servers?.some(globMatcher([glob]))) continue;
    report(
      path,
      "No server.xml below this folder has such a path.",
      "이 폴더 아래에 이 경로와 맞는 server.xml이 없습니다.",
    );
  }
  return found;
}

/**
 * The content of a configuration; it has the type Written where there are no problems. Rules and globs of a
 * configuration that is not trusted are not tried. Of a text that is no JSON nothing is known to be named.
 */
export function readWritten(
  text: string,
  ruleNames: RuleNames,
  trusted: boolean,
): { readonly content?: unknown; readonly named: Named; readonly problems: readonly ConfigurationProblem[] } {
  if (text.length > LARGEST) {
    const limit = `${LARGEST / 1024} kB`;
    return {
      named: NOTHING_NAMED,
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
    return syntax.length > 0
      ? { content, named: NOTHING_NAMED, problems: syntax }
      : { content, named: namedIn(content, trusted), problems: formProblems(content, text, ruleNames, trusted) };
  } catch (error) {
    // jsonc-parser calls itself for each level.
    if (!(error instanceof RangeError)) throw error;
    const tooDeep = {
      en: "It is nested too deeply to be read.",
      ko: "너무 깊이 중첩되어 읽을 수 없습니다.",
    };
    return { named: NOTHING_NAMED, problems: [{ at: span(0, text.length), text: tooDeep }] };
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
