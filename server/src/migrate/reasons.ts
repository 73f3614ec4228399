import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import { ADVISORIES, rangeAround, recordOf } from "../schema/advisories.ts";
import { LINES, lineFacts, lineOf } from "../schema/lines.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { type MoveReason, nameOfVersion } from "./model.ts";

/** Reasons for a move: the end of a line's support, and published advisories that apply to the files. */
export function reasonsFor(
  from: TomcatVersion,
  to: TomcatVersion,
  before: readonly Diagnostic[],
): readonly MoveReason[] {
  const found: MoveReason[] = [];
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

/** What every move to the line of a release, from an earlier one, requires, whatever the files contain. */
const NEEDS: readonly { readonly first: string; readonly text: Localized }[] = [
  {
    first: "8.5.0",
    text: {
      en: "HTTP/1.1 and AJP/1.3 stand for the NIO connectors, and cookies are read by RFC 6265: up to 9.0 a LegacyCookieProcessor in the Context reads the old ones.",
      ko: "HTTP/1.1과 AJP/1.3은 NIO 커넥터를 뜻하고 쿠키는 RFC 6265로 읽습니다. 9.0까지는 Context의 LegacyCookieProcessor로 예전 쿠키를 읽을 수 있습니다.",
    },
  },
  {
    first: "10.1.0",
    text: {
      en: "Applications use jakarta instead of javax: run Tomcat's migration tool (migrate.sh in.war out.war), or put them into webapps-javaee, which Tomcat converts itself.",
      ko: "애플리케이션은 javax 대신 jakarta를 씁니다. Tomcat의 변환 도구(migrate.sh in.war out.war)를 쓰거나, Tomcat이 스스로 변환하는 webapps-javaee에 두십시오.",
    },
  },
  {
    first: "10.1.0",
    text: {
      en: 'A restart loses the sessions of applications outside of a cluster: to keep them, write <Manager pathname="SESSIONS.ser"/> into conf/context.xml.',
      ko: '다시 시작하면 클러스터에 속하지 않은 애플리케이션의 세션이 없어집니다. 유지하려면 conf/context.xml에 <Manager pathname="SESSIONS.ser"/>를 쓰십시오.',
    },
  },
  {
    first: "10.1.0",
    text: {
      en: "The conf/web.xml of the new Tomcat sets UTF-8 for requests and responses that name no encoding.",
      ko: "새 Tomcat의 conf/web.xml은 인코딩이 없는 요청과 응답에 UTF-8을 씁니다.",
    },
  },
  {
    first: "11.0.0",
    text: {
      en: "There is no SecurityManager: catalina.sh start -security and conf/catalina.policy have no effect.",
      ko: "SecurityManager가 없습니다. catalina.sh start -security와 conf/catalina.policy는 효과가 없습니다.",
    },
  },
];

/** The requirements of a move to this line, whatever the files contain. */
export function needsOf(froms: readonly TomcatVersion[], to: TomcatVersion): readonly Localized[] {
  const { java } = lineFacts(to.line);
  const target = LINES.indexOf(to.line);
  const oldest = Math.min(target, ...froms.map(({ line }) => LINES.indexOf(line)));
  return [
    {
      en: `Tomcat ${to.line} needs Java ${java} or later.`,
      ko: `Tomcat ${to.line}에는 Java ${java} 이상이 필요합니다.`,
    },
    ...NEEDS.filter(({ first }) => {
      const line = lineOf(first);
      const place = line === undefined ? -1 : LINES.indexOf(line);
      return oldest < place && place <= target;
    }).map(({ text }) => text),
  ];
}
