import type { Command } from "commander";
import type { Localized } from "../../base/localized.ts";
import { printable } from "../../base/printable.ts";
import { suggest } from "../../base/suggest.ts";
import { kindIds, kindPage } from "../../logs/kinds/page.ts";
import { rules } from "../../rules/index.ts";
import { ruleNames } from "../../rules/names.ts";
import { pageAbout } from "../pages.ts";
import { locale } from "./common.ts";

/** `explain CODE`: the page about a rule, a mistake of the XML or an event in a log, as Markdown. */
export function addExplain(program: Command): void {
  program
    .command("explain")
    .description("what a rule says, and why; what a line of a log means")
    .argument("<rule>", "its id, as findings name it, or that of an event in a log")
    .action((name: string, flags: { readonly lang?: string }) => {
      const lang = locale(flags);
      const page = pageAbout(name, lang) ?? kindPage(name, lang);
      if (page !== undefined) process.stdout.write(page);
      else {
        process.stderr.write(`${unknown(name)[lang]}\n`);
        process.exitCode = 2;
      }
    });
}

/** What to do where nothing has this name. */
function unknown(name: string): Localized {
  const shown = printable(name);
  const meant = suggest(name, [...ruleNames(rules).keys(), ...kindIds]);
  return {
    en: `There is no rule ${shown}. ${meant === undefined ? "" : `Did you mean ${meant}? `}\`tomcat-cluster rules\` lists them.`,
    ko: `${shown} 규칙이 없습니다. ${meant === undefined ? "" : `${meant} 규칙을 찾으십니까? `}\`tomcat-cluster rules\`로 목록을 볼 수 있습니다.`,
  };
}
