import type { ConfigFile } from "../config/file.ts";
import type { FrontFile } from "../front/model.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { Workspace } from "../workspace/workspace.ts";
import { topologyOf } from "./build.ts";
import type { Topology } from "./model.ts";
import type { TopologyOptions } from "./survey.ts";

/** The pictures of all clusters of a workspace, and of those beside a file that is not in it. */
export async function readTopologies(
  workspace: Workspace,
  options: TopologyOptions,
  path?: string,
): Promise<readonly Topology[]> {
  const { all } = await workspace.clusters(path);
  const found = new Map<ConfigFile | FrontFile, readonly Diagnostic[]>();
  for (const { node } of all.flatMap(({ sites }) => sites)) {
    for (const file of [node.server, ...node.applications.map(({ descriptor }) => descriptor)]) {
      if (!found.has(file)) found.set(file, (await workspace.checked(file.path))?.diagnostics ?? []);
    }
  }
  for (const { file } of all.flatMap(({ fronts }) => fronts)) {
    if (!found.has(file)) found.set(file, (await workspace.checked(file.path))?.diagnostics ?? []);
  }
  const topologies: Topology[] = [];
  for (const cluster of all) {
    topologies.push(topologyOf(cluster, (file) => found.get(file) ?? [], options));
    await workspace.turn();
  }
  return topologies;
}
