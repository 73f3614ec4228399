import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, test } from "node:test";
import type { Locale, Localized } from "../../../server/src/base/localized.ts";
import { SEVERITY_WORDS } from "../../../server/src/rules/page.ts";
import { ADVISORIES, type Advisory, NEEDS, rangeAround, recordOf } from "../../../server/src/schema/advisories.ts";
import { Release } from "../../../server/src/schema/release.ts";

const PAGES: Localized = {
  en: "server/src/rules/security-advisory/README.md",
  ko: "server/src/rules/security-advisory/README.ko.md",
};

function releasesOf({ affected }: Advisory, locale: Locale): string {
  return affected
    .map(({ first, last, fixed }) => {
      const to = { en: " to ", ko: "~" }[locale];
      const span = first.text === last.text ? first.text : `${first.text}${to}${last.text}`;
      if (fixed === undefined) return span;
      return `${span} (${{ en: `mended in ${fixed}`, ko: `${fixed}에서 해결` }[locale]})`;
    })
    .join(", ");
}

function rowOf(advisory: Advisory, locale: Locale): string {
  const { id, published, needs, severity } = advisory;
  const cells = [
    `[${id}](${recordOf(id)})`,
    published,
    releasesOf(advisory, locale),
    NEEDS[needs][locale],
    SEVERITY_WORDS[severity][locale],
  ];
  return `| ${cells.join(" | ")} |`;
}

describe("security advisories", () => {
  for (const locale of ["en", "ko"] as const) {
    test(`the page lists each with its record, day and releases: ${locale}`, () => {
      const page = readFileSync(PAGES[locale], "utf8");
      const rows = ADVISORIES.map((advisory) => rowOf(advisory, locale));
      const wanted = page.replace(
        /(\| --- \| --- \| --- \| --- \| --- \|\n)(?:\|.*\n)*/,
        (_, head) => `${head}${rows.join("\n")}\n`,
      );
      if (process.env["UPDATE_FIXTURES"] && wanted !== page) writeFileSync(PAGES[locale], wanted);
      else assert.equal(page, wanted);
    });
  }

  for (const { id, published, affected } of ADVISORIES) {
    test(`${id} has ranges within one line each, mended behind their end`, () => {
      assert.match(published, /^20\d\d-\d\d-\d\d$/);
      assert.ok(affected.length > 0);
      for (const { first, last, fixed } of affected) {
        assert.equal(first.line, last.line);
        assert.ok(first.compare(last) <= 0);
        if (fixed === undefined) continue;
        const mended = Release.parse(fixed);
        assert.equal(mended?.line, last.line);
        assert.ok(mended.compare(last) > 0);
      }
    });
  }

  test("both ends of a range count, and no release around it", () => {
    const advisory = ADVISORIES.find(({ id }) => id === "CVE-2022-23181");
    assert.ok(advisory);
    const touched = (text: string) => rangeAround(advisory, Release.parse(text) as Release) !== undefined;
    const releases = ["9.0.34", "9.0.35", "9.0.56", "9.0.57", "10.1.0-M8", "10.1.0-M9", "8.5.74", "11.0.1"];
    assert.deepEqual(releases.map(touched), [false, true, true, false, true, false, false, false]);
  });
});
