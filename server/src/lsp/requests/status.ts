import type { Localized } from "../../base/localized.ts";
import { STATUS_REQUEST } from "../../protocol.ts";
import { isAfterFacts, type Line, lineFacts } from "../../schema/lines.ts";
import type { RequestGroup } from "../session.ts";

export const statusRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    session.connection.onRequest(STATUS_REQUEST, async ({ uri }) => {
      const { workspace, host, locale } = session;
      const path = host.pathOf(uri);
      if (!(await workspace.fileAt(path))) return null;
      const { version, source } = await workspace.versionOf(path);
      if (!version) return null;
      const { line, release } = version;
      const told = isAfterFacts(version) ? `${source[locale]}; ${knownTo(line)[locale]}` : source[locale];
      return { line, release: release?.text ?? null, source: told };
    });
  },
};

/** How old what is known of a line is. */
function knownTo(line: Line): Localized {
  const { known } = lineFacts(line);
  return {
    en: `only ${known} and older are known here, so what is unknown is said softly`,
    ko: `${known} 이하만 알고 있어 모르는 것은 힌트로만 표시합니다`,
  };
}
