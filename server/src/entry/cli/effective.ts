import { type Command, Option } from "commander";
import type { Localized } from "../../base/localized.ts";
import { printable } from "../../base/printable.ts";
import { workspaceFor } from "../../cli/batch.ts";
import { type DocumentOptions, effectiveJson, effectiveXml } from "../../config/effective/document.ts";
import { numberedStars, STARS } from "../../config/effective/secrets.ts";
import { EFFECTIVE_VIEWS, type EffectiveView } from "../../config/effective/view.ts";
import { SERVER } from "../../workspace/find.ts";
import type { Workspace } from "../../workspace/workspace.ts";
import { checkHost } from "../check-host.ts";
import { whyUnreadable } from "../cli-files.ts";
import { corePath } from "../core-path.ts";
import { startBusy } from "./busy.ts";
import { locale, tomcat } from "./common.ts";
import { note } from "./help.ts";
import { patchBetween } from "./patch.ts";

interface Flags {
  readonly format: "xml" | "json";
  readonly view: EffectiveView;
  readonly diff?: string;
  readonly showSecrets?: boolean;
  readonly tomcatVersion?: string;
  readonly lang?: string;
}

const NO_OBJECTS: Localized = {
  en: "is no server.xml, context.xml or Cluster of Tomcat's",
  ko: "Tomcat의 server.xml, context.xml, Cluster 파일이 아닙니다",
};

const NO_SERVER: Localized = {
  en: "no server.xml is in it or below",
  ko: "이 폴더와 그 아래에 server.xml이 없습니다",
};
const SEVERAL: Localized = {
  en: "has several Tomcats. Name one of these files:",
  ko: "Tomcat이 여럿 있습니다. 다음 파일 가운데 하나를 지정하십시오:",
};

export function addEffective(program: Command): void {
  program
    .command("effective")
    .description("what Tomcat really runs with a server.xml: defaults filled in, what it adds and what it drops")
    .argument("<path>", "a file, or the folder of one Tomcat")
    .addOption(new Option("--format <name>").choices(["xml", "json"]).default("xml"))
    .addOption(
      new Option("--view <view>", "all of it, the Cluster only, or only what differs from what is written")
        .choices(EFFECTIVE_VIEWS)
        .default("all"),
    )
    .option("--diff <other>", "only what another file's Tomcat runs differently, as a unified diff")
    .option("--show-secrets", "show passwords and keys instead of ***")
    .addOption(tomcat())
    .addHelpText(
      "after",
      note("Exit code: 0 shown, and with --diff no difference; 1 differences; 2 usage, or a file that cannot be read."),
    )
    .action(run);
}

async function run(file: string, flags: Flags): Promise<void> {
  const busy = await startBusy("{bar}");
  const text = await shownText(file, flags).finally(busy.stop);
  if (text !== undefined) process.stdout.write(text);
}

/** What is asked for; undefined, with the reason on standard error, where there is nothing to show. */
async function shownText(file: string, flags: Flags): Promise<string | undefined> {
  const workspace = workspaceFor(checkHost(), flags.tomcatVersion);
  const path = await fileOf(file, workspace, flags);
  if (path === undefined) return undefined;
  if (flags.diff === undefined) {
    return textOf(path, workspace, flags, { marks: true, secrets: flags.showSecrets ? undefined : STARS });
  }
  const other = await fileOf(flags.diff, workspace, flags);
  if (other === undefined) return undefined;
  // Keys that differ show as a difference, whatever they are.
  const options = { marks: false, secrets: flags.showSecrets ? undefined : numberedStars() };
  const before = await textOf(path, workspace, flags, options);
  const after = await textOf(other, workspace, flags, options);
  if (before === undefined || after === undefined || before === after) return undefined;
  process.exitCode = 1;
  return patchBetween(path, other, before, after);
}

/** The file that is named, or the only server.xml of a folder; undefined, with what to do on standard error, for several. */
async function fileOf(named: string, workspace: Workspace, flags: Flags): Promise<string | undefined> {
  const path = corePath(named);
  const below = await workspace.configurationBelow(path);
  const servers = below?.filter((each) => SERVER.test(each.slice(each.lastIndexOf("/") + 1)));
  const [only, ...others] = servers ?? [path];
  if (only !== undefined && others.length === 0) return only;
  const lines = servers?.map((each) => `  ${printable(each)}\n`).join("") ?? "";
  process.stderr.write(`${printable(path)}: ${(only === undefined ? NO_SERVER : SEVERAL)[locale(flags)]}\n${lines}`);
  process.exitCode = 2;
  return undefined;
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
      ? effectiveJson(file, { locale: locale(flags), secrets, view: flags.view })
      : effectiveXml(file, { locale: locale(flags), marks, secrets, view: flags.view }));
  if (text !== undefined) return text;
  const why = (await whyUnreadable(path)) ?? NO_OBJECTS;
  process.stderr.write(`${printable(`${path}: ${why[locale(flags)]}`)}\n`);
  process.exitCode = 2;
  return undefined;
}
