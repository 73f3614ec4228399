import { type Command, Option } from "commander";
import type { Localized } from "../../base/localized.ts";
import { printable } from "../../base/printable.ts";
import { workspaceFor } from "../../cli/batch.ts";
import { type DocumentOptions, effectiveJson, effectiveXml } from "../../config/effective/document.ts";
import { numberedStars, STARS } from "../../config/effective/secrets.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { checkHost } from "../check-host.ts";
import { whyUnreadable } from "../cli-files.ts";
import { language, locale, tomcat } from "./common.ts";
import { patchBetween } from "./patch.ts";

interface Flags {
  readonly format: "xml" | "json";
  readonly diff?: string;
  readonly showSecrets?: boolean;
  readonly tomcatVersion?: string;
  readonly lang?: string;
}

const NO_OBJECTS: Localized = {
  en: "is no server.xml, context.xml or Cluster of Tomcat's",
  ko: "Tomcat의 server.xml, context.xml, Cluster 파일이 아닙니다",
};

export function addEffective(program: Command): void {
  program
    .command("effective")
    .description("what Tomcat really runs with a server.xml: defaults filled in, what it adds and what it drops")
    .argument("<file>")
    .addOption(new Option("--format <name>").choices(["xml", "json"]).default("xml"))
    .option("--diff <other>", "only what another file's Tomcat runs differently, as a unified diff")
    .option("--show-secrets", "show passwords and keys instead of ***")
    .addOption(tomcat())
    .addOption(language())
    .addHelpText(
      "after",
      "\nExit code: 0 shown, and with --diff no difference; 1 differences; 2 usage, or a file that cannot be read.",
    )
    .action(run);
}

async function run(file: string, flags: Flags): Promise<void> {
  const workspace = workspaceFor(checkHost(), flags.tomcatVersion);
  const path = file.replaceAll("\\", "/");
  if (flags.diff === undefined) {
    const text = await textOf(path, workspace, flags, { marks: true, secrets: flags.showSecrets ? undefined : STARS });
    if (text !== undefined) process.stdout.write(text);
    return;
  }
  const other = flags.diff.replaceAll("\\", "/");
  // Keys that differ show as a difference, whatever they are.
  const options = { marks: false, secrets: flags.showSecrets ? undefined : numberedStars() };
  const before = await textOf(path, workspace, flags, options);
  const after = await textOf(other, workspace, flags, options);
  if (before === undefined || after === undefined || before === after) return;
  process.stdout.write(await patchBetween(path, other, before, after));
  process.exitCode = 1;
}

/** The text that is asked for; undefined, with the reason on standard error, where there is none. */
async function textOf(
  path: string,
  workspace: Workspace,
  flags: Flags,
  { marks, secrets }: Pick<DocumentOptions, "marks" | "secrets">,
): Promise<string | undefined> {
  const file = await workspace.fileAt(path);
  const text =
    file &&
    (flags.format === "json"
      ? effectiveJson(file, locale(flags), secrets)
      : effectiveXml(file, { locale: locale(flags), marks, secrets }));
  if (text !== undefined) return text;
  const why = (await whyUnreadable(path)) ?? NO_OBJECTS;
  process.stderr.write(`${printable(`${path}: ${why[locale(flags)]}`)}\n`);
  process.exitCode = 2;
  return undefined;
}
