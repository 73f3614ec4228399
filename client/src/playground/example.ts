import server1 from "../../../examples/node1/conf/server.xml";
import application1 from "../../../examples/node1/webapps/ROOT/WEB-INF/web.xml";
import server2 from "../../../examples/node2/conf/server.xml";
import application2 from "../../../examples/node2/webapps/ROOT/WEB-INF/web.xml";
import { ASSUMED_LINE } from "../../../server/src/schema/lines.ts";
import type { Project } from "./project.ts";

const CONTEXT = `<?xml version="1.0" encoding="UTF-8"?>
<Context>
  <WatchedResource>WEB-INF/web.xml</WatchedResource>
</Context>
`;

/** The two nodes of the examples' folder: a cluster with mistakes. */
export const EXAMPLE: Project = {
  tomcat: ASSUMED_LINE,
  files: {
    "node1/conf/server.xml": server1,
    "node1/conf/context.xml": CONTEXT,
    "node1/webapps/ROOT/WEB-INF/web.xml": application1,
    "node2/conf/server.xml": server2,
    "node2/conf/context.xml": CONTEXT,
    "node2/webapps/ROOT/WEB-INF/web.xml": application2,
  },
};
