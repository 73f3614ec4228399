import { type Command, Help, type Option } from "commander";
import { columnsOf } from "../../base/columns.ts";
import type { Locale } from "../../base/localized.ts";
import { locale } from "./common.ts";
import { errorIn } from "./errors-ko.ts";
import { inKorean } from "./help-ko.ts";

/** The commands under their headings, in the order of the help. */
const GROUPS: Readonly<Record<string, readonly string[]>> = {
  "Find what is wrong:": ["check", "logs", "probe", "live", "prove"],
  "Look into it:": ["effective", "topology", "explain", "rules"],
  "Write configuration:": ["new", "migrate"],
  "For programs:": ["mcp", "complete", "man"],
};

/** What can be typed as it stands, by command; the program's own under an empty name. */
const EXAMPLES: Readonly<Record<string, readonly (readonly [line: string, what: string])[]>> = {
  "": [
    ["tomcat-cluster check /opt/tomcat/conf", "what is wrong there"],
    ["tomcat-cluster effective /opt/tomcat", "what that Tomcat really runs"],
    ["tomcat-cluster new cluster --nodes 2", "a cluster in a new folder"],
  ],
  check: [
    ["tomcat-cluster check .", "all below this folder"],
    ["tomcat-cluster check --fix conf/server.xml", "write the fixes that need no decision"],
    ["tomcat-cluster check --format sarif --output out.sarif .", "a report for a program"],
    ["tomcat-cluster check --baseline accepted.json --update-baseline .", "accept what is found today"],
  ],
  migrate: [
    ["tomcat-cluster migrate --to 11.0 conf", "what has to change, without a change"],
    ["tomcat-cluster migrate --to 11.0 --write conf", "change it"],
  ],
  new: [
    ["tomcat-cluster new cluster --host 10.0.0.1 --host 10.0.0.2", "two nodes; what is open is asked for"],
    ["tomcat-cluster new --into node1/conf/server.xml --host 10.0.0.1", "put the cluster into what is there"],
  ],
  explain: [["tomcat-cluster explain jvm-route-missing", "its page"]],
  topology: [["tomcat-cluster topology --format svg . > cluster.svg", "a picture"]],
  effective: [
    ["tomcat-cluster effective node1", "of the Tomcat in this folder"],
    ["tomcat-cluster effective node1 --view differs", "only what Tomcat does otherwise than it is written"],
    ["tomcat-cluster effective node1 --diff node2", "only what differs between two"],
  ],
  probe: [["tomcat-cluster probe --seconds 30 conf/server.xml", "who is heard for half a minute"]],
  logs: [["tomcat-cluster logs --conf . node1/logs/catalina.out node2/logs/catalina.out", "two nodes together"]],
  live: [
    ["tomcat-cluster live --conf .", "whether each Receiver is reached from here"],
    ["tomcat-cluster live --conf . http://10.0.0.1:8080/manager", "and what a running node says"],
  ],
  prove: [
    ["tomcat-cluster prove --page > session-test.jsp", "the page to put into the application"],
    ["tomcat-cluster prove http://10.0.0.1:8080/session-test.jsp http://10.0.0.2:8080/session-test.jsp", "two nodes"],
  ],
  mcp: [["tomcat-cluster mcp /opt/tomcat", "for an agent that may read this folder"]],
  complete: [
    ["source <(tomcat-cluster complete bash)", "in ~/.bashrc; likewise zsh"],
    ["tomcat-cluster complete fish | source", "in ~/.config/fish/config.fish"],
    ["tomcat-cluster complete pwsh | Out-String | Invoke-Expression", "in the profile of PowerShell"],
  ],
  man: [["tomcat-cluster man | man -l -", "read it"]],
};

/** Groups the commands, shows what can be typed, shortens what is said of a wrong word, and says all in the user's language. */
export function arrangeHelp(program: Command): void {
  const say = sayingFor(program);
  for (const command of [program, ...program.commands]) {
    const name = command === program ? "" : command.name();
    const examples = EXAMPLES[name] ?? [];
    if (examples.length > 0) command.addHelpText("after", () => exampleText(examples, say));
    const group = Object.entries(GROUPS).find(([, names]) => names.includes(name))?.[0];
    if (group !== undefined) command.helpGroup(group);
    command.configureHelp({
      showGlobalOptions: true,
      styleTitle: say,
      displayWidth: columnsOf,
      commandDescription: (each) => say(each.description()),
      subcommandDescription: (each) => say(each.description()),
      argumentDescription: (each) => notesIn(HELP.argumentDescription(each), each.description, say),
      optionDescription: (each) => optionText(each, say),
    });
    command.configureOutput({
      outputError: (text, write) => {
        write(errorIn(text, localeOfCommand(program)));
        write(`${wayToHelp(name, localeOfCommand(program))}\n`);
      },
    });
  }
}

/** What stands below the options of a command, for `addHelpText`. */
export function note(text: string): (context: { readonly command: Command }) => string {
  return ({ command }) => `\n${inLanguage(text, command)}`;
}

/** Texts of the help in the user's language. */
export type Say = (text: string) => string;

export function sayingFor(program: Command): Say {
  return (text) => inLanguage(text, program);
}

export function localeOfCommand(command: Command): Locale {
  const { parent } = command;
  return parent ? localeOfCommand(parent) : locale(command.opts());
}

function inLanguage(text: string, command: Command): string {
  return localeOfCommand(command) === "ko" ? (inKorean(text) ?? text) : text;
}

function wayToHelp(name: string, language: Locale): string {
  const line = `\`tomcat-cluster ${name === "" ? "" : `${name} `}--help\``;
  return language === "ko" ? `도움말: ${line}` : `${line} says what there is.`;
}

/** A description with commander's notes behind it: `(choices: "en", "ko", default: "en")`. */
function notesIn(whole: string, description: string, say: Say): string {
  const notes = whole.slice(description.length);
  const words = notes.replace(/choices: |default: /g, (found) => `${say(found.slice(0, -1))} `);
  return `${say(description)}${words}`;
}

/** The examples of a command, for the man page too. */
export function examplesOf(name: string): readonly (readonly [line: string, what: string])[] {
  return EXAMPLES[name] ?? [];
}

function exampleText(examples: readonly (readonly [line: string, what: string])[], say: Say): string {
  return `\n${say("Examples:")}\n${examples.map(([line, what]) => `  ${line}\n      ${say(what)}`).join("\n")}`;
}

const HELP = new Help();

/** What an option does, without a default that says nothing: `false`, or an empty list. */
export function optionText(option: Option, say: Say): string {
  const whole = HELP.optionDescription(option).replace(/(?:, | ?\()default: (?:\[\]|false)\)/, (found) =>
    found.startsWith(",") ? ")" : "",
  );
  return notesIn(whole, option.description, say);
}
