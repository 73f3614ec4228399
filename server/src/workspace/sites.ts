import { type ClusterSite, sitesOf } from "../config/site.ts";
import { SERVER } from "./find.ts";
import { nameOf } from "./paths.ts";
import type { Workspace } from "./workspace.ts";

/** Each Cluster of each server.xml below the roots. */
export async function sitesBelow(workspace: Workspace): Promise<readonly ClusterSite[]> {
  const sites: ClusterSite[] = [];
  for (const path of await workspace.configurationFiles()) {
    if (!SERVER.test(nameOf(path))) continue;
    const node = await workspace.nodeOf(path);
    if (node) sites.push(...sitesOf(node));
  }
  return sites;
}
