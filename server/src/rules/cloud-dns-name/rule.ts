import { josa } from "../../base/josa.ts";
import { CLOUD_SERVICE } from "../../config/classes.ts";
import { activeClusters } from "../../config/node.ts";
import type { FileRule } from "../rule.ts";

/** Variables that name what DNS is asked for, in their order. */
const VARIABLES = ["DNS_MEMBERSHIP_SERVICE_NAME", "OPENSHIFT_KUBE_PING_NAMESPACE", "KUBERNETES_NAMESPACE"] as const;
/** What is asked for without them. */
const FALLBACK = "tomcat";

/**
 * Without a variable that names a service, DNSMembershipProvider asks for the name `tomcat`.
 *
 * Source: DNSMembershipProvider.start, CloudMembershipProvider.getNamespace, 9.0.32 to 11.0.
 */
export const rule: FileRule = {
  id: "cloud-dns-name",
  group: "membership",
  severity: "warning",
  summary: {
    en: "Members from DNS need the name of their service in DNS_MEMBERSHIP_SERVICE_NAME.",
    ko: "DNS로 멤버를 찾으려면 DNS_MEMBERSHIP_SERVICE_NAME에 서비스 이름이 있어야 합니다.",
  },
  files: ["server"],

  check(file, report) {
    const { properties } = file.reading;
    const starts = properties.starts.filter(({ serverFiles }) => serverFiles.has(file.path));
    const [first] = starts;
    if (!first || !starts.every(({ closed }) => closed)) return;
    if (VARIABLES.some((name) => properties.hasVariable(name))) return;
    if (starts.some(({ hosts }) => hosts.has(FALLBACK))) return;
    for (const cluster of activeClusters(file)) {
      const membership = cluster.child("Channel")?.child("Membership");
      if (membership?.className !== CLOUD_SERVICE) continue;
      if (membership.text("membershipProviderClassName") !== "dns") continue;
      report({
        at: membership.spanOf("membershipProviderClassName"),
        text: {
          en: `Tomcat asks DNS for ${FALLBACK}, a name that ${first.name} does not have: nodes never meet. Set DNS_MEMBERSHIP_SERVICE_NAME to the name of the service.`,
          ko: `Tomcat은 DNS에서 ${josa(FALLBACK, "을")} 찾는데 ${first.name}의 이름이 아니어서 노드가 서로 찾지 못합니다. DNS_MEMBERSHIP_SERVICE_NAME에 서비스 이름을 쓰십시오.`,
        },
        related: starts.map((start) => ({
          file: start.file,
          at: start.at,
          text: { en: `The service ${start.name}.`, ko: `서비스 ${start.name}입니다.` },
        })),
      });
    }
  },
};
