import { readFileSync } from "node:fs";
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

export const language = () => new Option("--lang <language>", "language of the findings").choices(["en", "ko"]);

export const tomcat = () => new Option("--tomcat-version <line>", "instead of what the files tell").choices([...LINES]);

/** The language asked for, else that of the shell. */
export function locale({ lang }: { readonly lang?: string }): Locale {
  return localeOf(lang ?? process.env["LANG"]);
}
