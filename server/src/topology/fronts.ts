import { contains } from "../base/span.ts";
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
  return fronts.map((front) => {
    const { file, balancer, backends } = front;
    const found = diagnosticsOf(file).filter(isProblem);
    const ofMembers = new Set<Diagnostic>();
    const members = backends.map((backend) => {
      const here = found.filter(({ at }) => isAbout(backend, at));
      for (const each of here) ofMembers.add(each);
      return {
        name: backend.member.name,
        node: nodeOf(backend, survey),
        place: placeIn(file, backend.member.at),
        problems: [...here.map((each) => problem(file, each)), ...inNode(front, backend)],
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

    /** The problems in the node's own file that are about this member. */
    function inNode({ file: from }: Front, { site, member }: Backend): readonly TopologyProblem[] {
      if (!site) return [];
      return diagnosticsOf(site.file)
        .filter(
          (each) => isProblem(each) && each.related?.some((place) => place.file === from && place.at === member.at),
        )
        .map((each) => problem(site.file, each));
    }
  });
}

function isAbout({ member }: Backend, at: Diagnostic["at"]): boolean {
  const places = [member.at, member.route?.at, member.port?.at, member.secret?.at];
  return places.some((place) => place && contains(place, at));
}

/** The index of a member's node; several Clusters of one Tomcat are one node here, the first. */
function nodeOf({ site }: Backend, { byFile }: Survey): number | undefined {
  return site && byFile.get(site.file)?.[0];
}
