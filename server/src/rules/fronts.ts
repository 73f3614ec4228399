import { groupBy } from "../base/group-by.ts";
import { josa } from "../base/josa.ts";
import type { Span } from "../base/span.ts";
import type { Backend, Front } from "../config/front/fronts.ts";
import type { ClusterSite } from "../config/site.ts";
import type { Fix, RelatedPlace } from "./rule.ts";

/** A member of a balancer whose node is known. */
export interface KnownBackend extends Backend {
  readonly site: ClusterSite;
}

/** The members whose nodes are known by more than the route, which may be the mistake itself. */
export function* knownApartFromRoute({ backends }: Front): Generator<KnownBackend> {
  for (const backend of backends) if (isKnown(backend) && backend.evidence !== "route") yield backend;
}

export function isKnown(backend: Backend): backend is KnownBackend {
  return backend.site !== undefined;
}

/** A place in a node's server.xml, named by the node. */
export function placeOfNode(site: ClusterSite, at: Span): RelatedPlace {
  return { file: site.file, at, text: { en: `The node ${site.label}.`, ko: `노드 ${site.label}입니다.` } };
}

/** A place in a balancer's file. */
export function placeOfMember({ file }: Front, { member }: Backend): RelatedPlace {
  return {
    file,
    at: member.at,
    text: { en: `The member ${member.name}.`, ko: `멤버 ${member.name}입니다.` },
  };
}

/**
 * The route at the end of a node's session ids: `none` where it certainly has none, undefined where it cannot be known.
 */
export function routeOf({ engine, jvmRoute, file }: ClusterSite): string | "none" | undefined {
  if (!engine || file.template) return undefined;
  return jvmRoute === "" ? "none" : jvmRoute;
}

/** Where a member's route is written; the member itself, where its name is its route. */
export function routePlace({ member }: Backend): Span {
  return member.routeImplied ? member.at : (member.route?.at ?? member.at);
}

/** The routes for which mod_jk refuses a balancer, so that httpd does not start: two members have each. */
export function refusedRoutes({ balancer, backends }: Front): ReadonlySet<string | undefined> {
  if (balancer.product !== "mod_jk" || balancer.affinity.kind === "unknown") return NO_ROUTES;
  const shared = [...groupBy(backends, ({ member }) => member.route?.text)].filter(([, { length }]) => length > 1);
  return new Set(shared.map(([route]) => route));
}

const NO_ROUTES: ReadonlySet<string | undefined> = new Set();

/** Writes a route where a member names its node. */
export function setRoute({ member }: Backend, route: string): readonly Fix[] {
  const edit = member.set("route", route);
  if (!edit) return [];
  return [{ title: { en: `Set the route to ${route}`, ko: `route를 ${josa(route, "으로")} 설정` }, edits: [edit] }];
}
