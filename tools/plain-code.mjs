// What rolldown writes around modules, so that V8 has less to read and to do at a start.
import { parse } from "acorn";
import { full } from "acorn-walk";

/** A CommonJS module in a bundle, as an arrow function. */
const MODULE = /(\/\* @__PURE__ \*\/ ?[\w$.]+\(\()(?:\(([\w$,]*)\)|([\w$]+))=>\{/g;

/** What one bundle gives to others: a name and the binding behind it. */
const EXPORT = /Object\.defineProperty\(exports,"([\w$]+)",\{enumerable:!0,get:function\(\)\{return ([\w$]+)\}\}\)/g;

/**
 * The code of a bundled file that does the same. V8 compiles a function in brackets at once, but reads an arrow function
 * over and compiles it again when it is called; a module of a package has no `this` of its own, so it can be either.
 * What is exported and never assigned again needs no getter.
 */
export function plainCode(code) {
  const changing = changingNames(code);
  return code
    .replace(MODULE, (_, before, several, one) => `${before}function(${several ?? one}){`)
    .replace(EXPORT, (whole, name, binding) => (changing.has(binding) ? whole : `exports.${name}=${binding}`));
}

/** Every name that something is assigned to after its declaration. */
function changingNames(code) {
  const names = new Set();
  full(parse(code, { ecmaVersion: 2023, allowHashBang: true }), (node) => {
    const target = node.type === "AssignmentExpression" ? node.left : node.type === "UpdateExpression" && node.argument;
    if (target) full(target, (part) => part.name !== undefined && names.add(part.name));
    if (node.type === "VariableDeclarator" && !node.init && node.id.name !== undefined) names.add(node.id.name);
  });
  return names;
}
