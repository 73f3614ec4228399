import { contains, type Span } from "../base/span.ts";
import { rules } from "../rules/index.ts";
import type { BrokenLink, RelatedPlace } from "../rules/rule.ts";
import type { TopologyLink, TopologyProblem } from "./model.ts";
import type { Survey } from "./survey.ts";

/** The rules whose findings mean a broken link, with the kind of break. */
const BREAKING: ReadonlyMap<string, BrokenLink> = new Map(
  rules.flatMap((rule): readonly (readonly [string, BrokenLink])[] =>
    "breaksLink" in rule && rule.breaksLink ? [[rule.id, rule.breaksLink]] : [],
  ),
);

/**
 * The broken links between pairs of nodes: a finding's own place and its related places name the nodes. Several
 * findings about one pair are one link.
 */
export function brokenLinks(survey: Survey): readonly TopologyLink[] {
  const { sites, diagnosticsOf, locale, placeIn } = survey;
  const found = new Map<string, TopologyLink>();
  for (const [index, site] of sites.entries()) {
    for (const { code, at, severity, text, related = [] } of diagnosticsOf(site.file)) {
      const breaks = BREAKING.get(code);
      if (!breaks || ownerOf(site.file, at, survey) !== index) continue;
      const problem: TopologyProblem = { code, severity, text: text[locale], place: placeIn(site.file, at) };
      const others = new Set(related.map((place) => ownerOf(place.file, place.at, survey)));
      for (const other of others) {
        if (other === undefined || other === index) continue;
        const mutual = breaks === "both-ways" || breaks === "one-way";
        // Findings on either node of a link without a direction are about the same link.
        const turned = breaks === "from-other" || (mutual && other < index);
        const [from, to] = turned ? [other, index] : [index, other];
        const key = `${from} ${to} ${mutual}`;
        const known = found.get(key);
        const atLeast = breaks === "one-way" && (!known || known.atLeastOneWay === true);
        found.set(key, {
          from,
          to,
          mutual,
          ...(atLeast ? { atLeastOneWay: true } : {}),
          place: known?.place ?? problem.place,
          problems: [...(known?.problems ?? []), problem],
        });
      }
    }
  }
  return [...found.values()];
}

/** The site whose Cluster contains a place, or else whose Engine or Host does. */
function ownerOf(file: RelatedPlace["file"], at: Span, { byFile }: Survey): number | undefined {
  const here = byFile.get(file);
  if (!here) return undefined;
  const [owner] =
    here.find(([, { cluster }]) => contains(cluster.element.span, at)) ??
    here.find(([, { container }]) => contains(container.element.span, at)) ??
    here[0];
  return owner;
}
