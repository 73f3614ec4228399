import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "acorn";
import { full } from "acorn-walk";
import { transform } from "esbuild";
import { analyse } from "scslre";

// JavaScript goes back over a text for each way an expression can be read: some expressions then cost the square of the
// text's length, some take hours for a line. What users write comes as long as they like.

const ROOT = fileURLToPath(new URL("../..", import.meta.url));

/** The sources; tables that are generated have no expressions. */
const FILES = ["server/src", "client/src"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".ts") && !/(?:^|[/\\])data[/\\]/.test(name))
    .map((name) => join(folder, name)),
);

interface Expression {
  readonly source: string;
  readonly flags: string;
}

/** The regular expressions that stand in a source. */
async function expressionsIn(typeScript: string): Promise<readonly Expression[]> {
  const { code } = await transform(typeScript, { loader: "ts", target: "es2022" });
  const found: Expression[] = [];
  full(parse(code, { ecmaVersion: "latest", sourceType: "module" }), (node) => {
    if (node.type === "Literal" && "regex" in node && node.regex) {
      found.push({ source: node.regex.pattern, flags: node.regex.flags });
    }
  });
  return found;
}

/** The regular expressions that modules put together while they are loaded. */
async function expressionsMadeBy(load: () => Promise<unknown>): Promise<readonly Expression[]> {
  const found: Expression[] = [];
  const original = globalThis.RegExp;
  globalThis.RegExp = new Proxy(original, {
    construct(target, given: [string, string?]) {
      const { source, flags } = new target(...given);
      found.push({ source, flags });
      return new target(...given);
    },
  });
  try {
    await load();
  } finally {
    globalThis.RegExp = original;
  }
  return found;
}

/** Why an expression may cost more than the length of a text; undefined where it does not. */
function superLinear({ source, flags }: Expression): string | undefined {
  const [report] = analyse({ source, flags }, { reportTypes: { Move: true, Self: true, Trade: true } }).reports;
  return report && `/${source}/${flags} (${report.type})`;
}

describe("no regular expression costs more than the length of a text", () => {
  test("those known to are told", async () => {
    const source = String.raw`const all: RegExp[] = [/\/+$/, /^(a*)*$/, /^\s*#.*$/gm, /^a+a+$/, /^[a-z]+$/i];`;
    assert.deepEqual(
      (await expressionsIn(source)).map((each) => superLinear(each) !== undefined),
      [true, true, true, true, false],
    );
  });

  test("those that are put together", async () => {
    const made = await expressionsMadeBy(async () => {
      await import("../../server/src/lsp/server.ts");
      await import("../../server/src/logs/formats/event.ts");
    });
    assert.notEqual(made.length, 0);
    assert.deepEqual(
      made.flatMap((each) => superLinear(each) ?? []),
      [],
    );
  });

  for (const file of FILES) {
    test(file, async () => {
      const expressions = await expressionsIn(readFileSync(join(ROOT, file), "utf8"));
      assert.deepEqual(
        expressions.flatMap((each) => superLinear(each) ?? []),
        [],
      );
    });
  }
});
