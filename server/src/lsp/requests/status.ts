import type { Locale, Localized } from "../../base/localized.ts";
import { STATUS_REQUEST } from "../../protocol.ts";
import { isAfterFacts, type Line, lineFacts } from "../../schema/lines.ts";
import { isTooLong, LONGEST, type RequestGroup } from "../session.ts";

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
      const told = [source[locale]];
      if (standsFor !== undefined) told.push(readAs(standsFor, line)[locale]);
      if (isAfterFacts(version)) told.push(knownTo(line)[locale]);
      return {
        line,
        release: standsFor ?? release?.text ?? null,
        source: told.join("; "),
        leftOut: isTooLong(file) ? leftOut(locale) : null,
      };
    });
  },
};

function leftOut(locale: Locale): string {
  const characters = LONGEST.toLocaleString("en");
  const texts: Localized = {
    en: `longer than ${characters} characters: only mistakes of the XML are shown`,
    ko: `${characters}자보다 길어 XML 오류만 표시합니다`,
  };
  return texts[locale];
}

/** Which line stands in for a Tomcat that none covers. */
function readAs(standsFor: string, line: Line): Localized {
  return {
    en: `Tomcat ${standsFor} is not known here and is read as ${line}`,
    ko: `Tomcat ${standsFor}에 대한 정보가 없어 ${line} 버전으로 읽습니다`,
  };
}

/** How old what is known of a line is. */
function knownTo(line: Line): Localized {
  const { newest } = lineFacts(line);
  return {
    en: `only ${newest} and older are known here, so what is unknown is said softly`,
    ko: `${newest} 이하만 알고 있어 모르는 것은 힌트로만 표시합니다`,
  };
}
