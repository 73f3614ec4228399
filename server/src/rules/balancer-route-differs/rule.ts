import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import type { Front } from "../../config/front/fronts.ts";
import { cookieNameOf, DEFAULT_COOKIE } from "../../config/session-cookie.ts";
import { type ClusterSite, takesRouteProperty } from "../../config/site.ts";
import {
  type KnownBackend,
  knownApartFromRoute,
  placeOfMember,
  placeOfNode,
  refusedRoutes,
  routeOf,
  routePlace,
  setRoute,
} from "../fronts.ts";
import type { ClusterRule, Fix, NodeFinding } from "../rule.ts";

/** Characters that a route cannot contain, because a cookie may not (see jvm-route-invalid). */
const FORBIDDEN = /[\s",;\\]/;

/**
 * A balancer compares the end of a session id with the route of each member, letter by letter. Where no member has it,
 * the request goes to any.
 *
 * Source: StandardSessionIdGenerator.generateSessionId, 7.0 to 11.0; StandardEngine's constructor, 7.0 to 10.0;
 * find_session_route (mod_proxy_balancer.c, 2.4), find_by_session (jk_lb_worker.c, 1.2).
 */
export const rule: ClusterRule = {
  id: "balancer-route-differs",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "A balancer's route for a node must be the node's jvmRoute.",
    ko: "로드 밸런서의 route는 그 노드의 jvmRoute와 같아야 합니다.",
  },
  scope: "cluster",

  check({ fronts, sites }, report) {
    const routes = new Set(sites.map(routeOf));
    const cookies = cookiesOf(sites);
    for (const front of fronts) {
      // With one member the route does not matter.
      const { affinity } = front.balancer;
      if (affinity.kind !== "route" || front.backends.length < 2) continue;
      // What it looks for under another name may be a cookie of its own, and no session id.
      if (!cookies.has((affinity.cookie?.text ?? DEFAULT_COOKIE).toLowerCase())) continue;
      const refused = refusedRoutes(front);
      for (const backend of knownApartFromRoute(front)) {
        const own = routeOf(backend.site);
        const { text: route } = backend.member.route ?? {};
        if (own === undefined || route === undefined || route === own) continue;
        // balancer-route-duplicate says that httpd does not start.
        if (refused.has(route)) continue;
        report(own === "none" ? missing(front, backend, route) : differing(front, backend, { route, own }, routes));
      }
    }
  },
};

/** The names in small letters that session cookies may have here. */
function cookiesOf(sites: readonly ClusterSite[]): ReadonlySet<string> {
  const known = sites.flatMap((site) => site.node.applications.map((each) => cookieNameOf(each, site)?.text));
  return new Set([DEFAULT_COOKIE, ...known].map((each) => (each ?? DEFAULT_COOKIE).toLowerCase()));
}

/** What the balancer has for a node, and the node for itself. */
interface Routes {
  readonly route: string;
  /** The node's jvmRoute. */
  readonly own: string;
}

function differing(
  front: Front,
  backend: KnownBackend,
  routes: Routes,
  taken: ReadonlySet<string | undefined>,
): NodeFinding {
  const { site } = backend;
  return {
    file: front.file,
    at: routePlace(backend),
    text: textOf(backend, routes),
    related: site.engine ? [placeOfNode(site, site.engine.spanOf("jvmRoute"))] : [],
    fix: [...setRoute(backend, routes.own), ...renamedNode(backend, routes, taken)],
  };
}

function textOf({ member, site: { label } }: KnownBackend, { route, own }: Routes): Localized {
  if (/^(["']).*\1$/.test(route) && route.slice(1, -1) === own) {
    return {
      en: `httpd takes these quotes as part of the route, so no session sticks to ${label}. Write route=${own} without them.`,
      ko: `httpd는 이 따옴표도 route의 일부로 읽어서 세션이 ${label}에 고정되지 않습니다. 따옴표 없이 route=${josa(own, "으로")} 쓰십시오.`,
    };
  }
  if (route.toLowerCase() === own.toLowerCase()) {
    return {
      en: `The jvmRoute of ${label} is ${own}, in other letters than ${route} here: no session sticks to it. Write both alike.`,
      ko: `${label}의 jvmRoute는 ${own}이고 여기의 ${josa(route, "과")} 대소문자가 달라 세션이 고정되지 않습니다. 똑같이 쓰십시오.`,
    };
  }
  return member.routeImplied
    ? {
        en: `The jvmRoute of ${label} is ${own}; a worker without a route has its name for one: no session sticks to it. Write both alike.`,
        ko: `${label}의 jvmRoute는 ${own}이고, route가 없는 worker는 이름이 route이므로 세션이 고정되지 않습니다. 똑같이 쓰십시오.`,
      }
    : {
        en: `The jvmRoute of ${label} is ${own}, not ${route}: no session sticks to it. Write both alike.`,
        ko: `${label}의 jvmRoute는 ${josa(route, "이")} 아니라 ${own}이므로 세션이 고정되지 않습니다. 똑같이 쓰십시오.`,
      };
}

/** The opposite fix: the node takes the member's route, where no other node has it and no placeholder would be lost. */
function renamedNode(
  { site: { engine, file, label } }: KnownBackend,
  { route, own }: Routes,
  taken: ReadonlySet<string | undefined>,
): readonly Fix[] {
  if (!engine || engine.written("jvmRoute") !== own || taken.has(route) || FORBIDDEN.test(route)) return [];
  return [
    {
      title: {
        en: `Set the jvmRoute of ${label} to ${route}`,
        ko: `${label}의 jvmRoute를 ${josa(route, "으로")} 설정`,
      },
      edits: [],
      elsewhere: [{ file, edits: [engine.setAttribute("jvmRoute", route)] }],
    },
  ];
}

/** Said softly up to 10.0, where a -D option that no file shows may set it. */
function missing(front: Front, backend: KnownBackend, route: string): NodeFinding {
  const { site } = backend;
  // What several nodes read cannot have the route of one.
  const value = site.run ? "${jvmRoute}" : route;
  return {
    file: site.file,
    at: site.engine?.spanOf("jvmRoute") ?? site.container.nameSpan,
    ...(takesRouteProperty(site.file) ? { severity: "information" } : {}),
    text: {
      en: `The balancer looks for ${route} at the end of a session id, and this Engine has no jvmRoute: no session sticks. Write jvmRoute="${value}".`,
      ko: `로드 밸런서는 세션 ID 끝에서 ${josa(route, "을")} 찾지만 이 Engine에는 jvmRoute가 없어 세션이 고정되지 않습니다. ${josa(`jvmRoute="${value}"`, "을")} 쓰십시오.`,
    },
    related: [placeOfMember(front, backend)],
    ...(site.engine && !FORBIDDEN.test(route)
      ? {
          fix: {
            title: { en: `Add jvmRoute="${route}"`, ko: `jvmRoute="${route}" 추가` },
            edits: [site.engine.setAttribute("jvmRoute", route)],
          },
        }
      : {}),
  };
}
