import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { ADVISORIES, rangeAround, recordOf } from "../schema/advisories.ts";
import { lineFacts } from "../schema/lines.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { nameOfVersion, type Reason } from "./model.ts";

/** What speaks for the move: the end of a line's support, and published advisories that the files fall under. */
export function reasonsFor(from: TomcatVersion, to: TomcatVersion, before: readonly Diagnostic[]): readonly Reason[] {
  const found: Reason[] = [];
  const { endOfLife } = lineFacts(from.line);
  if (endOfLife !== undefined) {
    found.push({
      text: {
        en: `Tomcat ${from.line} has had no releases since ${endOfLife}: nothing found since is mended there.`,
        ko: `Tomcat ${josa(from.line, "은")} ${endOfLife} 이후 릴리스가 없습니다. 그 뒤에 발견된 문제는 고쳐지지 않습니다.`,
      },
      source: "https://tomcat.apache.org/whichversion.html",
    });
  }
  const ids = new Set(before.flatMap(({ advisories }) => advisories ?? []));
  const target = to.release ?? lineFacts(to.line).newest;
  for (const advisory of ADVISORIES) {
    if (!ids.has(advisory.id)) continue;
    const stays = rangeAround(advisory, target) !== undefined;
    const which: Localized = stays
      ? { en: `is published for ${target} too`, ko: `${target}에도 해당합니다` }
      : { en: `is not published for ${target}`, ko: `${target}에는 해당하지 않습니다` };
    found.push({
      text: {
        en: `${advisory.id}: ${advisory.text.en} It applies to ${nameOfVersion(from)} with these files, and ${which.en}.`,
        ko: `${advisory.id}: ${advisory.text.ko} 이 파일을 쓰는 ${nameOfVersion(from)}에 해당하며 ${which.ko}.`,
      },
      source: recordOf(advisory.id),
    });
  }
  return found;
}

/** What a move to this line needs, whatever the files say. */
export function needsOf(froms: readonly TomcatVersion[], to: TomcatVersion): readonly Localized[] {
  const { java, packages } = lineFacts(to.line);
  const needs: Localized[] = [
    {
      en: `Tomcat ${to.line} needs Java ${java} or later.`,
      ko: `Tomcat ${to.line}에는 Java ${java} 이상이 필요합니다.`,
    },
  ];
  if (froms.some(({ line }) => lineFacts(line).packages !== packages)) {
    needs.push({
      en: "Applications use jakarta instead of javax: run Tomcat's migration tool (migrate.sh in.war out.war), or put them into webapps-javaee, which Tomcat converts itself.",
      ko: "애플리케이션은 javax 대신 jakarta를 씁니다. Tomcat의 변환 도구(migrate.sh in.war out.war)를 쓰거나, Tomcat이 스스로 변환하는 webapps-javaee에 두십시오.",
    });
  }
  return needs;
}
