import { type Command, Option } from "commander";
import { printable, printableJson } from "../../base/printable.ts";
import { liveText } from "../../cli/live-text.ts";
import { look, managerOf } from "../../live/look.ts";
import type { Credentials } from "../../live/port.ts";
import { liveJson, wrongLines } from "../../live/report.ts";
import { liveMachine } from "../live-machine.ts";
import { sitesIn } from "../logs/diagnosis.ts";
import { authorityIn, locale } from "./common.ts";
import { note } from "./help.ts";

interface Flags {
  readonly conf: readonly string[];
  readonly ca?: string;
  readonly insecure: boolean;
  readonly format: string;
  readonly lang?: string;
}

/** Adds `live`, which looks at running nodes: who reaches and sees whom, and what runs beside what the files say. */
export function addLive(program: Command): void {
  program
    .command("live")
    .description(
      "running nodes as they are now: who reaches and sees whom, sessions, and values beside those in the files",
    )
    .argument("[managers...]", "manager applications, such as http://10.0.0.1:8080/manager")
    .option(
      "--conf <path>",
      "the nodes' configuration: each Receiver in it is connected to once, and nothing sent",
      (path, before) => [...before, path],
      [] as readonly string[],
    )
    .option("--ca <file>", "trust this authority's certificate too (PEM)")
    .option("--insecure", "take any certificate", false)
    .addOption(new Option("--format <name>").choices(["pretty", "json"]).default("pretty"))
    .addHelpText(
      "after",
      note(
        [
          "User and password of the managers (role manager-jmx) come from TOMCAT_MANAGER_USER and TOMCAT_MANAGER_PASSWORD",
          "only. It reads and changes nothing. Exit code: 0 nothing wrong, 1 something is, 2 usage.",
        ].join("\n"),
      ),
    )
    .action(run);
}

async function run(written: readonly string[], flags: Flags): Promise<void> {
  const lang = locale(flags);
  const complain = (text: string) => {
    process.stderr.write(`${printable(text)}\n`);
    process.exitCode = 2;
  };
  const managers = written.map(managerOf);
  const wrong = managers.find((each) => typeof each === "string");
  if (wrong !== undefined) {
    complain(
      {
        en: `no address of a manager, or one with a password in it: ${wrong}`,
        ko: `manager의 주소가 아니거나 비밀번호가 들어 있습니다: ${wrong}`,
      }[lang],
    );
    return;
  }
  const authority = authorityIn(flags.ca, lang);
  if ("fault" in authority) {
    complain(authority.fault);
    return;
  }
  const { ca } = authority;
  const sites = flags.conf.length > 0 ? await sitesIn(flags.conf) : [];
  const known = managers.filter((each) => typeof each !== "string");
  const report = await look(sites, known, credentials(), liveMachine({ ca, insecure: flags.insecure }));
  const colour = process.stdout.isTTY === true && process.env["NO_COLOR"] === undefined;
  process.stdout.write(
    flags.format === "json" ? printableJson(liveJson(report, lang)) : liveText(report, { locale: lang, colour }),
  );
  process.exitCode = wrongLines(report).length > 0 ? 1 : sites.length + known.length === 0 ? 2 : 0;
}

function credentials(): Credentials | undefined {
  const { TOMCAT_MANAGER_USER: user, TOMCAT_MANAGER_PASSWORD: password } = process.env;
  return user === undefined ? undefined : { user, password: password ?? "" };
}
