import { josa } from "../../base/josa.ts";
import type { Front } from "../../config/front/fronts.ts";
import { cookieNameOf, DEFAULT_COOKIE } from "../../config/session-cookie.ts";
import type { ClusterSite } from "../../config/site.ts";
import type { Affinity } from "../../front/model.ts";
import type { ClusterRule, Fix, NodeFinding } from "../rule.ts";

/** The parameter in an address where no name is written (SessionConfig.getSessionUriParamName). */
const DEFAULT_PARAMETER = "jsessionid";

type ByRoute = Extract<Affinity, { readonly kind: "route" }>;

/**
 * A balancer looks for the session id under a name of its own, letter by letter; nginx alone takes any case.
 *
 * Source: get_cookie_param, get_path_param (mod_proxy_balancer.c, 2.4); get_cookie (jk_lb_worker.c, 1.2);
 * SessionConfig.getSessionCookieName and getSessionUriParamName, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "balancer-cookie-differs",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "A balancer must look for the session in the cookie that Tomcat sets.",
    ko: "로드 밸런서는 Tomcat이 설정하는 쿠키에서 세션을 찾아야 합니다.",
  },
  scope: "cluster",

  check({ fronts, sites }, report) {
    const names = sessionNames(sites);
    const [first] = names;
    const cookies = new Set(names.map(({ cookie }) => cookie));
    // Applications behind one balancer may have cookies of several names.
    if (!first || cookies.size !== 1) return;
    const parameters = new Set(names.map(({ parameter }) => parameter));
    for (const front of fronts) {
      const { affinity } = front.balancer;
      if (affinity.kind !== "route" || front.backends.length < 2) continue;
      const finding =
        cookieFinding(front, affinity, first) ??
        (parameters.size === 1 ? parameterFinding(front, affinity, first) : undefined);
      if (finding) report(finding);
    }
  },
};

/** Under what an application's session is found in a request. */
interface SessionNames {
  readonly cookie: string;
  /** The parameter in an address: a name that is written is both's. */
  readonly parameter: string;
}

const DEFAULTS: SessionNames = { cookie: DEFAULT_COOKIE, parameter: DEFAULT_PARAMETER };

/** The names of all applications; the defaults where there are none; empty where one is not known. */
function sessionNames(sites: readonly ClusterSite[]): readonly SessionNames[] {
  const names: SessionNames[] = [];
  for (const site of sites) {
    for (const application of site.node.applications) {
      const found = cookieNameOf(application, site);
      if (!found) return [];
      names.push(found.place ? { cookie: found.text, parameter: found.text } : DEFAULTS);
    }
  }
  return names.length > 0 ? names : [DEFAULTS];
}

/** A file of httpd's that has everything in it, where it sets no cookie of its own. */
const MAIN = /(?:^|\/)(?:httpd|apache2)\.conf$/;

/** True where the balancer certainly sets no cookie itself, and applications here show what Tomcat's is called. */
function setsNone({ file, balancer, backends }: Front): boolean {
  if (balancer.product !== "httpd" || !balancer.whole || !MAIN.test(file.path)) return false;
  return backends.some(({ site }) => site !== undefined && site.node.applications.length > 0);
}

function cookieFinding(front: Front, affinity: ByRoute, names: SessionNames): NodeFinding | undefined {
  const { file, balancer } = front;
  const { cookie: name } = names;
  const looks = affinity.cookie?.text;
  if (looks === undefined || looks === name) return undefined;
  const sameLetters = looks.toLowerCase() === name.toLowerCase();
  if (sameLetters && balancer.product === "nginx") return undefined;
  // A cookie of another name may be the balancer's own, set in a file that is not read.
  if (!sameLetters && looks.toLowerCase() !== DEFAULT_COOKIE.toLowerCase() && !setsNone(front)) return undefined;
  const letters = sameLetters ? { en: ", in other letters", ko: "(대소문자가 다름)" } : { en: "", ko: "" };
  return {
    file,
    at: affinity.cookie?.at ?? affinity.at,
    text: {
      en: `The session cookie is ${name}${letters.en}: the balancer finds no session in ${looks}, and none sticks. Write ${name}.`,
      ko: `세션 쿠키는 ${name}${letters.ko}이므로 로드 밸런서가 ${looks}에서 세션을 찾지 못해 고정되지 않습니다. ${josa(name, "으로")} 쓰십시오.`,
    },
    fix: renamed(balancer.product, affinity, names),
  };
}

/** A hint, because only clients that refuse cookies are affected. */
function parameterFinding({ file, balancer }: Front, affinity: ByRoute, names: SessionNames): NodeFinding | undefined {
  const { cookie: name, parameter: wanted } = names;
  const looks = affinity.parameter?.text;
  if (balancer.product !== "httpd" || looks === undefined || looks === wanted) return undefined;
  if (looks.toLowerCase() !== wanted.toLowerCase()) return undefined;
  return {
    file,
    at: affinity.parameter?.at ?? affinity.at,
    severity: "hint",
    text: {
      en: `Without cookies the session stands in the address as ;${wanted}=, which is not looked for: it does not stick. Write ${name}|${wanted}.`,
      ko: `쿠키가 없으면 세션이 주소에 ;${wanted}=로 들어가는데 로드 밸런서가 찾지 않아 고정되지 않습니다. ${name}|${josa(wanted, "으로")} 쓰십시오.`,
    },
    fix: renamed(balancer.product, affinity, names),
  };
}

function renamed(product: Front["balancer"]["product"], affinity: ByRoute, names: SessionNames): readonly Fix[] {
  const { cookie: name, parameter } = names;
  const place = product === "httpd" ? affinity.at : affinity.cookie?.at;
  const newText = product === "httpd" && parameter !== name ? `${name}|${parameter}` : name;
  // Without a written name there is nothing to replace.
  if (!place || (product === "mod_jk" && affinity.cookie?.at === affinity.at)) return [];
  return [
    { title: { en: `Write ${newText}`, ko: `${josa(newText, "으로")} 쓰기` }, edits: [{ span: place, newText }] },
  ];
}
