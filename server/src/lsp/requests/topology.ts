import { printableXml } from "../../base/printable.ts";
import { CLUSTERS_REQUEST, TOPOLOGY_CHANGED, TOPOLOGY_FILE_REQUEST, TOPOLOGY_REQUEST } from "../../protocol.ts";
import type { TopologyPicture } from "../../topology/model.ts";
import { SERVER } from "../../workspace/find.ts";
import { nameOf } from "../../workspace/paths.ts";
import type { RequestGroup } from "../session.ts";

export const topologyRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    const { connection, workspace, host } = session;
    // One notice for each answer: fast typing causes no flood, and a client that never asked gets none.
    let owesNotice = false;
    session.onChange(() => {
      if (!owesNotice) return;
      owesNotice = false;
      void session.attempt(() => connection.sendNotification(TOPOLOGY_CHANGED));
    });

    const read = async (path?: string, named = host.uriOf) => {
      owesNotice = true;
      const { locale, live } = session;
      const { readTopologies } = await import("../../topology/read.ts");
      return readTopologies(workspace, { locale, uriOf: named, ...(live && { live }) }, path);
    };

    connection.onRequest(CLUSTERS_REQUEST, async () => {
      const clusters = await read();
      const servers: string[] = [];
      for (const path of await workspace.configurationFiles()) {
        if (SERVER.test(nameOf(path)) && (await workspace.fileAt(path))?.kind === "server")
          servers.push(host.uriOf(path));
      }
      return { clusters, servers };
    });

    connection.onRequest(TOPOLOGY_FILE_REQUEST, async ({ uri, format }) => {
      const { locale } = session;
      const path = uri === null ? undefined : host.pathOf(uri);
      if (format === "text") {
        const { topologyText } = await import("../../topology/text.ts");
        return topologyText(await read(path, asTyped));
      }
      const topologies = await read(path);
      if (format === "mermaid") {
        const { topologyMermaid } = await import("../../topology/mermaid.ts");
        return topologyMermaid(topologies);
      }
      const { standaloneSvg } = await import("../../topology/svg.ts");
      return printableXml(await standaloneSvg(topologies, locale));
    });

    connection.onRequest(TOPOLOGY_REQUEST, async ({ uri }) => {
      const { locale } = session;
      const topologies = await read(uri === null ? undefined : host.pathOf(uri));
      // Loaded on demand: the module makes tables of character widths, and most sessions never draw a picture.
      const { pictureOf, STYLE } = await import("../../topology/svg.ts");
      const pictures: TopologyPicture[] = [];
      for (const [index, topology] of topologies.entries()) {
        pictures.push(await pictureOf(topology, locale, `c${index}-`));
        await workspace.turn();
      }
      return { style: STYLE, pictures };
    });
  },
};

/** A path of the workspace, which has the scheme of its URI, as a user types it. */
function asTyped(path: string): string {
  return path.replace(/^file:\/\/\/(?=[a-z]:)|^file:\/\/(?=\/)/, "");
}
