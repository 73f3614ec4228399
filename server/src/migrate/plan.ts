import type { Localized } from "../base/localized.ts";
import { type ConfigFile, readConfigFile } from "../config/file.ts";
import { sitesOf } from "../config/site.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { lineFacts, lineOf } from "../schema/lines.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { Release } from "../schema/release.ts";
import type { Files } from "../workspace/files.ts";
import { Workspace, type WorkspaceOptions } from "../workspace/workspace.ts";
import { isDefaults } from "./changes/web.ts";
import { differences } from "./differences.ts";
import { elementsOf, unchangedElements, unknownElements, unmovedParts } from "./elements.ts";
import { isWhole, type Moved, moveFile } from "./file.ts";
import { type KeptDefaults, keptDefaults } from "./keep-defaults.ts";
import type { Entry, MigratedFile, Migration, MoveReason, Rolling } from "./model.ts";
import { movedPropertyFiles } from "./properties.ts";
import { needsOf, reasonsFor } from "./reasons.ts";
import { remaining } from "./remaining.ts";
import { rollingOf, type SitePair } from "./rolling.ts";
import { shippedWeb } from "./shipped.ts";
import { isBackwards } from "./steps.ts";

/** The files to move, and the Tomcat to move them to. */
export interface MigrationRequest {
  /** The workspace the files are read in, as they are. */
  readonly workspace: Workspace;
  readonly files: Files;
  /** Paths of configuration files; those of no Tomcat are ignored. */
  readonly paths: readonly string[];
  readonly to: TomcatVersion;
  /** True to write down old defaults where the new Tomcat has others. */
  readonly keepDefaults?: boolean;
  readonly rules: WorkspaceOptions["rules"];
  readonly onRuleError: WorkspaceOptions["onRuleError"];
}

interface Subject {
  readonly file: ConfigFile;
  readonly moved: Moved;
  /** Old defaults that are written down in the moved text. */
  readonly kept: readonly Entry[];
  readonly keepable: number;
}

/**
 * Migrates the files of one or several Tomcats to another line, in memory. The plan reports what becomes of each
 * element, and is compared with the findings in the result at the new Tomcat. Writes nothing.
 */
export async function planMigration(request: MigrationRequest): Promise<Migration> {
  const { workspace, paths, to } = request;
  const subjects: Subject[] = [];
  const problems: Migration["problems"][number][] = [];
  for (const path of paths) {
    const file = await workspace.fileAt(path);
    if (!file) continue;
    const problem = whyNot(file);
    if (problem) problems.push({ path, text: problem });
    else subjects.push(subjectOf(file, request));
  }
  const target = targetOf(request, subjects);
  const files: MigratedFile[] = [];
  const before: Diagnostic[] = [];
  const froms = new Map<string, TomcatVersion>();
  for (const subject of subjects) {
    files.push(await migrated(subject, request, target));
    const { path, kind, version } = subject.file;
    if (kind === "server") files.push(...(await movedPropertyFiles(path, workspace, version, to)));
    for (const each of (await workspace.snapshot(subject.file.path))?.diagnostics ?? []) before.push(each);
    froms.set(`${subject.file.version.line} ${subject.file.version.release}`, subject.file.version);
  }
  return {
    to,
    files: files.sort((a, b) => (a.path < b.path ? -1 : 1)),
    rolling: await rollingBetween(subjects, workspace, target),
    reasons: [...new Map(reasonsOf([...froms.values()], to, before).map((each) => [each.text.en, each])).values()],
    needs: needsOf([...froms.values()], to),
    problems,
  };
}

function subjectOf(file: ConfigFile, { to, keepDefaults = false }: MigrationRequest): Subject {
  const { path, version, reading } = file;
  const moved = moveFile(file, to);
  const after = isBackwards(version, to) ? undefined : readConfigFile(path, moved.draft.text, to, reading);
  const { entries, edits } = after ? keptDefaults({ before: file, after, draft: moved.draft }) : NOTHING_KEPT;
  if (!keepDefaults) return { file, moved, kept: [], keepable: entries.length };
  moved.draft.apply(edits);
  return { file, moved, kept: entries, keepable: 0 };
}

const NOTHING_KEPT: KeptDefaults = { entries: [], edits: [] };

