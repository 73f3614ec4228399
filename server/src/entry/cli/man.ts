import type { Argument, Command, Option } from "commander";
import { version } from "./common.ts";
import { describe, examplesOf } from "./help.ts";

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
  return [
    `.TH TOMCAT\\-CLUSTER 1 "" "tomcat\\-cluster ${roff(version())}" "User Commands"`,
    ".SH NAME",
    `tomcat\\-cluster \\- ${roff(lower(program.description()))}`,
    ".SH SYNOPSIS",
    ...commands.flatMap((command) => [".br", `.B tomcat\\-cluster ${roff(command.name())}`, roff(command.usage())]),
    ".SH DESCRIPTION",
    line(program.description()),
    ".SH COMMANDS",
    ...commands.flatMap(commandSection),
    ".SH OPTIONS",
    ...program.options.flatMap(optionEntry),
    ".SH ENVIRONMENT",
    ".TP",
    ".BR LC_ALL ,\\ LC_MESSAGES ,\\ LANG",
    "Korean where they say so, else English; \\-\\-lang comes first.",
    ".TP",
    ".B NO_COLOR",
    "No colours, whatever it is set to.",
    ".SH EXAMPLES",
    ...examplesOf("").flatMap(exampleEntry),
    "",
  ].join("\n");
}

function commandSection(command: Command): readonly string[] {
  const examples = examplesOf(command.name());
  return [
    `.SS tomcat\\-cluster ${roff(command.name())} ${roff(command.usage())}`,
    line(command.description()),
    ...command.registeredArguments.flatMap(argumentEntry),
    ...command.options.filter(({ hidden }) => !hidden).flatMap(optionEntry),
    ...examples.flatMap(exampleEntry),
  ];
}

function argumentEntry(argument: Argument): readonly string[] {
  return argument.description === "" ? [] : [".TP", `.I ${roff(argument.name())}`, line(argument.description)];
}

function optionEntry(option: Option): readonly string[] {
  return [".TP", `.B ${roff(option.flags)}`, line(describe(option))];
}

function exampleEntry([typed, what]: readonly [string, string]): readonly string[] {
  return [".PP", `${line(what)}:`, ".PP", ".RS 4", ".nf", line(typed), ".fi", ".RE"];
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
