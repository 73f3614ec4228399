import type { Localized } from "../../base/localized.ts";
import { STATUS_REQUEST } from "../../protocol.ts";
import { isAfterFacts, type Line, lineFacts } from "../../schema/lines.ts";
import { isOnlyParsed, type RequestGroup, tooLong } from "../session.ts";

export const statusRequests: RequestGroup = {
  capabilities: () => ({}),

  serve(session) {
    session.connection.onRequest(STATUS_REQUEST, async ({ uri }) => {
      const { workspace, host, locale } = session;
      const path = host.pathOf(uri);
      const file = await workspace.fileAt(path);
      if (!file) return null;
      const { version, source } = await workspace.versionOf(path);
      if (!version) return null;
      const { line, release, standsFor } = version;
      const restricted = (await workspace.configurationOf(path))?.restricted === true;
      const told = [source[locale]];
      if (standsFor !== undefined) told.push(readAs(standsFor, line)[locale]);
      if (isAfterFacts(version)) told.push(knownTo(line)[locale]);
      return {
        line,
        kind: file.kind,
        release: standsFor ?? release?.text ?? null,
        source: told.join("; "),
        leftOut: isOnlyParsed(file) ? tooLong(file)[locale] : restricted ? UNTRUSTED[locale] : null,
      };
    });
  },
};

const UNTRUSTED: Localized = {
  en: "the workspace is not trusted: customRules, overrides and clusters of .tomcat-cluster.json do not count",
  ko: "신뢰하지 않은 작업 영역입니다. .tomcat-cluster.json의 customRules, overrides, clusters는 적용하지 않습니다",
};

/** Which line stands in for a Tomcat that none covers. */
function readAs(standsFor: string, line: Line): Localized {
  return {
    en: `Tomcat ${standsFor} is not known here and is read as ${line}`,
    ko: `Tomcat ${standsFor}에 대한 정보가 없어 ${line} 버전으로 읽습니다`,
  };
}

/** The age of what is known of a line. */
function knownTo(line: Line): Localized {
  const { newest } = lineFacts(line);
  return {
    en: `only ${newest} and older are known here, so what is unknown is said softly`,
    ko: `${newest} 이하만 알고 있어 모르는 것은 힌트로만 표시합니다`,
  };
}
