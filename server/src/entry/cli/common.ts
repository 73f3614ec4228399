import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { Option } from "commander";
import { type Locale, localeOf } from "../../base/localized.ts";
import { LINES } from "../../schema/lines.ts";

/** The installed package: the bundles stand in its `dist`. */
export const ROOT = join(__dirname, "..");

export function version(): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8"));
  return manifest.version;
}

/** The page of a rule as Markdown; undefined where it has none. */
export function pageOf(id: string): string | undefined {
  const path = join(ROOT, "server", "src", "rules", id, "README.md");
  return existsSync(path) ? readFileSync(path, "utf8") : undefined;
}

export const language = () => new Option("--lang <language>", "language of the findings").choices(["en", "ko"]);

export const tomcat = () => new Option("--tomcat-version <line>", "instead of what the files tell").choices([...LINES]);

/** The language asked for, else that of the shell. */
export function locale({ lang }: { readonly lang?: string }): Locale {
  return localeOf(lang ?? process.env["LANG"]);
}
