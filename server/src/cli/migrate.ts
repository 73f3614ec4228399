import type { Locale } from "../base/localized.ts";
import { printable } from "../base/printable.ts";
import { isHeld } from "../config/launch/held-path.ts";
import type { MigratedFile, Migration } from "../migrate/model.ts";
import { planMigration } from "../migrate/plan.ts";
import { hasChanges, hasUnresolved } from "../migrate/report.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { type CheckHost, workspaceFor } from "./batch.ts";

export interface MigrateOptions {
  readonly locale: Locale;
  /** A line or release; where it is undefined, each file's detected version applies. */
  readonly from: string | undefined;
  readonly to: TomcatVersion;
  /** True to write down old defaults where the new Tomcat has others. */
  readonly keepDefaults: boolean;
  /** True to write the new texts. */
  readonly write: boolean;
}

export interface MigrateOutcome {
  readonly migration: Migration;
  /** Failures to read or write, one line each. */
  readonly problems: readonly string[];
  readonly notes: readonly string[];
  /**
   * 0 nothing left to do; 1 changes not written yet; 2 something could not be read or written; 3 changes left to be
   * made by hand.
   */
  readonly exitCode: 0 | 1 | 2 | 3;
}

/** Plans the migration of files, and of folders with everything below them, and writes it where `write` is set. */
export async function migrate(
  paths: readonly string[],
  host: CheckHost,
  { locale, from, to, keepDefaults, write }: MigrateOptions,
): Promise<MigrateOutcome> {
  const problems: string[] = [];
  const notes: string[] = [];
  const workspace = workspaceFor(host, from);
  workspace.setRoots(paths);
  const found = new Set<string>();
  for (const path of paths) {
    const below = await workspace.configurationBelow(path);
    const why = below ? undefined : await host.whyUnreadable(path);
    if (why) problems.push(printable(`${path}: ${why[locale]}`));
    // What a manifest holds is moved where it is made.
    else for (const each of below ?? [path]) if (!isHeld(each)) found.add(each);
  }
  if (write) {
    for (const path of found) {
      const { note, problem } = await host.recover(path);
      if (note) notes.push(printable(`${path}: ${note[locale]}`));
      if (!problem) continue;
      problems.push(printable(`${path}: ${problem[locale]}`));
      found.delete(path);
    }
  }
  const { files, rules } = host;
  const onRuleError = (rule: { readonly id: string }, error: unknown) =>
    host.complain(`rule ${rule.id} failed: ${String(error)}`);
  const migration = await planMigration({ workspace, files, paths: [...found], to, keepDefaults, rules, onRuleError });
  for (const { path, text } of migration.problems) problems.push(printable(`${path}: ${text[locale]}`));
  if (migration.files.length === 0 && problems.length === 0) {
    const none = { en: "no file of Tomcat's is there.", ko: "Tomcat 파일이 없습니다." };
    problems.push(printable(`${paths.join(" ")}: ${none[locale]}`));
  }
  if (write) problems.push(...(await written(migration.files, host, locale)));
  const left = hasUnresolved(migration) ? 3 : !write && hasChanges(migration) ? 1 : 0;
  return { migration, problems, notes, exitCode: problems.length > 0 ? 2 : left };
}

async function written(files: readonly MigratedFile[], host: CheckHost, locale: Locale): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const { path, before, after } of files) {
    const problem = before === after ? undefined : await host.edit(path, before, after);
    if (problem) problems.push(printable(`${path}: ${problem[locale]}`));
  }
  return problems;
}
