import { STATUS_REQUEST } from "../../protocol.ts";
import type { RequestGroup } from "../session.ts";

export const statusRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    session.connection.onRequest(STATUS_REQUEST, async ({ uri }) => {
      const { workspace, host, locale } = session;
      const path = host.pathOf(uri);
      if (!(await workspace.fileAt(path))) return null;
      const { version, source } = await workspace.versionOf(path);
      return version ? { line: version.line, release: version.release?.text ?? null, source: source[locale] } : null;
    });
  },
};
