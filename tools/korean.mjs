// Takes the Korean texts out of what was bundled: each file gets a second one that is read when the first Korean text
// is asked for. Rules and all others write `{ en: …, ko: … }`, and need not know of it.
import { parse } from "acorn";

/** A file with less Korean than this, in characters, keeps it: one more file would cost more. */
const LEAST = 1500;

/** So many characters of two bytes can be written as escapes, which are longer. */
const FEW = 500;

const HANGUL = /[\u3131-\uD7A3]/;

/** What a function that stands in another file cannot do for the one it was taken from. */
const STAYS = new Set([
  "ThisExpression",
  "Super",
  "MetaProperty",
  "AwaitExpression",
  "YieldExpression",
  "AssignmentExpression",
  "UpdateExpression",
  "FunctionExpression",
  "ClassExpression",
  "BlockStatement",
]);

/** Nodes whose value is a text, or may be one where a particle or a part is chosen. */
const TEXTS = new Set(["Literal", "TemplateLiteral", "ConditionalExpression", "BinaryExpression", "CallExpression"]);

const FUNCTION = /^(?:Arrow)?Function|^MethodDefinition$|^PropertyDefinition$|^StaticBlock$/;

/**
 * The code of a file without its Korean texts, and that of the file `./NAME.ko.cjs` with them, which is absent where the
 * file keeps them. A text at the top is made when it is read, so that a start makes none. One in a function is made when
 * that runs, because a getter would keep all that the function knew, and is empty in a process that shows English only
 * (`showOnly`).
 */
export function withoutKorean(code, name) {
  const texts = [...koreanIn(parse(code, { ecmaVersion: 2023, allowHashBang: true }), code)];
  if (texts.reduce((sum, { node }) => sum + node.end - node.start, 0) < LEAST) return { code: ascii(code) };
  let rest = "";
  let at = 0;
  const functions = texts.map(({ node, property, atTop }, index) => {
    const text = code.slice(node.start, node.end);
    const names = [...freeNames(node)];
    const given = [index, ...names];
    rest += code.slice(at, property.start) + (atTop ? `get ko(){return $text(${given})}` : `ko:$said(${given})`);
    at = property.end;
    return `(${names})=>(${text})`;
  });
  const [, start] = /^((?:#!.*\n)?(?:"use strict";)?)/.exec(code);
  const body = (rest + code.slice(at)).slice(start.length);
  return {
    code: ascii(`${start}${PRELUDE.replace("NAME", name)}${body}`),
    korean: `module.exports=[${functions.join(",\n")}];\n`,
  };
}

/** `showOnly` of base/localized.ts keeps the language there. */
const PRELUDE =
  'let $texts;const $text=(n,...a)=>($texts??=require("./NAME.ko.cjs"))[n](...a),$only=Symbol.for("tomcat-cluster.language"),$said=(n,...a)=>globalThis[$only]==="en"?"":$text(n,...a);';

/** The Korean texts, in order, that can be taken out; none that is part of another. */
function* koreanIn(node, code, atTop = true) {
  if (node.type === "ObjectExpression") {
    const [english, korean] = ["en", "ko"].map((key) => node.properties.find((each) => each.key?.name === key));
    if (english && isTakenOut(korean, code, atTop)) {
      for (const each of node.properties) {
        if (each === korean) yield { node: korean.value, property: korean, atTop };
        else yield* koreanIn(each, code, atTop);
      }
      return;
    }
  }
  const inside = atTop && !FUNCTION.test(node.type);
  for (const child of childrenOf(node)) yield* koreanIn(child, code, inside);
}

function isTakenOut(property, code, atTop) {
  if (property?.kind !== "init" || property.method || property.shorthand) return false;
  const { value } = property;
  return (atTop || TEXTS.has(value.type)) && HANGUL.test(code.slice(value.start, value.end)) && canMove(value);
}

function canMove(node) {
  return !STAYS.has(node.type) && [...childrenOf(node)].every(canMove);
}

/** The names that an expression has from around it. */
function freeNames(node, known = new Set(), found = new Set()) {
  if (node.type === "Identifier") {
    if (!known.has(node.name) && node.name !== "undefined") found.add(node.name);
  } else if (node.type === "ArrowFunctionExpression") {
    const inside = new Set([...known, ...node.params.flatMap((each) => [...freeNames(each)])]);
    freeNames(node.body, inside, found);
  } else {
    const isName = (child) => (child === node.property || child === node.key) && !node.computed;
    for (const child of childrenOf(node)) {
      if (!isName(child) || node.value === child) freeNames(child, known, found);
    }
  }
  return found;
}

function* childrenOf(node) {
  for (const value of Object.values(node)) {
    for (const each of Array.isArray(value) ? value : [value]) if (typeof each?.type === "string") yield each;
  }
}

/** The same code without a character of two bytes where few are left, so that V8 keeps it in half the memory. */
function ascii(code) {
  if ((code.match(/[^\0-\x7f]/g)?.length ?? 0) > FEW) return code;
  return code.replace(/[^\0-\x7f]/g, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
