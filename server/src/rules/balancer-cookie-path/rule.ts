import { groupBy } from "../../base/group-by.ts";
import { josa } from "../../base/josa.ts";
import type { ConfigFile } from "../../config/file.ts";
import { contextFilesIn, descriptorsIn, type TomcatNode } from "../../config/node.ts";
import type { ClusterSite } from "../../config/site.ts";
import { webTextOf } from "../../config/web-text.ts";
import type { FrontFile, MovedPath } from "../../front/model.ts";
import { isKnown } from "../fronts.ts";
import type { ClusterRule, Fix } from "../rule.ts";

/**
 * A session cookie has the path of its Context. Under another path a browser never sends it back.
 *
 * Source: SessionConfig.getSessionCookiePath, 7.0 to 11.0; RFC 6265, 5.1.4; runs with httpd 2.4 and nginx.
 */
export const rule: ClusterRule = {
  id: "balancer-cookie-path",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "A balancer that passes a path on under another one must move the path of cookies too.",
    ko: "경로를 바꿔 전달하는 로드 밸런서는 쿠키의 경로도 바꿔야 합니다.",
  },
  scope: "cluster",

  check({ fronts }, report) {
    const passedIn = groupBy(fronts, ({ file }) => file);
    // A file may pass on thousands of paths to a few applications.
    const keptIn = new Map<FrontFile, Map<string, boolean>>();
    for (const { file, balancer, backends } of fronts) {
      const sites = backends.filter(isKnown).map(({ site }) => site);
      const kept = keptIn.get(file) ?? new Map<string, boolean>();
      keptIn.set(file, kept);
      for (const path of balancer.moved) {
        const cookie = lostCookie(path, sites);
        if (cookie === undefined) continue;
        const isKept =
          kept.get(cookie) ?? passedIn.get(file)?.some((each) => each.balancer.moved.some((way) => keeps(way, cookie)));
        kept.set(cookie, isKept === true);
        // Beside an application under its own path, this is a way to a part of it, which may make no session.
        if (isKept) continue;
        const outside = path.outside || "/";
        report({
          file,
          at: path.at,
          text: {
            en: `Session cookies from here have the path ${cookie}: a browser that asks for ${outside} never sends one back, and each request gets a new session. Move the path of cookies too.`,
            ko: `여기서 오는 세션 쿠키의 경로는 ${cookie}이므로 ${josa(outside, "을")} 요청하는 브라우저가 돌려보내지 않아 요청마다 새 세션이 생깁니다. 쿠키의 경로도 바꾸십시오.`,
          },
          fix: moveCookies(path, cookie, outside),
        });
      }
    }
  },
};

/** The path of the session cookies that a browser does not send to a path; undefined where it does, or may. */
function lostCookie({ outside, inside }: MovedPath, sites: readonly ClusterSite[]): string | undefined {
  const paths = new Set(sites.map((site) => contextPathFor(inside, site)));
  const [path] = paths;
  if (paths.size !== 1 || !path || isWithin(outside, path)) return undefined;
  return sites.some(({ node, hosts }) => {
    const contexts = hosts.flatMap((host) => host.childrenNamed("Context"));
    return changesCookies(node) || contexts.some((each) => COOKIE_ATTRIBUTES.some((name) => each.has(name)));
  })
    ? undefined
    : path;
}

/** True where browsers reach pages of an application under its own path, to which they send its cookie. */
function keeps({ outside, inside }: MovedPath, context: string): boolean {
  return (isWithin(outside, context) && isWithin(inside, context)) || (outside === inside && isWithin(context, inside));
}

/** The path of the application that answers; empty for ROOT, and undefined where no file shows it. */
function contextPathFor(path: string, { node, file, hosts }: ClusterSite): string | undefined {
  // Applications may be deployed to paths that a placeholder or a template fills in.
  const written = hosts.flatMap((host) => host.childrenNamed("Context").map((each) => each.text("path")));
  if (file.template || written.includes(undefined)) return undefined;
  const names = [...node.deployed, ...node.contextFiles].map((name) => {
    const [bare = ""] = name.split("##", 1);
    return bare === "ROOT" ? "" : `/${bare.replaceAll("#", "/")}`;
  });
  const matching = [...names, ...written].filter((each) => each !== undefined && isWithin(path, each));
  return matching.sort((one, other) => (other?.length ?? 0) - (one?.length ?? 0))[0];
}

function isWithin(path: string, outer: string): boolean {
  return path === outer || path.startsWith(`${outer}/`);
}

/** Attributes of a Context that give its cookies another path, or do without them. */
const COOKIE_ATTRIBUTES = ["sessionCookiePath", "cookies"];

/** True where a file of a node gives session cookies another path, or may; or does without them. */
function changesCookies(node: TomcatNode): boolean {
  const inContext = (file: ConfigFile) => file.template || COOKIE_ATTRIBUTES.some((name) => file.root?.has(name));
  const inWeb = (file: ConfigFile) =>
    webTextOf(file, "session-config", "cookie-config", "path") !== "absent" ||
    webTextOf(file, "session-config", "tracking-mode") !== "absent";
  return contextFilesIn(node).some(inContext) || descriptorsIn(node).some(inWeb);
}

function moveCookies(path: MovedPath, from: string, to: string): readonly Fix[] {
  const edit = path.moveCookies(from, to);
  if (!edit) return [];
  return [
    {
      title: { en: `Give cookies the path ${to}`, ko: `쿠키의 경로를 ${josa(to, "으로")} 바꾸기` },
      edits: [edit],
    },
  ];
}
