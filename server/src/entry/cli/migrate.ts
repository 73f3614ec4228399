import { type Command, InvalidArgumentError, Option } from "commander";
import { printableJson } from "../../base/printable.ts";
import { migrate } from "../../cli/migrate.ts";
import { versionNamed } from "../../migrate/plan.ts";
import { migrationData, migrationMarkdown, migrationText } from "../../migrate/report.ts";
import { LINES } from "../../schema/lines.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import { checkHost } from "../check-host.ts";
import { corePath } from "../core-path.ts";
import { startBusy } from "./busy.ts";
import { locale } from "./common.ts";
import { note } from "./help.ts";
import { patchBetween } from "./patch.ts";

const REPORTS = {
  pretty: migrationText,
  markdown: migrationMarkdown,
  json: (...migration: Parameters<typeof migrationData>) => printableJson(migrationData(...migration)),
} as const;

interface Flags {
  readonly to: TomcatVersion;
  readonly from?: string;
  readonly report: keyof typeof REPORTS;
  readonly diff: boolean;
  readonly keepDefaults: boolean;
  readonly write: boolean;
  readonly lang?: string;
}

export function addMigrate(program: Command): void {
  program
    .command("migrate")
    .description("move files, and folders with everything below them, to another Tomcat; without --write only a report")
    .argument("<paths...>")
    .requiredOption("--to <version>", `where to: ${LINES.join(", ")}, or a release of one`, version)
    .option("--from <version>", "where from, instead of what the files tell", (text) => {
      version(text);
      return text;
    })
    .addOption(new Option("--report <name>").choices(Object.keys(REPORTS)).default("pretty"))
    .option("--keep-defaults", "write down old defaults where the new Tomcat has others", false)
    .option("--diff", "show the changes as a patch instead of a report", false)
    .option("--write", "write the changes", false)
    .addHelpText(
      "after",
      note(
        [
          "Exit code: 0 nothing left to do; 1 changes that are not written; 2 usage, or a file that is not read or written;",
          "3 something cannot be migrated or is not known: the report says what is to do by hand.",
        ].join("\n"),
      ),
    )
    .action(run);
}

function version(text: string): TomcatVersion {
  const found = versionNamed(text);
  if (!found) throw new InvalidArgumentError(`Known lines: ${LINES.join(", ")}, and their releases, such as 9.0.122.`);
  return found;
}

async function run(paths: readonly string[], flags: Flags): Promise<void> {
  const clean = paths.map(corePath);
  const lang = locale(flags);
  const busy = await startBusy("{bar}");
  const { migration, problems, notes, exitCode } = await migrate(clean, checkHost(), {
    locale: lang,
    from: flags.from,
    to: flags.to,
    keepDefaults: flags.keepDefaults,
    write: flags.write,
  }).finally(busy.stop);
  if (flags.diff) {
    for (const { path, before, after } of migration.files) {
      if (before !== after) process.stdout.write(await patchBetween(path, path, before, after));
    }
  } else process.stdout.write(REPORTS[flags.report](migration, lang));
  for (const line of [...notes, ...problems]) process.stderr.write(`${line}\n`);
  process.exitCode = exitCode;
}
