import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { CLOUD_SERVICE } from "../../config/classes.ts";
import type { ConfigFile } from "../../config/file.ts";
import { activeClusters } from "../../config/node.ts";
import type { Start } from "../../config/properties.ts";
import { startsWith } from "../../config/starts.ts";
import { Change } from "../../schema/change.ts";
import type { FileRule, Finding } from "../rule.ts";
import { placesOfStarts } from "../starts.ts";

/** Variables with which the token of the service account is not asked for, or is another file. */
const OTHER_IDENTITY = ["CLIENT_CERT_FILE", "CLIENT_CERTIFICATE_FILE", "SA_TOKEN_FILE"].flatMap((name) => [
  `KUBERNETES_${name}`,
  `OPENSHIFT_KUBE_PING_${name}`,
  name,
]);
const NAMESPACES = ["OPENSHIFT_KUBE_PING_NAMESPACE", "KUBERNETES_NAMESPACE"] as const;
/** The namespace that is asked for without them, and from which release on. */
const FALLBACK = "tomcat";
const HAS_FALLBACK = new Change("9.0.24");

/**
 * KubernetesMembershipProvider asks the API for the pods of a namespace, with the token of the service account.
 *
 * Source: KubernetesMembershipProvider.start and fetchMembers, CloudMembershipProvider.getNamespace, 9.0.24 to 11.0.
 */
export const rule: FileRule = {
  id: "cloud-kubernetes-access",
  group: "membership",
  severity: "warning",
  summary: {
    en: "Members from Kubernetes need a token, the right to list pods, and the namespace they are in.",
    ko: "Kubernetes에서 멤버를 찾으려면 토큰, 파드를 나열할 권한, 파드의 네임스페이스가 필요합니다.",
  },
  files: ["server"],

  check(file, report) {
    const starts = startsWith(file);
    const said = starts.length > 0 && HAS_FALLBACK.isIn(file.version) !== false ? saidOf(starts, file) : undefined;
    if (!said) return;
    for (const cluster of activeClusters(file)) {
      const membership = cluster.child("Channel")?.child("Membership");
      if (membership?.className !== CLOUD_SERVICE) continue;
      const named = membership.has("membershipProviderClassName");
      const provider = membership.text("membershipProviderClassName");
      if (
        named &&
        !/^(?:kubernetes|org\.apache\.catalina\.tribes\.membership\.cloud\.Kubernetes\w+)$/.test(provider ?? "")
      )
        continue;
      report({ at: membership.spanOf(named ? "membershipProviderClassName" : "className"), ...said });
    }
  },
};

/** What keeps the provider from its members: the first thing of all pods that start with the file. */
function saidOf(starts: readonly Start[], file: ConfigFile): Omit<Finding, "at"> | undefined {
  const { properties } = file.reading;
  const own = !OTHER_IDENTITY.some((name) => properties.hasVariable(name));
  for (const { name, pod } of starts) {
    if (!pod) return undefined;
    const { withoutToken, forbidden, account } = pod;
    if (own && withoutToken) {
      return {
        text: {
          en: `${name} gets no token of its service account, so the API gives Tomcat no members. Take automountServiceAccountToken: false out.`,
          ko: `${josa(name, "은")} 서비스 계정의 토큰을 받지 못해 Tomcat이 API에서 멤버를 얻지 못합니다. automountServiceAccountToken: false를 제거하십시오.`,
        },
        related: [{ ...withoutToken, text: { en: "It is kept back here.", ko: "여기서 막습니다." } }],
      };
    }
    if (own && forbidden) {
      return {
        text: {
          en: `The service account ${account} of ${name} may not list pods: the API answers 403, and nodes never meet. Bind it to a Role with list on pods.`,
          ko: `${name}의 서비스 계정 ${josa(account, "은")} 파드를 나열할 수 없습니다. API가 403으로 답하여 노드가 서로 찾지 못합니다. pods를 list하는 Role에 연결하십시오.`,
        },
        related: [{ ...forbidden, text: { en: "It is not allowed here.", ko: "여기에서 허용하지 않습니다." } }],
      };
    }
  }
  return otherNamespace(starts, file);
}

function otherNamespace(starts: readonly Start[], { reading }: ConfigFile): Omit<Finding, "at"> | undefined {
  const namespaces = new Set(starts.map(({ pod }) => pod?.namespace));
  const [namespace] = namespaces;
  const known = namespace !== undefined && namespaces.size === 1;
  const variable = NAMESPACES.find((name) => reading.properties.hasVariable(name));
  const written = variable && reading.properties.variable(variable);
  if (written) {
    if (!known || !written.value || written.value === namespace) return undefined;
    return {
      text: ELSEWHERE(written.name, written.value, namespace),
      related: [{ file: written.file, at: written.at, text: { en: "The variable.", ko: "환경 변수입니다." } }],
    };
  }
  if (!starts.every(({ closed }) => closed) || namespaces.has(FALLBACK)) return undefined;
  return {
    // Where a file does not tell the namespace, it may be that one.
    ...(known ? {} : { severity: "information" as const }),
    text: known ? OUTSIDE(namespace) : ANYWHERE,
    related: placesOfStarts(starts),
  };
}

const ELSEWHERE = (variable: string, asked: string, namespace: string): Localized => ({
  en: `${variable} is ${asked}, and these pods run in ${namespace}: Tomcat asks for the pods of another namespace, and nodes never meet. Set it from metadata.namespace.`,
  ko: `${variable} 값은 ${asked}인데 이 파드는 ${namespace}에서 실행됩니다. Tomcat이 다른 네임스페이스의 파드를 찾아 노드가 서로 찾지 못합니다. metadata.namespace로 지정하십시오.`,
});

const OUTSIDE = (namespace: string): Localized => ({
  en: `Tomcat asks for the pods of the namespace ${FALLBACK} and runs in ${namespace}: nodes never meet. Set KUBERNETES_NAMESPACE from metadata.namespace.`,
  ko: `Tomcat은 네임스페이스 ${FALLBACK}의 파드를 찾는데 ${namespace}에서 실행되어 노드가 서로 찾지 못합니다. KUBERNETES_NAMESPACE를 metadata.namespace로 지정하십시오.`,
});

const ANYWHERE: Localized = {
  en: `Without KUBERNETES_NAMESPACE Tomcat asks for the pods of the namespace ${FALLBACK}, whichever it runs in. Set it from metadata.namespace.`,
  ko: `KUBERNETES_NAMESPACE가 없으면 Tomcat은 실행되는 곳과 관계없이 네임스페이스 ${FALLBACK}의 파드를 찾습니다. metadata.namespace로 지정하십시오.`,
};
