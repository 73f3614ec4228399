import type { ConfigFile } from "../../config/file.ts";
import { nodeLabel } from "../../config/site.ts";
import { filesOfCluster, filesOfNode, plannedFixes } from "../../features/cluster-fixes.ts";
import type { FrontFile } from "../../front/model.ts";
import { CLUSTER_FIXES_REQUEST, type ClusterFixes } from "../../protocol.ts";
import type { RequestGroup, Session } from "../session.ts";

/** All fixes of a cluster, to be looked at and made together. */
export const clusterFixRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    session.connection.onRequest(CLUSTER_FIXES_REQUEST, async ({ uri }) => {
      const groups = await groupsFor(session, uri === null ? undefined : session.host.pathOf(uri));
      const answer: ClusterFixes[] = [];
      for (const { name, files } of groups) {
        const found = await Promise.all(
          files.map(async (file) => [file, (await session.workspace.checked(file.path))?.diagnostics ?? []] as const),
        );
        answer.push({ cluster: name, fixes: plannedFixes(found, session.rendering) });
      }
      return answer;
    });
  },
};

interface Group {
  readonly name: string;
  readonly files: readonly (ConfigFile | FrontFile)[];
}

/** The clusters a file is part of, else its node alone; without a file all clusters. */
async function groupsFor({ workspace }: Session, path: string | undefined): Promise<readonly Group[]> {
  const clusters = await workspace.clusters(path);
  const node = path === undefined ? undefined : await workspace.nodeOf(path);
  const behind = path === undefined ? [] : clusters.behind(path);
  const chosen = path === undefined ? clusters.all : node ? clusters.of(node.server) : behind;
  if (chosen.length > 0) return chosen.map((cluster) => ({ name: cluster.name, files: filesOfCluster(cluster) }));
  return node ? [{ name: nodeLabel(node.server.path), files: filesOfNode(node) }] : [];
}
