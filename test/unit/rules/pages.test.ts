import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import type { Locale } from "../../../server/src/base/localized.ts";
import { rules } from "../../../server/src/rules/index.ts";
import { HEADINGS, PAGE_NAMES, rulePage, sectionOf } from "../../../server/src/rules/page.ts";
import { examplesOf } from "../../../tools/site/example.ts";
import { findingsIn } from "../../harness/check-fixture.ts";

const folder = fileURLToPath(new URL("../../../server/src/rules/", import.meta.url));

/** Rules whose pages have no example, or are not in Korean yet. Only ever make this list shorter. */
const UNFINISHED: ReadonlySet<string> = new Set([]);

const only = process.env["RULE"];

for (const rule of rules.filter(({ id }) => (only === undefined || id === only) && !UNFINISHED.has(id))) {
  const pageOf = (locale: Locale) => readFileSync(`${folder}${rule.id}/${PAGE_NAMES[locale]}`, "utf8");

  describe(`the page of ${rule.id}`, () => {
    test("shows a configuration in which the rule fires, and the same put right", async () => {
      const { incorrect, correct } = examplesOf(pageOf("en"));
      const codes = async ({ files, tomcat }: typeof incorrect) =>
        [...(await findingsIn(files, tomcat, rules)).values()].flat();
      const wrong = await codes(incorrect);
      const right = await codes(correct);
      assert.ok(
        wrong.some(({ code }) => code === rule.id),
        "the incorrect one gives no finding",
      );
      // What is put right is sound; what is not may break a lesser rule with the same mistake.
      const others = [
        ...wrong.filter(({ code, severity }) => code !== rule.id && severity === "error"),
        ...right.filter(({ code, severity }) => code === rule.id || severity === "error" || severity === "warning"),
      ].map(({ code, text }) => `${code}: ${text.en}`);
      assert.deepEqual(others, []);
    });

    test("has the same headings, examples and links in both languages", () => {
      const headingsOf = (locale: Locale) => pageOf(locale).match(/^#+ .*$/gm);
      const related = sectionOf(pageOf("en"), HEADINGS.related.en) !== undefined;
      const parts = Object.entries(HEADINGS).filter(([part]) => part !== "related" || related);
      for (const locale of ["en", "ko"] as const) {
        assert.deepEqual(headingsOf(locale), [`# ${rule.id}`, ...parts.map(([, heading]) => `## ${heading[locale]}`)]);
        for (const [, target = ""] of pageOf(locale).matchAll(/\]\(([^)]*)\)/g)) {
          if (target.startsWith("https://")) continue;
          const path = target.replace(/#.*/, "");
          const linked = /^\.\.\/([a-z-]+)\//.exec(path)?.[1] ?? "";
          assert.ok(UNFINISHED.has(linked) || existsSync(`${folder}${rule.id}/${path}`), `${target} leads nowhere`);
          if (path !== "README.md") assert.ok(path.endsWith(PAGE_NAMES[locale]), `${target} leaves the language`);
        }
      }
      const texts = { en: pageOf("en"), ko: pageOf("ko") };
      const blocksOf = (locale: Locale) => rulePage(rule, texts, locale).match(/^```[\s\S]*?^```$/gm);
      assert.deepEqual(blocksOf("ko"), blocksOf("en"));
      const idsOf = (heading: string, locale: Locale) =>
        sectionOf(texts[locale], heading)?.match(/\[[a-z-]+\]/g) ?? undefined;
      assert.deepEqual(idsOf(HEADINGS.related.ko, "ko"), idsOf(HEADINGS.related.en, "en"));
      const advisories = (locale: Locale) => [...new Set(texts[locale].match(/CVE-\d+-\d+/g))].sort();
      assert.deepEqual(advisories("ko"), advisories("en"));
    });

    test("says in Korean what it says in English", () => {
      const korean = pageOf("ko");
      for (const [part, { ko }] of Object.entries(HEADINGS)) {
        if (part !== "related") assert.match(sectionOf(korean, ko) ?? "", /[가-힣]/);
      }
      // Each class, method and value that is named in one language is named in the other.
      const namesOf = (page: string) => new Set(page.match(/`[^`\n]+`/g));
      assert.deepEqual(
        [...namesOf(pageOf("en").replace(sectionOf(pageOf("en"), HEADINGS.example.en) ?? "", "")), ""].filter(
          (name) => !korean.includes(name.slice(1, -1)),
        ),
        [],
      );
    });
  });
}
