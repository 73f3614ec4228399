import { blanked } from "../base/blanked.ts";
import { Lines } from "../base/lines.ts";

/** An object that a JSP makes and puts into the session. */
export interface JspAttribute {
  /** The attribute's name, where it is a literal. */
  readonly name: string | undefined;
  /** The class as it is written: `shop.Cart`, or `Cart` where an import says the rest. */
  readonly type: string;
  /** From 1. */
  readonly line: number;
}

export interface JspFacts {
  /** `shop.Cart`, `shop.*`. */
  readonly imports: readonly string[];
  readonly attributes: readonly JspAttribute[];
  /** True where it begins a session for each request that comes without one, whatever it does then. */
  readonly beginsSession: boolean;
}

/** How long a tag or a call is looked at. */
const WINDOW = 2000;
/** A longer text is no page that people write, and of more imports than these none is looked at. */
const LONGEST = 200_000;
const MOST_IMPORTS = 100;

const COMMENT = /<%--[\s\S]*?(?:--%>|$)/g;
const SCRIPTLET = /<%(?![@=!-])([\s\S]*?)(?:%>|$)/g;
/** Comments and literals of Java; an unclosed one ends with its line, or with the text. */
const JAVA_ASIDE = /\/\/[^\n]*|\/\*[\s\S]*?(?:\*\/|$)|(["'])(?:\\.|(?!\1)[^\\\n])*\1?/g;
const ATTRIBUTE = /(?<![\w:])([\w:]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;
/** `.setAttribute("name", new Type(`. */
const SETTER = String.raw`\s*\.\s*setAttribute\s*\(\s*("[^"]*"|[\w.]+)\s*,\s*new\s+([\w.$]+)\s*\(`;
const BY_VARIABLE = new RegExp(String.raw`^(\w+)${SETTER}`);
const BY_REQUEST = new RegExp(String.raw`^(request)\s*\.\s*getSession\s*\(\s*(?:(?:true|false)\s*)?\)${SETTER}`);
/** Sessions in variables, and how many are looked at. */
const VARIABLE = /(?<![\w.$])HttpSession\s+(\w+)\s*=/g;
const MOST_VARIABLES = 20;
/** Classes that each page names without an import, and that are not Serializable. */
const IMPORTED = new Set(["Object", "Thread"]);

/**
 * What a JSP puts into the session: `<jsp:useBean scope="session">`, and `session.setAttribute("name", new Type(…))` in its
 * Java, where the session may come from the request or be in a variable. What a comment holds counts for nothing.
 *
 * Source: org.apache.jasper.compiler.Generator.GenerateVisitor.visit(Node.UseBean).
 */
export function readJsp(text: string): JspFacts {
  if (text.length > LONGEST) return { imports: [], attributes: [], beginsSession: false };
  const shown = text.replace(COMMENT, blanked);
  const lines = new Lines(text);
  const lineAt = (offset: number) => lines.positionAt(offset).line + 1;
  const attributes: JspAttribute[] = [];
  for (const at of placesOf(shown, "<jsp:useBean")) {
    const bean = attributesAt(shown, at);
    const type = bean.get("class");
    if (bean.get("scope") !== "session" || type === undefined || !/^[\w.$]+$/.test(type)) continue;
    attributes.push({ name: bean.get("id"), type, line: lineAt(at) });
  }
  for (const { at, ...put } of callsIn(shown)) attributes.push({ ...put, line: lineAt(at) });
  const imports: string[] = [];
  for (const at of placesOf(shown, "<%@")) {
    const list = attributesAt(shown, at).get("import");
    if (list !== undefined) imports.push(...list.split(",").map((each) => each.trim()));
  }
  return { imports: imports.length > MOST_IMPORTS ? [] : imports, attributes, beginsSession: beginsSession(shown) };
}

/**
 * Whether the servlet made of a page asks for the session: it does unless a page directive says no, which may stand in
 * what the page includes too.
 *
 * Source: Generator.generatePreamble (org.apache.jasper.compiler), PageContextImpl.initialize (Jasper), 7.0 to 11.0.
 */
function beginsSession(shown: string): boolean {
  if (/<%@\s*include\b|<jsp:(?:directive|root)\b/.test(shown)) return false;
  for (const at of placesOf(shown, "<%@")) if (attributesAt(shown, at).get("session") === "false") return false;
  return true;
}

interface Call extends Omit<JspAttribute, "line"> {
  readonly at: number;
}

/** What the Java of a page puts into the session, in its order. */
function callsIn(page: string): readonly Call[] {
  const scriptlets = Array.from(page.matchAll(SCRIPTLET), ({ 1: java = "", index, 0: whole }) => ({
    java,
    code: java.replace(JAVA_ASIDE, emptied),
    start: index + whole.indexOf(java),
  }));
  const variables = sessionsIn(scriptlets.map(({ code }) => code).join("\n"));
  const calls = scriptlets.flatMap(({ java, code, start }) =>
    [...variables, "request"].flatMap((word) =>
      Array.from(placesOf(code, word)).flatMap((at): readonly Call[] => {
        const call = (word === "request" ? BY_REQUEST : BY_VARIABLE).exec(code.slice(at, at + WINDOW));
        if (call?.[1] !== word || /[\w.$]/.test(code.charAt(at - 1))) return [];
        const [written, , first = "", type = ""] = call;
        if (!endsArgument(code, at + written.length)) return [];
        const literal = first.startsWith('"') ? /"([^"]*)"/.exec(java.slice(at, at + written.length))?.[1] : undefined;
        return [{ name: literal, type, at: start + at }];
      }),
    ),
  );
  return calls.sort((one, other) => one.at - other.at);
}

/** `session`, and the variables that some Java declares as sessions and as nothing else. */
function sessionsIn(code: string): readonly string[] {
  const names = new Set(Array.from(code.matchAll(VARIABLE), ([, name = ""]) => name));
  const others = Array.from(code.matchAll(/(?<![\w>\]])([\w>\]]+)\s+(\w+)\s*[=;:,)]/g));
  for (const [, type, name = ""] of others) if (type !== "HttpSession") names.delete(name);
  return ["session", ...[...names].filter((each) => each !== "session").slice(0, MOST_VARIABLES)];
}

