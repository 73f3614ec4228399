import type { JSONPath } from "jsonc-parser";
import { isObject, leadsOut, MOST_ITEMS, MOST_OF_GLOBS } from "./configuration-form.ts";
import { globCost, globProblem } from "./glob.ts";

/** What a configuration names, whatever else is wrong in it. */
export interface Named {
  /** The path of a baseline as it is written; undefined for one that leads out of the folder. */
  readonly baseline: string | undefined;
  /** Globs of clusters, each with its place. */
  readonly nodes: readonly { readonly glob: string; readonly path: JSONPath }[];
}

export const NOTHING_NAMED: Named = { baseline: undefined, nodes: [] };

/** What a content names, of whatever form it is. Globs that may not be tried, or cost too much, are left out. */
export function namedIn(content: unknown, trusted: boolean): Named {
  if (!isObject(content)) return NOTHING_NAMED;
  const { baseline, clusters } = content;
  const nodes: Named["nodes"][number][] = [];
  let cost = 0;
  for (const [index, cluster] of (trusted && Array.isArray(clusters) ? clusters.slice(0, MOST_ITEMS) : []).entries()) {
    const globs: unknown = isObject(cluster) ? cluster["nodes"] : undefined;
    for (const [place, glob] of (Array.isArray(globs) ? globs.slice(0, MOST_ITEMS) : []).entries()) {
      if (typeof glob !== "string" || globProblem(glob)) continue;
      cost += globCost(glob);
      if (cost <= MOST_OF_GLOBS) nodes.push({ glob, path: ["clusters", index, "nodes", place] });
    }
  }
  const isBelow = typeof baseline === "string" && baseline !== "" && !leadsOut(baseline);
  return { baseline: isBelow ? baseline : undefined, nodes };
}
