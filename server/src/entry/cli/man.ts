import type { Argument, Command, Option } from "commander";
import { version } from "../manifest.ts";
import { examplesOf, optionText, type Say, sayingFor } from "./help.ts";

/** Adds `man`, which prints the program's manual page, made from its commands. */
export function addMan(program: Command): void {
  program
    .command("man")
    .description("print the manual page")
    .action(() => {
      process.stdout.write(manPage(program));
    });
}

/** The manual page in man(7)'s language: every command with its arguments, options and examples. */
export function manPage(program: Command): string {
  const commands = program.commands.filter((command) => !isHidden(command));
  const say = sayingFor(program);
  return [
    `.TH TOMCAT\\-CLUSTER 1 "" "tomcat\\-cluster ${roff(version())}" "${roff(say("User Commands"))}"`,
    heading("NAME", say),
    `tomcat\\-cluster \\- ${roff(say(lower(program.description())))}`,
    heading("SYNOPSIS", say),
    ...commands.flatMap((command) => [".br", `.B tomcat\\-cluster ${roff(command.name())}`, roff(command.usage())]),
    heading("DESCRIPTION", say),
    line(say(program.description())),
    heading("COMMANDS", say),
    ...commands.flatMap((command) => commandSection(command, say)),
    heading("OPTIONS", say),
    ...program.options.flatMap((option) => optionEntry(option, say)),
    heading("ENVIRONMENT", say),
    ".TP",
    ".BR LC_ALL ,\\ LC_MESSAGES ,\\ LANG",
    line(say("Korean where they say so, else English; --lang comes first.")),
    ".TP",
    ".B NO_COLOR",
    line(say("No colours, whatever it is set to.")),
    heading("EXAMPLES", say),
    ...examplesOf("").flatMap((example) => exampleEntry(example, say)),
    "",
  ].join("\n");
}

function heading(name: string, say: Say): string {
  return `.SH ${roff(say(name))}`;
}

function commandSection(command: Command, say: Say): readonly string[] {
  const examples = examplesOf(command.name());
  return [
    `.SS tomcat\\-cluster ${roff(command.name())} ${roff(command.usage())}`,
    line(say(command.description())),
    ...command.registeredArguments.flatMap((argument) => argumentEntry(argument, say)),
    ...command.options.filter(({ hidden }) => !hidden).flatMap((option) => optionEntry(option, say)),
    ...examples.flatMap((example) => exampleEntry(example, say)),
  ];
}

function argumentEntry(argument: Argument, say: Say): readonly string[] {
  return argument.description === "" ? [] : [".TP", `.I ${roff(argument.name())}`, line(say(argument.description))];
}

function optionEntry(option: Option, say: Say): readonly string[] {
  return [".TP", `.B ${roff(option.flags)}`, line(optionText(option, say))];
}

function exampleEntry([typed, what]: readonly [string, string], say: Say): readonly string[] {
  return [".PP", `${line(say(what))}:`, ".PP", ".RS 4", ".nf", line(typed), ".fi", ".RE"];
}

/** Commander tells it of the commands that its help leaves out. */
function isHidden(command: Command): boolean {
  return command.parent?.createHelp().visibleCommands(command.parent).includes(command) === false;
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1).replace(/\.$/, "");
}

/** Text on a line of its own: a dot or an apostrophe at its beginning would be a request. */
function line(text: string): string {
  return roff(text).replace(/^(?=[.'])/, "\\&");
}

/** Hyphens that are typed, and what roff takes for its own. */
function roff(text: string): string {
  return text.replaceAll("\\", "\\e").replaceAll("-", "\\-");
}
