import { readFileSync } from "node:fs";
import { type Command, Option } from "commander";
import { type Locale, localeOf } from "../../base/localized.ts";
import { LINES } from "../../schema/lines.ts";
import { whyFailed } from "../file-error.ts";

/** Adds `--lang`, which is accepted before a command and after it; the options of the command then contain it. */
export function addLanguage(program: Command): void {
  program.addOption(new Option("--lang <language>", "language of what is said").choices(["en", "ko"]));
  program.hook("preAction", (_, action) => {
    action.setOptionValue("lang", program.opts()["lang"]);
  });
}

export const tomcat = () => new Option("--tomcat-version <line>", "instead of what the files tell").choices([...LINES]);

/** The language asked for, else that of the shell. */
export function locale({ lang }: { readonly lang?: string }): Locale {
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  // As for setlocale(3), an empty one does not count.
  return localeOf(lang ?? (LC_ALL || LC_MESSAGES || LANG));
}

/** The certificate of an authority in a file; `fault` says why it cannot be read. */
export function authorityIn(
  path: string | undefined,
  lang: Locale,
): { readonly ca: string | undefined } | { readonly fault: string } {
  try {
    return { ca: path === undefined ? undefined : readFileSync(path, "utf8") };
  } catch (error) {
    return { fault: `${path}: ${whyFailed(error)[lang]}` };
  }
}
