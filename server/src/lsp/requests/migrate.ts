import { MIGRATE_REQUEST } from "../../protocol.ts";
import type { RequestGroup } from "../session.ts";

/** The move of a node or a cluster to another Tomcat: a report and edits, nothing of which is written here. */
export const migrateRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    session.connection.onRequest(MIGRATE_REQUEST, async (params) => {
      const { migrationOf } = await import("../answers/migrate.ts");
      return migrationOf(session, params);
    });
  },
};
