import { firstIndex } from "../base/first-index.ts";
import { contains, type Span } from "../base/span.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Backend, Front } from "../config/front/fronts.ts";
import { FRONT_NAMES } from "../front/model.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { TopologyFront, TopologyProblem } from "./model.ts";
import type { Survey } from "./survey.ts";

/** Findings between balancers and nodes that the picture shows; it leaves out lesser ones. */
const isProblem = ({ code, severity }: Diagnostic) =>
  code.startsWith("balancer-") && (severity === "error" || severity === "warning");

/** The balancers in front of a cluster, with the problems on the way to each member. */
export function topologyFronts(fronts: readonly Front[], survey: Survey): readonly TopologyFront[] {
  const { diagnosticsOf, locale, placeIn } = survey;
  const problem = (file: Parameters<typeof placeIn>[0], { code, severity, text, at }: Diagnostic): TopologyProblem => {
    return { code, severity, text: text[locale], place: placeIn(file, at) };
  };
  const inNode = problemsByPlace(diagnosticsOf);
  return fronts.map(({ file, balancer, backends }) => {
    const found = diagnosticsOf(file).filter(isProblem);
    const foundIn = searchIn(found);
    const ofMembers = new Set<Diagnostic>();
    const members = backends.map((backend) => {
      const here = foundIn(placesOf(backend));
      for (const each of here) ofMembers.add(each);
      return {
        name: backend.member.name,
        node: nodeOf(backend, survey),
        place: placeIn(file, backend.member.at),
        problems: [
          ...here.map((each) => problem(file, each)),
          ...inNode(backend).map(([of, each]) => problem(of, each)),
        ],
      };
    });
    const others = found.filter((each) => !ofMembers.has(each) && contains(balancer.at, each.at));
    const sticky = found.filter(({ at }) => balancer.affinity.kind === "route" && contains(balancer.affinity.at, at));
    return {
      name: balancer.name,
      product: FRONT_NAMES[balancer.product],
      place: placeIn(file, balancer.at),
      members,
      problems: [...new Set([...others, ...sticky])].map((each) => problem(file, each)),
    };
  });
}

function placesOf({ member }: Backend): readonly Span[] {
  return [member.at, member.route?.at, member.port?.at, member.secret?.at].filter((place) => place !== undefined);
}

/** Finds the diagnostics inside of any of some places, each once; looks only at those that begin there. */
function searchIn(found: readonly Diagnostic[]): (places: readonly Span[]) => readonly Diagnostic[] {
  const sorted = [...found].sort((a, b) => a.at.start - b.at.start);
  return (places) => {
    const inside = new Set<Diagnostic>();
    for (const place of places) {
      let next = firstIndex(sorted, ({ at }) => at.start >= place.start);
      for (let each = sorted[next]; each && each.at.start <= place.end; each = sorted[++next])
        if (contains(place, each.at)) inside.add(each);
    }
    return [...inside];
  };
}

type InFile = readonly [ConfigFile, Diagnostic];

/** The problems in a node's own file that are about a member, by the place of the member: sorted out once a file. */
function problemsByPlace(diagnosticsOf: Survey["diagnosticsOf"]): (backend: Backend) => readonly InFile[] {
  const files = new Map<ConfigFile, ReadonlyMap<Span, readonly InFile[]>>();
  const sortedOut = (file: ConfigFile) => {
    const byPlace = new Map<Span, InFile[]>();
    for (const each of diagnosticsOf(file).filter(isProblem)) {
      for (const at of new Set(each.related?.map((place) => place.at))) {
        const there = byPlace.get(at);
        if (there) there.push([file, each]);
        else byPlace.set(at, [[file, each]]);
      }
    }
    files.set(file, byPlace);
    return byPlace;
  };
  return ({ site, member }) => (site && (files.get(site.file) ?? sortedOut(site.file)).get(member.at)) ?? [];
}

/** The index of a member's node; several Clusters of one Tomcat are one node here, the first. */
function nodeOf({ site }: Backend, { byFile }: Survey): number | undefined {
  return site && byFile.get(site.file)?.[0][0];
}
