import { contains, type Span } from "../base/span.ts";
import type { RelatedPlace } from "../rules/rule.ts";
import type { TopologyLink, TopologyProblem } from "./model.ts";
import type { Survey } from "./survey.ts";

/** Rules over nodes whose finding means that nothing of a node arrives at another; the others warn of lesser harm. */
const ONE_WAY = new Set(["member-not-mutual", "member-port-differs"]);
const BOTH_WAYS = new Set([
  "multicast-group-differs",
  "membership-kind-differs",
  "static-service-name-differs",
  "domain-filtered-out",
  "interceptor-stack-differs",
  "encrypt-setting-differs",
  "encrypt-across-releases",
  "gzip-across-lines",
  "loopback-disabled-on-machine",
  "cluster-level-differs",
  "manager-kind-differs",
]);

/** All rules that break a link. */
export const BREAKING: ReadonlySet<string> = new Set([...ONE_WAY, ...BOTH_WAYS]);

/** What the findings say of pairs of nodes: where one is, and the related places it names. Several of one pair are one link. */
export function brokenLinks(survey: Survey): readonly TopologyLink[] {
  const { sites, diagnosticsOf, locale, placeIn } = survey;
  const found = new Map<string, TopologyLink>();
  for (const [index, site] of sites.entries()) {
    for (const { code, at, severity, text, related = [] } of diagnosticsOf(site.file)) {
      if (!BREAKING.has(code) || ownerOf(site.file, at, survey) !== index) continue;
      const problem: TopologyProblem = { code, severity, text: text[locale], place: placeIn(site.file, at) };
      const others = new Set(related.map((place) => ownerOf(place.file, place.at, survey)));
      for (const other of others) {
        if (other === undefined || other === index) continue;
        const mutual = BOTH_WAYS.has(code);
        // What holds both ways is one link, whichever node it is said of.
        const [from, to] = mutual && other < index ? [other, index] : [index, other];
        const key = `${from} ${to} ${mutual}`;
        const known = found.get(key);
        if (known) found.set(key, { ...known, problems: [...known.problems, problem] });
        else found.set(key, { from, to, mutual, place: problem.place, problems: [problem] });
      }
    }
  }
  return [...found.values()];
}

/** The site whose Cluster, else whose Engine or Host, a place is in. */
function ownerOf(file: RelatedPlace["file"], at: Span, { sites, byFile }: Survey): number | undefined {
  const here = byFile.get(file) ?? [];
  const inside = (element: { readonly span: Span } | undefined) => element !== undefined && contains(element.span, at);
  return (
    here.find((index) => inside(sites[index]?.cluster.element)) ??
    here.find((index) => inside(sites[index]?.container.element)) ??
    here[0]
  );
}
