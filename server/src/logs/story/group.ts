import { groupBy } from "../../base/group-by.ts";
import { withoutEnd } from "../../base/trim-end.ts";

/** The logs of one node. */
export interface NodeLogs {
  readonly name: string;
  readonly paths: readonly string[];
}

/**
 * The name without what rotation adds: `catalina` for `catalina.2026-11-29.log`, `catalina.out.1` and
 * `catalina.log.2.gz`.
 */
function stemOf(file: string): string {
  const stem = file
    .replace(/\.(?:gz|Z)$/i, "")
    .replace(/\.\d{1,4}$/, "")
    .replace(/[._-]?\d{4}-?\d{2}-?\d{2}(?:[-_T.]\d{1,6})?/, "")
    .replace(/\.(?:log|out|txt)$/i, "");
  return withoutEnd(stem, "._-");
}

/** Groups files by node: those in one folder whose names differ only in what rotation adds. */
export function groupLogs(paths: readonly string[]): readonly NodeLogs[] {
  const groups = new Map<string, { folder: string; stem: string; paths: string[] }>();
  for (const path of paths) {
    const parts = path.split("/");
    const folder = parts.slice(0, -1).join("/");
    const stem = path === "-" ? "stdin" : stemOf(parts.at(-1) ?? path);
    const key = `${folder}\n${stem}`;
    const group = groups.get(key) ?? { folder, stem, paths: [] };
    group.paths.push(path);
    groups.set(key, group);
  }
  const all = [...groups.values()];
  const inFolder = groupBy(all, ({ folder }) => folder);
  const named = all.map((group) => {
    const { folder, stem } = group;
    const folders = folder.split("/").filter((part) => part !== "" && part !== ".");
    const node = folders.at(-1) === "logs" ? folders.at(-2) : folders.at(-1);
    const alone = inFolder.get(folder)?.length === 1;
    return { ...group, name: alone && node !== undefined && all.length > 1 ? node : stem };
  });
  const byName = groupBy(named, ({ name }) => name);
  return named.map(({ name, folder, stem, paths }) => {
    const unique = byName.get(name)?.length === 1;
    return { name: unique ? name : `${folder}/${stem}`, paths };
  });
}
