import type { Command } from "commander";
import { rules } from "../../rules/index.ts";
import { locale } from "./common.ts";

/** Adds `rules`, which lists all of them. */
export function addRules(program: Command): void {
  program
    .command("rules")
    .description("every rule, with its severity")
    .action((flags) => {
      const width = Math.max(...rules.map(({ id }) => id.length));
      for (const { id, severity, summary } of rules) {
        process.stdout.write(`${id.padEnd(width)}  ${severity.padEnd(11)}  ${summary[locale(flags)]}\n`);
      }
    });
}
