import { josa } from "../../base/josa.ts";
import { CLOUD_SERVICE } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { activeClusters } from "../../config/node.ts";
import type { PodService, Property, Start } from "../../config/properties.ts";
import { startsWith } from "../../config/starts.ts";
import type { FileRule, RelatedPlace, Report } from "../rule.ts";
import { placesOfStarts } from "../starts.ts";

/** Variables that name what DNS is asked for, in their order. */
const VARIABLES = ["DNS_MEMBERSHIP_SERVICE_NAME", "OPENSHIFT_KUBE_PING_NAMESPACE", "KUBERNETES_NAMESPACE"] as const;
/** The provider's short name, and that of its class (CloudMembershipService.start). */
const PROVIDERS: ReadonlySet<string> = new Set([
  "dns",
  "org.apache.catalina.tribes.membership.cloud.DNSMembershipProvider",
]);
/** What is asked for without them. */
const FALLBACK = "tomcat";

/**
 * Without a variable that names a service, DNSMembershipProvider asks for the name `tomcat`. Of a Service of Kubernetes
 * that has an address of its own, DNS gives that one and not the addresses of its pods; a service of a swarm has one too.
 *
 * Source: DNSMembershipProvider.start and fetchMembers, CloudMembershipProvider.getNamespace, 9.0.32 to 11.0.
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
    const starts = startsWith(file);
    for (const cluster of starts.length > 0 ? activeClusters(file) : []) {
      const membership = cluster.child("Channel")?.child("Membership");
      if (membership?.className !== CLOUD_SERVICE) continue;
      if (!PROVIDERS.has(membership.text("membershipProviderClassName") ?? "")) continue;
      const asked = askedName(file, starts);
      if (!asked) continue;
      const ofSwarm = starts.find(({ hosts, virtualAddress }) => virtualAddress && hosts.has(asked.name));
      if (ofSwarm) {
        inSwarm(asked, ofSwarm, membership, report);
        continue;
      }
      // `shop`, `shop.default`, `shop.default.svc.cluster.local`.
      const [name] = asked.name.split(".");
      const service = starts.flatMap(({ pod }) => pod?.services ?? []).find((each) => each.name === name);
      if (service && !service.headless) withAddress(service, asked.from, membership, report);
      else if (!service && !asked.isChosen) unnamed(asked, starts, membership, report);
    }
  },
};

interface Asked {
  readonly name: string;
  /** The variable that it comes from; undefined where none is set. */
  readonly from: Property | undefined;
  /** True where the variable is the one that names the service; the others are meant for Kubernetes. */
  readonly isChosen: boolean;
}

/** What DNS is asked for; undefined where that cannot be known. */
function askedName({ reading: { properties } }: ConfigFile, starts: readonly Start[]): Asked | undefined {
  const variable = VARIABLES.find((name) => properties.hasVariable(name));
  const from = variable && properties.variable(variable);
  const name = variable ? from?.value : starts.every(({ closed }) => closed) ? FALLBACK : undefined;
  return name ? { name, from, isChosen: variable === VARIABLES[0] } : undefined;
}

function withAddress(service: PodService, from: Property | undefined, membership: Component, report: Report): void {
  const { name } = service;
  report({
    at: membership.spanOf("membershipProviderClassName"),
    text: {
      en: `DNS gives one address for the Service ${name}, not those of its pods: nodes never meet. Set clusterIP: None in it, or name a Service that has that.`,
      ko: `DNS는 서비스 ${name}에 대해 파드가 아닌 서비스의 주소 하나를 주므로 노드가 서로 찾지 못합니다. clusterIP: None을 쓰거나 그렇게 된 서비스를 지정하십시오.`,
    },
    related: [
      { ...service, text: { en: "It has no clusterIP: None.", ko: "clusterIP: None이 없습니다." } },
      ...placeOfName(from),
    ],
  });
}

function placeOfName(from: Property | undefined): readonly RelatedPlace[] {
  return from ? [{ file: from.file, at: from.at, text: { en: "It is named here.", ko: "여기서 지정합니다." } }] : [];
}

function inSwarm({ name, from }: Asked, start: Start, membership: Component, report: Report): void {
  report({
    at: membership.spanOf("membershipProviderClassName"),
    text: {
      en: `In a swarm DNS gives one address for ${name}, not those of its tasks: nodes never meet. Set DNS_MEMBERSHIP_SERVICE_NAME to tasks.${start.name}.`,
      ko: `스웜의 DNS는 ${name}에 대해 태스크가 아닌 서비스의 주소 하나를 주므로 노드가 서로 찾지 못합니다. DNS_MEMBERSHIP_SERVICE_NAME에 tasks.${josa(start.name, "을")} 쓰십시오.`,
    },
    related: from ? placeOfName(from) : placesOfStarts([start]),
  });
}

function unnamed({ name, from }: Asked, starts: readonly Start[], membership: Component, report: Report): void {
  const [first] = starts;
  if (!first || !starts.every(({ closed }) => closed)) return;
  if (starts.some(({ hosts }) => hosts.has(name))) return;
  // Services of Kubernetes may stand in files that are elsewhere.
  if (starts.some(({ pod }) => pod && pod.services.length === 0)) return;
  report({
    at: membership.spanOf("membershipProviderClassName"),
    text: {
      en: `Tomcat asks DNS for ${name}, a name that ${first.name} does not have: nodes never meet. Set DNS_MEMBERSHIP_SERVICE_NAME to the name of the service.`,
      ko: `Tomcat은 DNS에서 ${josa(name, "을")} 찾는데 ${first.name}의 이름이 아니어서 노드가 서로 찾지 못합니다. DNS_MEMBERSHIP_SERVICE_NAME에 서비스 이름을 쓰십시오.`,
    },
    related: [...placesOfStarts(starts), ...placeOfName(from)],
  });
}
