import type { Locale, Localized } from "../base/localized.ts";
import { rules } from "../rules/index.ts";
import { ruleNames } from "../rules/names.ts";
import { mistakePage, PAGE_NAMES, rulePage } from "../rules/page.ts";
import { UNUSED } from "./suppressions.ts";

const NAMES = ruleNames(rules);

/** A file with a page, and the heading in it that a code has. */
interface PageFile {
  /** Below `server/src`. */
  readonly path: string;
  readonly heading: string | undefined;
}

/**
 * The file about a code: a rule's own, by any of its names; else the one about silencing, or about mistakes of the XML.
 */
export function pageFile(code: string, locale: Locale): PageFile {
  const rule = NAMES.get(code);
  if (rule) return { path: `rules/${rule.id}/${PAGE_NAMES[locale]}`, heading: undefined };
  const folder = code === UNUSED ? "lint" : "syntax";
  return { path: `${folder}/${PAGE_NAMES[locale]}`, heading: code };
}

/**
 * The page about a code as Markdown; undefined where there is none.
 *
 * @param files the texts of the files that `pageFile` names
 */
export function pageFrom(code: string, locale: Locale, files: Localized): string | undefined {
  const named = NAMES.get(code);
  const rule = named && rules.find(({ id }) => id === named.id);
  return rule ? rulePage(rule, files, locale) : mistakePage(code, files[locale]);
}

/**
 * The address of the page about a code on the site that `npm run playground` builds.
 *
 * @param folder the address of its folder `rules`
 */
export function pageOnSite(folder: string, code: string, locale: Locale): string {
  const base = `${folder.replace(/\/$/, "")}/${locale === "en" ? "" : `${locale}/`}`;
  const rule = NAMES.get(code);
  if (rule) return `${base}${rule.id}.html`;
  return `${base}${code === UNUSED ? "silencing" : "mistakes"}.html#${code}`;
}
