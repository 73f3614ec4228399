import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

/** A Korean sees no English but names: every text for users is looked for, in the place where it comes from. */

const ROOT = fileURLToPath(new URL("../../..", import.meta.url));
const read = (path: string) => readFileSync(join(ROOT, path), "utf8");
const json = (path: string) => JSON.parse(read(path));
const HANGUL = /[가-힣]/;

/** What is called the same in every language. */
const NAMES = new Set(["Tomcat Cluster"]);

function sourcesBelow(folder: string): readonly { readonly path: string; readonly text: string }[] {
  return readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith(".ts"))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ path: path.slice(ROOT.length), text: readFileSync(path, "utf8") }));
}

/** Keys of the manifest whose values are read by users. */
const SHOWN = new Set([
  ...["title", "label", "description", "markdownDescription", "displayName", "contents", "contextualTitle", "category"],
  ...["deprecationMessage", "markdownDeprecationMessage"],
]);
const SHOWN_LISTS = new Set(["enumDescriptions", "markdownEnumDescriptions", "enumItemLabels"]);

test("every text of the manifest has a Korean one", () => {
  const en: Readonly<Record<string, string>> = json("package.nls.json");
  const ko: Readonly<Record<string, string>> = json("package.nls.ko.json");
  const used = new Set<string>();
  const wrong: string[] = [];
  const look = (value: unknown, key: string, way: string): void => {
    if (Array.isArray(value)) {
      for (const [index, each] of value.entries()) look(each, SHOWN_LISTS.has(key) ? "label" : "", `${way}[${index}]`);
    } else if (typeof value === "object" && value !== null) {
      for (const [name, each] of Object.entries(value)) {
        const ofView = way.includes("views") && name === "name";
        look(each, ofView ? "title" : name, `${way}.${name}`);
      }
    } else if (typeof value === "string") {
      const name = /^%(.+)%$/.exec(value)?.[1];
      if (name !== undefined) {
        used.add(name);
        if (en[name] === undefined || ko[name] === undefined) wrong.push(`${way}: ${name} is missing`);
        else if (!HANGUL.test(ko[name]) && !NAMES.has(ko[name])) wrong.push(`${way}: ${ko[name]}`);
      } else if (SHOWN.has(key) && !NAMES.has(value)) wrong.push(`${way}: ${value}`);
    }
  };
  const { contributes, capabilities, displayName, description } = json("package.json");
  // What a language model reads of a tool is English.
  for (const tool of contributes.languageModelTools) delete tool.inputSchema;
  look({ contributes, capabilities, displayName, description }, "", "");
  assert.deepEqual(wrong, []);
  assert.deepEqual(
    Object.keys(en).filter((key) => !used.has(key)),
    [],
  );
  assert.deepEqual(Object.keys(ko).sort(), Object.keys(en).sort());
});

test("every text of the client has a Korean one, and none is left over", () => {
  const bundle: Readonly<Record<string, string>> = json("client/l10n/bundle.l10n.ko.json");
  const used = sourcesBelow("client/src").flatMap(({ text }) =>
    [...text.matchAll(/\bt\(\s*("(?:[^"\\]|\\.)*")/g)].map(([, literal = ""]): string => JSON.parse(literal)),
  );
  assert.ok(used.length > 60, `${used.length} texts`);
  assert.deepEqual([...new Set(used)].sort(), Object.keys(bundle).sort());
  const placeholders = (text: string) => (text.match(/\{\d\}/g) ?? []).sort();
  for (const [en, ko] of Object.entries(bundle)) {
    assert.match(ko, HANGUL, en);
    assert.deepEqual(placeholders(ko), placeholders(en), en);
  }
});

test("the client shows no text of its own that is not translated", () => {
  const raw =
    /(?:show(?:Information|Warning|Error)Message\(|\b(?:title|placeHolder|placeholder|prompt|detail|tooltip|message|textContent|label|description)\s*[:=]\s*)["`](?!Tomcat \$)[A-Za-z][a-z]+[ .…]/;
  const found = sourcesBelow("client/src").flatMap(({ path, text }) =>
    text.split("\n").flatMap((line, index) => (raw.test(line) ? [`${path}:${index + 1}: ${line.trim()}`] : [])),
  );
  assert.deepEqual(found, []);
});

/** Texts of the server that are the same in both languages: products, classes, and what stands alone. */
const SAME = new Set([
  ...["Kubernetes", "Kubernetes DNS", "Apache httpd", "nginx", "HAProxy", "StaticMembershipService", "RELEASE-NOTES"],
  "Tomcat ${line}",
  ...["Receiver", "Valve", "Deployer", "Connector", "`EncryptInterceptor`", "`FileStore`", "README.ko.md", ""],
]);

test("every text of the server has a Korean one", () => {
  const wrong: string[] = [];
  let seen = 0;
  for (const { path, text } of sourcesBelow("server/src")) {
    // A template may have others inside; all of them end on its line.
    for (const [, quoted, template] of text.matchAll(/\bko: (?:"((?:[^"\\\n]|\\.)*)"|`(.*)`)/g)) {
      seen++;
      const ko = quoted ?? template ?? "";
      // What is put in is looked at where it is made.
      const own = ko.replaceAll(/\$\{[^{}]*\}/g, "");
      if (!HANGUL.test(ko) && /[A-Za-z]{2}/.test(own) && !SAME.has(ko)) wrong.push(`${path}: ${ko}`);
    }
  }
  assert.deepEqual(wrong, []);
  assert.ok(seen > 1000, `${seen} texts`);
});
