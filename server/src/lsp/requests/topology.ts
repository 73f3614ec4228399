import { TOPOLOGY_CHANGED, TOPOLOGY_REQUEST } from "../../protocol.ts";
import { readTopologies } from "../../topology/read.ts";
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

    connection.onRequest(TOPOLOGY_REQUEST, async ({ uri }) => {
      owesNotice = true;
      const { locale } = session;
      const path = uri === null ? undefined : host.pathOf(uri);
      const topologies = await readTopologies(workspace, { locale, uriOf: host.uriOf }, path);
      // What measures texts makes tables of letters when it is loaded; most who edit a file never need them.
      const { pictureOf, STYLE } = await import("../../topology/svg.ts");
      const pictures = topologies.map((topology, index) => pictureOf(topology, locale, `c${index}-`));
      return { style: STYLE, pictures: await Promise.all(pictures) };
    });
  },
};
