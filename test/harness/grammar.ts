import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import oniguruma from "vscode-oniguruma";
import textmate, { type IRawGrammar, type StateStack } from "vscode-textmate";

const require = createRequire(import.meta.url);
const INJECTION = "tomcat-cluster.injection";
const grammars: Readonly<Record<string, string>> = {
  "text.xml": require.resolve("tm-grammars/grammars/xml.json"),
  [INJECTION]: new URL("../../syntaxes/tomcat-injection.tmLanguage.json", import.meta.url).pathname,
};

/** A part of a line that our injection names; offsets within the line. */
export interface ScopedPart {
  readonly line: number;
  readonly start: number;
  readonly end: number;
  readonly scope: string;
}

/** What VS Code's own engine makes of a text with its XML grammar and our injection. */
export async function scopesOf(text: string): Promise<readonly ScopedPart[]> {
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
  const parts: ScopedPart[] = [];
  for (const [line, content] of text.split("\n").entries()) {
    const result = grammar.tokenizeLine(content, state);
    state = result.ruleStack;
    for (const { scopes, startIndex, endIndex } of result.tokens) {
      const scope = scopes.filter((each) => each.endsWith(".tomcat")).at(-1);
      if (scope) parts.push({ line, start: startIndex, end: endIndex, scope });
    }
  }
  return parts;
}