/**
 * The class a name in a JSP stands for, as class files write it; undefined where that is not sure.
 *
 * @param has whether the application has a class
 */
export function classNamed(
  name: string,
  imports: readonly string[],
  has: (name: string) => boolean,
): string | undefined {
  if (name.includes(".")) return slashed(name);
  const single = imports.find((each) => each.endsWith(`.${name}`));
  if (single !== undefined) return slashed(single);
  const found = imports.flatMap((each) => {
    const candidate = each.endsWith(".*") ? slashed(`${each.slice(0, -1)}${name}`) : "";
    return has(candidate) ? [candidate] : [];
  });
  if (found.length === 1) return found[0];
  return found.length === 0 && IMPORTED.has(name) ? `java/lang/${name}` : undefined;
}

function slashed(name: string): string {
  return name.replaceAll(".", "/");
}

function* placesOf(text: string, word: string): Generator<number> {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length)) yield at;
}

/** The attributes of the tag that begins at an offset. */
function attributesAt(text: string, at: number): ReadonlyMap<string, string> {
  const tag = text.slice(at, at + WINDOW);
  const found = new Map<string, string>();
  const end = tag.indexOf(">");
  for (const [, name = "", quoted, single] of tag.slice(0, end < 0 ? undefined : end).matchAll(ATTRIBUTE)) {
    found.set(name, quoted ?? single ?? "");
  }
  return found;
}

/** True where nothing but `)` follows the parenthesis that ends here: no call of a method, no body of a class. */
function endsArgument(code: string, at: number): boolean {
  const rest = code.slice(at, at + WINDOW);
  let depth = 1;
  for (let index = 0; index < rest.length; index++) {
    const character = rest.charAt(index);
    if (character === "(") depth++;
    if (character === ")") depth--;
    if (depth === 0) return /^\s*\)/.test(rest.slice(index + 1));
  }
  return false;
}

/** A comment is blank, a literal keeps its quotes. */
function emptied(text: string): string {
  return text.startsWith("/") || text.length < 2
    ? blanked(text)
    : text.charAt(0) + blanked(text.slice(1, -1)) + text.slice(-1);
}
