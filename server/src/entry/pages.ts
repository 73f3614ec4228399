import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Locale } from "../base/localized.ts";
import { pageFile, pageFrom } from "../lint/page-file.ts";

/** The folder of the sources, of which the pages are shipped beside the bundles. */
const SOURCES = join(__dirname, "..", "server", "src");

/** By language and code; every finding of every keystroke names one. */
const addresses = new Map<string, string | undefined>();

/** The URI of the page about a code; undefined where the bundle was moved away from the pages. */
export function pageAddress(code: string, locale: Locale): string | undefined {
  const key = `${locale} ${code}`;
  if (!addresses.has(key)) addresses.set(key, addressOf(code, locale));
  return addresses.get(key);
}

function addressOf(code: string, locale: Locale): string | undefined {
  const { path, heading } = pageFile(code, locale);
  const file = join(SOURCES, path);
  return existsSync(file) ? pathToFileURL(file).href + (heading === undefined ? "" : `#${heading}`) : undefined;
}

/** The page about a code as Markdown; undefined where there is none, or where the bundle was moved away from them. */
export function pageAbout(code: string, locale: Locale): string | undefined {
  const text = (language: Locale) => readFileSync(join(SOURCES, pageFile(code, language).path), "utf8");
  try {
    return pageFrom(code, locale, { en: text("en"), ko: text("ko") });
  } catch {
    return undefined;
  }
}

/** The address of the page about a code in a release of the repository; undefined where there is none. */
export function pageOnWeb(code: string, locale: Locale, repository: string, version: string): string | undefined {
  if (pageAbout(code, locale) === undefined) return undefined;
  const { path, heading } = pageFile(code, locale);
  return `${repository}/blob/v${version}/server/src/${path}${heading === undefined ? "" : `#${heading}`}`;
}
