import type { Localized } from "../base/localized.ts";
import type { PageRefusal } from "./browser.ts";
import type { ProofVerdict } from "./verdict.ts";

const PAGE: Localized = {
  en: "Put the test page into the application on every node, and name its address: tomcat-cluster prove --page > APP/session-test.jsp",
  ko: "모든 노드의 애플리케이션에 테스트 페이지를 넣고 그 주소를 지정하십시오: tomcat-cluster prove --page > APP/session-test.jsp",
};
const CERTIFICATE: Localized = {
  en: "Name the authority's certificate with --ca FILE, or take any certificate with --insecure.",
  ko: "--ca FILE로 인증 기관의 인증서를 지정하거나, --insecure로 모든 인증서를 허용하십시오.",
};
const OF_TLS = /CERT|SELF_SIGNED|UNABLE_TO_VERIFY|ISSUER|SSL|TLS/;

/** The verdict on an address without a test page. */
export function refusalVerdict(name: string, why: PageRefusal): ProofVerdict {
  switch (why.kind) {
    case "silent":
      return silent(name, why.code);
    case "status":
      return byStatus(name, why.status);
    case "elsewhere":
      return {
        ...{ id: "leads-elsewhere", level: "unknown" },
        text: {
          en: `${name} leads to ${why.location}, which was not named: it was not followed.`,
          ko: `${name} 주소가 지정하지 않은 ${why.location} 주소로 이동시킵니다. 따라가지 않았습니다.`,
        },
        next: [
          {
            en: "Name the address it leads to, if it is the node's own.",
            ko: "그 노드의 주소라면 이동한 주소를 지정하십시오.",
          },
        ],
      };
    case "older":
      return {
        ...{ id: "older-page", level: "unknown" },
        text: {
          en: `${name} has a test page of an older kind, which does not tell nodes apart.`,
          ko: `${name} 주소에는 노드를 구분하지 못하는 예전 테스트 페이지가 있습니다.`,
        },
        next: [PAGE],
      };
    case "other":
      return {
        ...{ id: "no-test-page", level: "unknown" },
        text: {
          en: `${name} answers, but not with the test page.`,
          ko: `${name} 주소가 응답하지만 테스트 페이지가 아닙니다.`,
        },
        next: [PAGE],
      };
    case "no-cookie":
      return {
        ...{ id: "no-cookie", level: "unknown" },
        text: {
          en: `${name} gives out no session cookie: without it a session cannot be taken to another node.`,
          ko: `${name} 노드가 세션 쿠키를 보내지 않습니다. 쿠키가 없으면 세션을 다른 노드로 가져갈 수 없습니다.`,
        },
        next: [{ en: 'Does the Context say cookies="false"?', ko: 'Context에 cookies="false"가 있습니까?' }],
      };
  }
}

function silent(name: string, code: string): ProofVerdict {
  const certificate = OF_TLS.test(code);
  return {
    ...{ id: certificate ? "certificate" : "unreachable", level: "unknown" },
    text: certificate
      ? {
          en: `The certificate of ${name} is not trusted (${code}).`,
          ko: `${name} 주소의 인증서를 신뢰할 수 없습니다(${code}).`,
        }
      : { en: `${name} does not answer (${code}).`, ko: `${name} 주소가 응답하지 않습니다(${code}).` },
    next: certificate
      ? [CERTIFICATE]
      : [
          {
            en: "Is this Tomcat running, and is this the port of its Connector?",
            ko: "Tomcat이 실행 중입니까? Connector의 포트가 맞습니까?",
          },
        ],
  };
}

function byStatus(name: string, status: number): ProofVerdict {
  const next: readonly Localized[] =
    status === 404
      ? [PAGE]
      : status === 401 || status === 403
        ? [
            {
              en: "The page wants a login: put it where none is needed, or name a user in the address.",
              ko: "페이지에 로그인이 필요합니다. 로그인이 필요 없는 곳에 두거나 주소에 사용자를 지정하십시오.",
            },
          ]
        : [{ en: "Look into the node's log.", ko: "그 노드의 로그를 확인하십시오." }];
  return {
    ...{ id: status === 404 ? "no-test-page" : "page-error", level: "unknown" },
    text: { en: `${name} answers with status ${status}.`, ko: `${name} 주소가 상태 코드 ${status}번으로 응답합니다.` },
    next,
  };
}
