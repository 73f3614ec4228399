import { externalParts } from "../../syntax/external-parts.ts";
import { doesNotStart } from "../outcomes.ts";
import type { FileRule } from "../rule.ts";

/**
 * Java's parser reads the DTD that a DOCTYPE names and the entities that are used from other files, without validating
 * too; it stops where one is not there.
 *
 * Source: Digester.resolveEntity (relative to the file), 7.0 to 11.0; run on 9.0.43 to 11.0.24.
 */
export const rule: FileRule = {
  id: "external-part-missing",
  group: "structure",
  severity: "error",
  summary: {
    en: "A DTD or an entity of another file that is not there stops Tomcat's parser.",
    ko: "없는 파일의 DTD나 엔티티를 가리키면 Tomcat의 파서가 멈춥니다.",
  },
  files: ["server", "context"],

  check(file, report) {
    const { document, absent, template } = file;
    // What a template becomes lies elsewhere, beside files that others write.
    if (absent.size === 0 || template) return;
    const stops = doesNotStart(file);
    for (const { systemId, at } of externalParts(document)) {
      if (!absent.has(systemId)) continue;
      report({
        at,
        text: {
          en: `There is no ${systemId} beside this file: without it ${stops.en}. Put it there, or take the reference out.`,
          ko: `이 파일 옆에 ${systemId} 파일이 없습니다. 없으면 ${stops.ko}. 그 자리에 두거나 참조를 빼십시오.`,
        },
      });
    }
  },
};
