import type { Locale } from "../base/localized.ts";
import { contains, touches } from "../base/span.ts";
import { connectorsOf } from "../config/front/connectors.ts";
import type { Backend, BackendEvidence, Front } from "../config/front/fronts.ts";
import type { ClusterSite } from "../config/site.ts";
import type { HoverText } from "./hover-text.ts";

const WORDS = {
  en: {
    unknown: "No node of the cluster is known to answer here.",
    none: "none",
    by: { address: "known by its address", route: "known by its route", rest: "the only node left" },
  },
  ko: {
    unknown: "이 주소에서 응답하는 클러스터 노드를 알 수 없습니다.",
    none: "없음",
    by: { address: "주소로 확인", route: "route로 확인", rest: "남은 유일한 노드" },
  },
} as const satisfies Readonly<
  Record<
    Locale,
    { readonly unknown: string; readonly none: string; readonly by: Readonly<Record<BackendEvidence, string>> }
  >
>;

/** Explains which node a balancer's member is, with its jvmRoute and its Connectors. */
export function hoverFront(fronts: readonly Front[], offset: number, locale: Locale): HoverText | undefined {
  const backend = backendAt(fronts, offset);
  if (!backend) return undefined;
  const { member, site, evidence } = backend;
  const at = member.route && touches(member.route.at, offset) ? member.route.at : member.at;
  const words = WORDS[locale];
  return { at, markdown: site && evidence ? nodeText(site, words.by[evidence], words.none) : words.unknown };
}

/** The member at an offset: at its directive, or at its route, which may be elsewhere. */
function backendAt(fronts: readonly Front[], offset: number): Backend | undefined {
  const all = fronts.flatMap(({ backends }) => backends);
  const place = { start: offset, end: offset };
  return (
    all.find(({ member }) => member.route && !member.routeImplied && contains(member.route.at, place)) ??
    all.find(({ member }) => touches(member.at, offset))
  );
}

function nodeText(site: ClusterSite, evidence: string, none: string): string {
  const connectors = connectorsOf(site).map(({ port, protocol }) => `${protocol?.toUpperCase() ?? "?"} ${port ?? "?"}`);
  const route = (site.jvmRoute ?? site.engine?.written("jvmRoute")) || none;
  return [
    `**${site.label}** (${evidence})`,
    "",
    `- jvmRoute: \`${route}\``,
    `- Connector: ${connectors.join(", ") || none}`,
  ].join("\n");
}
