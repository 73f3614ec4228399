import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Locale, Localized } from "../base/localized.ts";
import { UNUSED } from "../lint/suppressions.ts";
import { rules } from "../rules/index.ts";
import { ruleNames } from "../rules/names.ts";
import { mistakePage, PAGE_NAMES, rulePage } from "../rules/page.ts";

/** The folder of the sources, of which the pages are shipped beside the bundles. */
const SOURCES = join(__dirname, "..", "server", "src");

const NAMES = ruleNames(rules);

/** A file with a page, and the heading in it that a code has. */
interface PageFile {
  readonly path: string;
  readonly heading: string | undefined;
}

/**
 * The file about a code: a rule's own, by any of its names; else the one about silencing, or about mistakes of the XML.
 */
export function pageFile(code: string, locale: Locale): PageFile {
  const rule = NAMES.get(code);
  if (rule) return { path: join(SOURCES, "rules", rule.id, PAGE_NAMES[locale]), heading: undefined };
  const folder = code === UNUSED ? "lint" : "syntax";
  return { path: join(SOURCES, folder, PAGE_NAMES[locale]), heading: code };
}

/** The page about a code as Markdown; undefined where there is none, or where the bundle was moved away from them. */
export function pageAbout(code: string, locale: Locale): string | undefined {
  const named = NAMES.get(code);
  const rule = named && rules.find(({ id }) => id === named.id);
  const text = (language: Locale) => readFileSync(pageFile(code, language).path, "utf8");
  try {
    if (!rule) return mistakePage(code, text(locale));
    const pages: Localized = { en: text("en"), ko: text("ko") };
    return rulePage(rule, pages, locale);
  } catch {
    return undefined;
  }
}
