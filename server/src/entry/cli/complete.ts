import bash from "@pnpm/tabtab/lib/templates/completion.bash";
import fish from "@pnpm/tabtab/lib/templates/completion.fish";
import pwsh from "@pnpm/tabtab/lib/templates/completion.ps1";
import zsh from "@pnpm/tabtab/lib/templates/completion.zsh";
import { Argument, type Command, type Option } from "commander";
import { kindIds } from "../../logs/kinds/page.ts";
import { rules } from "../../rules/index.ts";
import { localeOfCommand, sayingFor } from "./help.ts";

/** The scripts of @pnpm/tabtab, which ask `completion-server` for what can be typed. */
const SCRIPTS = { bash, zsh, fish, pwsh } as const;
type Shell = keyof typeof SCRIPTS;

/** What the scripts of zsh and fish take for: a path belongs here. The others offer paths where nothing is printed. */
const FILES = "__tabtab_complete_files__";

/** Something that can be typed, with what it is. */
interface Candidate {
  readonly word: string;
  readonly what: string;
}

/** Adds `complete SHELL`, which prints the script for a shell, and what that script asks. */
export function addComplete(program: Command): void {
  program
    .command("complete")
    .description("print the script that completes words in a shell")
    .addArgument(new Argument("<shell>").choices(Object.keys(SCRIPTS)))
    .action((shell: Shell) => {
      const name = program.name();
      // Functions of a shell have no hyphens in their names everywhere.
      const script = SCRIPTS[shell].replace(/_\{pkgname\}_/g, `_${name.replaceAll("-", "_")}_`);
      process.stdout.write(script.replaceAll("{pkgname}", name).replaceAll("{completer}", name));
    });
  program
    .command("completion-server", { hidden: true })
    .argument("[words...]")
    .action(() => {
      const { SHELL = "", COMP_LINE = "", COMP_POINT } = process.env;
      const shell = SHELL.slice(SHELL.lastIndexOf("/") + 1);
      const line = COMP_LINE.slice(0, COMP_POINT === undefined ? undefined : Number(COMP_POINT));
      const words = line.split(/\s+/).slice(1);
      const last = words.pop() ?? "";
      process.stdout.write(written(candidates(program, words, last), shell, last));
    });
}

/** What may stand in the place of the last word; `files` where a path does. */
function candidates(program: Command, words: readonly string[], last: string): readonly Candidate[] | "files" {
  const say = sayingFor(program);
  const command = program.commands.find((each) => each.name() === firstOperand(program, words));
  const options = [...(command?.options ?? []), ...program.options].filter(({ hidden }) => !hidden);
  const before = options.find((option) => takesValue(option) && isNamed(option, words.at(-1)));
  if (before) return before.argChoices ? before.argChoices.map((word) => ({ word, what: "" })) : "files";
  if (last.startsWith("-")) {
    return options.flatMap(({ long, description }) => (long ? [{ word: long, what: say(description) }] : []));
  }
  if (!command) {
    const shown = program.createHelp().visibleCommands(program);
    return shown.map((each) => ({ word: each.name(), what: say(each.description()) }));
  }
  if (command.name() === "explain") {
    return [
      ...rules.map(({ id, summary }) => ({ word: id, what: summary[localeOfCommand(program)] })),
      ...[...kindIds].map((word) => ({ word, what: "" })),
    ];
  }
  if (command.name() === "help") return candidates(program, [], last);
  const [argument] = command.registeredArguments;
  if (!argument) return [];
  return argument.argChoices ? argument.argChoices.map((word) => ({ word, what: "" })) : "files";
}

/** The first word that is no option and no option's value: the command. */
function firstOperand(program: Command, words: readonly string[]): string | undefined {
  return words.find((word, index) => {
    const before = words[index - 1];
    const isValue = program.options.some((option) => takesValue(option) && isNamed(option, before));
    return !word.startsWith("-") && !isValue;
  });
}

function takesValue({ required, optional }: Option): boolean {
  return required || optional;
}

function isNamed({ long, short }: Option, word: string | undefined): boolean {
  return word !== undefined && (word === long || word === short);
}

/** The lines that the script of a shell reads: with what each is, but for bash, which wants the fitting ones alone. */
function written(found: readonly Candidate[] | "files", shell: string, last: string): string {
  if (found === "files") return shell === "zsh" || shell === "fish" ? `${FILES}\n` : "";
  const fitting = found.filter(({ word }) => word.startsWith(last));
  return fitting.map(({ word, what }) => `${lineOf(word, what.replace(/\s+/g, " "), shell)}\n`).join("");
}

function lineOf(word: string, what: string, shell: string): string {
  if (shell === "zsh") return what === "" ? word : `${word}:${what.replaceAll(":", "\\:")}`;
  return what === "" || (shell !== "fish" && shell !== "pwsh") ? word : `${word}\t${what}`;
}
