import { groupBy } from "../base/group-by.ts";
import type { Locale, Localized } from "../base/localized.ts";
import type { ClusterSite } from "../config/site.ts";
import { driftOf, siteOfRunning } from "./drift.ts";
import type { LiveReport } from "./look.ts";
import type { Reach } from "./reach.ts";
import { applicationText, clusterTexts } from "./report.ts";
import type { ClusterState, NodeState } from "./state.ts";
import { driftLine, type LiveLine, reachLine, unseenLine } from "./words.ts";

/** Running nodes as they were when they were looked at last. */
export interface LastLook {
  readonly time: Date;
  readonly report: LiveReport;
}

/** One node as it was then, beside its file as it is now. */
export interface LiveNode {
  /** In a few words. */
  readonly summary: string;
  readonly lines: readonly { readonly wrong: boolean; readonly text: string }[];
}

/**
 * Gives what the last look told of a site's node; undefined where it told nothing. Values of the file are compared anew:
 * it may have been changed since.
 *
 * @param sites all there are, to find the one a running Cluster is of
 */
export function liveNodes(
  sites: readonly ClusterSite[],
  { report }: LastLook,
  locale: Locale,
): (site: ClusterSite) => LiveNode | undefined {
  const all = report.asked.flatMap((each) =>
    "state" in each
      ? each.state.clusters.map((cluster) => ({ manager: each.manager, state: each.state, cluster }))
      : [],
  );
  const bySite = groupBy(all, ({ cluster }) => siteOfRunning(cluster, sites));
  const reaches = groupBy(report.reaches, ({ site }) => site.file.path);
  const unseen = groupBy(report.unseen, ({ by }) => by);
  const right = (text: string) => ({ wrong: false, text });
  const told = ({ wrong, text }: LiveLine) => ({ wrong, text: text[locale] });
  return (site) => {
    const reach = reaches.get(site.file.path)?.find((each) => isOf(each, site));
    const running = bySite.get(site) ?? [];
    if (!reach && running.length === 0) return undefined;
    const [first] = running;
    return {
      summary: first ? summaryOf(first.cluster, first.state)[locale] : reach ? reachedWords(reach)[locale] : "",
      lines: [
        ...(reach ? [told(reachLine(reach))] : []),
        ...running.flatMap(({ manager, state, cluster }) => [
          ...clusterTexts(cluster, locale).map(right),
          ...state.applications.map((each) => right(applicationText(each, locale))),
          ...(unseen.get(manager) ?? []).map((each) => told(unseenLine(each))),
          ...driftOf(cluster, site).map((each) => told(driftLine(each))),
        ]),
      ],
    };
  };
}

/** The site as it was then may have been read anew since. */
function isOf({ site: then, host, port }: Reach, { file, endpoint }: ClusterSite): boolean {
  return then.file.path === file.path && port === endpoint.port && (endpoint.host ?? host) === host;
}

function summaryOf({ members }: ClusterState, { applications }: NodeState): Localized {
  const sessions = applications.reduce((sum, each) => sum + (each.sessions ?? 0), 0);
  return {
    en: `sees ${members.length} · ${sessions} ${sessions === 1 ? "session" : "sessions"}`,
    ko: `보는 멤버 ${members.length}개 · 세션 ${sessions}개`,
  };
}

function reachedWords({ outcome: { kind } }: Reach): Localized {
  if (kind === "unknown") return { en: "address not known", ko: "주소를 알 수 없음" };
  return kind === "open" ? { en: "reached", ko: "접속됨" } : { en: "not reached", ko: "접속할 수 없음" };
}
