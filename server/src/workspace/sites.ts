import { type ClusterSite, sitesOf } from "../config/site.ts";
import { SERVER } from "./find.ts";
import { nameOf } from "./paths.ts";
import type { Workspace } from "./workspace.ts";

/** Each Cluster of each server.xml below the roots, and of the files named besides. */
export async function sitesBelow(
  workspace: Workspace,
  besides: readonly string[] = [],
): Promise<readonly ClusterSite[]> {
  const below = (await workspace.configurationFiles()).filter((path) => SERVER.test(nameOf(path)));
  const sites: ClusterSite[] = [];
  for (const path of new Set([...below, ...besides])) {
    for (const node of await workspace.nodesOf(path)) sites.push(...sitesOf(node));
  }
  return sites;
}
