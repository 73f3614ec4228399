import assert from "node:assert/strict";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { test } from "node:test";
import oniguruma from "vscode-oniguruma";
import textmate, { type IRawGrammar, type StateStack } from "vscode-textmate";

const require = createRequire(import.meta.url);
const url = (path: string) => new URL(path, import.meta.url);
const INJECTION = "tomcat-cluster.injection";
const grammars: Readonly<Record<string, string>> = {
  "text.xml": require.resolve("tm-grammars/grammars/xml.json"),
  [INJECTION]: url("../../../syntaxes/tomcat-injection.tmLanguage.json").pathname,
};

/** Each line of the sample, and below it what the injection says of its parts. */
async function scopes(text: string): Promise<string> {
  const wasm = readFileSync(require.resolve("vscode-oniguruma/release/onig.wasm"));
  await oniguruma.loadWASM(wasm);
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
      createOnigString: (line) => new oniguruma.OnigString(line),
    }),
    loadGrammar: (scope) => {
      const path = grammars[scope];
      const raw: IRawGrammar | null = path ? textmate.parseRawGrammar(readFileSync(path, "utf8"), path) : null;
      return Promise.resolve(raw);
    },
    getInjections: (scope) => (scope === "text.xml" ? [INJECTION] : undefined),
  });
  const grammar = await registry.loadGrammar("text.xml");
  assert.ok(grammar);
  let state: StateStack | null = null;
  const rows: string[] = [];
  for (const line of text.trimEnd().split("\n")) {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    rows.push(line);
    for (const token of result.tokens) {
      const ours = token.scopes.filter((scope) => scope.endsWith(".tomcat")).at(-1);
      if (!ours) continue;
      rows.push(`${" ".repeat(token.startIndex)}${"^".repeat(token.endIndex - token.startIndex)} ${ours}`);
    }
  }
  return `${rows.join("\n")}\n`;
}

test("placeholders, class names and options are coloured inside values only", async () => {
  const expected = url("sample.scopes.txt");
  const actual = await scopes(readFileSync(url("sample.xml"), "utf8"));
  if (process.env["UPDATE_FIXTURES"] || !existsSync(expected)) writeFileSync(expected, actual);
  assert.equal(actual, readFileSync(expected, "utf8"));
});