/** The Tomcat in a user's words: a line, which stands for its newest known release, or a release. */
export function versionNamed(text: string): TomcatVersion | undefined {
  const line = lineOf(text);
  if (line === undefined) return undefined;
  if (line === text) return { line, release: lineFacts(line).newest };
  const release = Release.parse(text);
  return release && { line, release };
}

/** No server.xml has more elements; the report on 32,000 Connectors would have two million lines. */
const MOST_ELEMENTS = 10_000;

function whyNot(file: ConfigFile): Localized | undefined {
  if (!isWhole(file) || elementsOf(file).length > MOST_ELEMENTS) {
    return {
      en: "is a template, or too large: move the file that is made of it.",
      ko: "템플릿이거나 너무 큽니다. 이것으로 만든 파일을 옮기십시오.",
    };
  }
  if (file.version.assumed && file.version.standsFor === undefined) {
    return {
      en: "does not tell which Tomcat it is for: say so with --from, or choose it in the settings.",
      ko: "어떤 Tomcat용인지 알 수 없습니다. --from으로 지정하거나 설정에서 선택하십시오.",
    };
  }
  return undefined;
}

/** The same files with their new texts, as the new Tomcat reads them. */
function targetOf(
  { files, workspace, to, rules, onRuleError }: MigrationRequest,
  subjects: readonly Subject[],
): Workspace {
  const texts = new Map(subjects.map(({ file, moved }) => [file.path, moved.draft.text]));
  const target = new Workspace(
    { ...files, read: async (path) => texts.get(path) ?? (await workspace.textOf(path)) },
    { rules, onRuleError, chosenLine: () => Promise.resolve(to.release?.text ?? to.line) },
  );
  target.setRoots(workspace.roots);
  return target;
}

async function migrated(
  { file, moved, kept, keepable }: Subject,
  { workspace, to }: MigrationRequest,
  target: Workspace,
): Promise<MigratedFile> {
  const { path, version } = file;
  const { draft } = moved;
  const [was, is] = [await workspace.snapshot(path), await target.snapshot(path)];
  const entries: Entry[] = [...moved.entries, ...kept];
  if (is) {
    for (const each of differences({ before: file, after: is.file, draft })) entries.push(each);
    const told = startsOf(moved.entries);
    for (const each of remaining(was?.diagnostics ?? [], is.diagnostics, is.file, draft)) {
      if (!told.has(each.at.start) || each.bucket === "deprecated") entries.push(each);
    }
  }
  const told = startsOf(entries.filter(({ bucket }) => bucket === "by-hand"));
  for (const each of unmovedParts(file)) entries.push(each);
  for (const each of unknownElements(file)) if (!told.has(each.at.start)) entries.push(each);
  if (isDefaults(path)) entries.push(...shippedWeb(file, to));
  const elements = elementsOf(file);
  for (const each of unchangedElements(elements, entries)) entries.push(each);
  return {
    path,
    from: version,
    before: draft.before,
    after: draft.text,
    entries: entries.sort((a, b) => a.at.start - b.at.start),
    elements: elements.length,
    keepable,
  };
}

function startsOf(entries: readonly Entry[]): ReadonlySet<number> {
  return new Set(entries.map(({ at }) => at.start));
}

async function rollingBetween(
  subjects: readonly Subject[],
  workspace: Workspace,
  target: Workspace,
): Promise<readonly Rolling[]> {
  const paths = new Set(subjects.map(({ file }) => file.path));
  const found: Rolling[] = [];
  for (const { name, sites } of (await workspace.clusters()).all) {
    const pairs: SitePair[] = [];
    for (const site of sites) {
      const { path } = site.file;
      const node = paths.has(path) ? await target.nodeOf(path) : undefined;
      const after = node && sitesOf(node)[sitesOf(site.node).indexOf(site)];
      if (after) pairs.push({ before: site, after });
    }
    if (pairs.length > 0) found.push(rollingOf(name, pairs));
  }
  return found;
}

function reasonsOf(
  froms: readonly TomcatVersion[],
  to: TomcatVersion,
  before: readonly Diagnostic[],
): readonly MoveReason[] {
  return froms.flatMap((from) => reasonsFor(from, to, before));
}
