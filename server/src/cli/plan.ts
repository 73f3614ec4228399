import { itemAt } from "../base/item-at.ts";
import { groupSites, type NamedCluster, type PathGroup, type SiteKey } from "../config/grouping.ts";
import { writtenIn } from "../config/launch/held-path.ts";
import { join } from "../workspace/files.ts";
import { SERVER } from "../workspace/find.ts";
import { baseOf, nameOf } from "../workspace/paths.ts";
import type { Batch } from "./batch.ts";

/**
 * The approximate number of files in a batch: enough to be worth sending to a thread, few enough to keep memory small.
 */
const FILES = 100;

/** Files that must be checked together: those of clusters that share a multicast group or a Tomcat. */
interface Unit {
  readonly groups: PathGroup[];
  readonly paths: string[];
  /** The unit this one became part of. */
  mergedInto?: Unit;
}

/**
 * Sorts files into batches that can be checked independently: the nodes of a cluster, and clusters that share a
 * multicast group, stay together. The order of the files is kept within a batch.
 */
export function planBatches(
  files: readonly string[],
  keys: readonly SiteKey[],
  named: readonly NamedCluster[],
): readonly Batch[] {
  const units = new Map<string, Unit>();
  const unitOf = (token: string): Unit => {
    let unit = units.get(token) ?? { groups: [], paths: [] };
    while (unit.mergedInto) unit = unit.mergedInto;
    units.set(token, unit);
    return unit;
  };
  for (const group of groupSites(keys, (key) => key, named)) {
    const tokens = group.sites.flatMap(({ path, multicastGroup }) => {
      const file = writtenIn(path);
      return multicastGroup === undefined ? [file] : [file, `group ${multicastGroup}`];
    });
    let home = unitOf(itemAt(tokens, 0));
    home.groups.push({ ...group, sites: group.sites.map(({ path, index, run }) => ({ path, index, run })) });
    for (const token of tokens) {
      const other = unitOf(token);
      if (other === home) continue;
      // The smaller group is merged into the larger one, so that each group moves a few times only.
      const [from, to] = other.groups.length > home.groups.length ? [home, other] : [other, home];
      for (const group of from.groups) to.groups.push(group);
      from.mergedInto = to;
      home = to;
    }
  }
  const found = new Set<Unit>();
  for (const path of files) {
    // All that one file holds is checked together, because it is written together.
    const unit = unitOf(writtenIn(SERVER.test(nameOf(path)) ? path : join(baseOf(path), "conf", "server.xml")));
    unit.paths.push(path);
    found.add(unit);
  }
  return packed([...found]);
}

function packed(units: readonly Unit[]): readonly Batch[] {
  const batches: { readonly paths: string[]; readonly groups: PathGroup[] }[] = [];
  for (const { paths, groups } of units) {
    let batch = batches.at(-1);
    if (!batch || batch.paths.length + paths.length > FILES) {
      batch = { paths: [], groups: [] };
      batches.push(batch);
    }
    for (const path of paths) batch.paths.push(path);
    for (const group of groups) batch.groups.push(group);
  }
  return batches;
}

/** Splits a list of files into parts of a batch's size. */
export function inParts(paths: readonly string[]): readonly (readonly string[])[] {
  return Array.from({ length: Math.ceil(paths.length / FILES) }, (_, index) =>
    paths.slice(index * FILES, (index + 1) * FILES),
  );
}
