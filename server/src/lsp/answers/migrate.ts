import { isHeld } from "../../config/launch/held-path.ts";
import { folderOfNode, migrationEdits } from "../../features/migrate.ts";
import { planMigration, versionNamed } from "../../migrate/plan.ts";
import { migrationMarkdown } from "../../migrate/report.ts";
import type { MigrateAnswer, MigrateParams } from "../../protocol.ts";
import { rules } from "../../rules/index.ts";
import { parentOf } from "../../workspace/files.ts";
import { placeBelow } from "../../workspace/quoted.ts";
import type { Session } from "../session.ts";

/** A report and edits; null where there is nothing to move. */
export async function migrationOf(
  session: Session,
  { uri, to, wholeCluster, keepDefaults }: MigrateParams,
): Promise<MigrateAnswer | null> {
  const { connection, workspace, host } = session;
  const version = versionNamed(to);
  const paths = await pathsOf(host.pathOf(uri), wholeCluster, session);
  if (!version || paths.length === 0) return null;
  const migration = await planMigration({
    workspace,
    files: session.files,
    paths,
    to: version,
    keepDefaults,
    rules,
    onRuleError: (rule, error) => connection.console.error(`rule ${rule.id} failed: ${String(error)}`),
  });
  if (migration.files.length === 0 && migration.problems.length === 0) return null;
  const changed = migration.files.filter(({ before, after }) => before !== after);
  return {
    report: migrationMarkdown(migration, session.locale, (path) => nameBelow(path, workspace.roots)),
    keepable: migration.files.reduce((sum, each) => sum + each.keepable, 0),
    files: changed.map((file) => ({ uri: host.uriOf(file.path), edits: migrationEdits(file) })),
  };
}

/** Every configuration file of a file's node, or of all nodes of its cluster. */
async function pathsOf(path: string, wholeCluster: boolean, { workspace }: Session): Promise<readonly string[]> {
  const beside = wholeCluster ? (await workspace.nodesBeside(path)).filter(({ cluster }) => cluster !== null) : [];
  const found = new Set<string>();
  for (const each of [path, ...beside.map((node) => node.path)]) {
    found.add(each);
    const folder = folderOfNode(each);
    const below = folder === undefined ? undefined : await workspace.configurationBelow(folder);
    for (const one of below ?? []) found.add(one);
  }
  return [...found].filter((each) => !isHeld(each));
}

/** A file as the user knows it: below a folder of the workspace, whose own name stands before it where there are several. */
function nameBelow(path: string, roots: readonly string[]): string {
  const root = roots.find((each) => path.startsWith(`${each}/`));
  if (root === undefined) return path;
  return placeBelow(roots.length > 1 ? parentOf(root) : root, path);
}
