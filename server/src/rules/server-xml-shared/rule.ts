import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { STATIC_MEMBERSHIP } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { activeClusters } from "../../config/node.ts";
import { readsEnvironment, type Start } from "../../config/properties.ts";
import { nodesStartedBy, startsWith } from "../../config/starts.ts";
import { canonicalHost } from "../../config/values.ts";
import { setTo } from "../fixes.ts";
import { startsListed } from "../local-member.ts";
import type { FileRule, Report } from "../rule.ts";
import { firstOf, placesOfStarts } from "../starts.ts";

/**
 * Where several services of a compose file start with one server.xml, all nodes get the same address and jvmRoute, and
 * a list of all nodes holds the node that reads it.
 *
 * Source: ReceiverBase.bind (`Cannot assign requested address`; run on 9.0.122 and 11.0.24).
 * StaticMembershipInterceptor never compares a Member with its node; TcpFailureDetector leaves out a member with the
 * LocalMember's address and uniqueId. StandardSessionIdGenerator appends the jvmRoute. 7.0 to 11.0.
 */
export const rule: FileRule = {
  id: "server-xml-shared",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "Nodes that start with one server.xml need an id and a jvmRoute of their own.",
    ko: "하나의 server.xml로 시작하는 노드에도 각자의 ID와 jvmRoute가 필요합니다.",
  },
  files: ["server"],

  check(file, report) {
    // A command of its own may start something else, or write the file anew first.
    const starts = startsWith(file).filter(({ ownCommand }) => !ownCommand);
    if (nodesStartedBy(starts) < 2) return;
    for (const cluster of activeClusters(file)) {
      const channel = cluster.child("Channel");
      const lists = channel?.childrenNamed("Interceptor").filter(({ className }) => className === STATIC_MEMBERSHIP);
      for (const list of lists ?? []) listsItself(list, starts, file, report);
      sharesAddress(channel?.child("Receiver"), starts, report);
      sharesRoute(cluster.ancestor("Engine"), behindOne(starts), report, file);
    }
  },
};

/** What one load balancer may have behind it: what reaches none of the others is another system. */
function behindOne(starts: readonly Start[]): readonly Start[] {
  return starts.filter((start) => {
    const reaches = ({ networks }: Start) => [...(networks ?? [])].some((each) => start.networks?.has(each));
    return start.pod || start.containers > 1 || starts.some((other) => other !== start && reaches(other));
  });
}

/** No finding where each node fills in the uniqueId of its LocalMember: that tells it apart from the other members. */
function listsItself(list: Component, starts: readonly Start[], file: ConfigFile, report: Report): void {
  const local = list.child("LocalMember");
  if (local?.has("uniqueId") && local.text("uniqueId") === undefined) return;
  const themselves = startsListed(list, file).filter((each) => starts.includes(each));
  if (themselves.length < 2) return;
  const names = namesOf(themselves);
  const toDo: Localized = local
    ? { en: "Fill the LocalMember's uniqueId in for each.", ko: "LocalMember의 uniqueId를 노드마다 채우십시오." }
    : {
        en: `Add a LocalMember with uniqueId="\${…}", filled in for each.`,
        ko: `uniqueId="\${…}" 값을 노드마다 채우는 LocalMember를 추가하십시오.`,
      };
  report({
    at: list.spanOf("className"),
    severity: "error",
    text: {
      en: `${names} start with this file and stand in this list: a node that is its own Member may wait 60 s for itself at start. ${toDo.en}`,
      ko: `${josa(names, "이")} 이 파일로 시작하고 이 목록에도 있습니다. 자신이 Member인 노드는 시작할 때 자신을 60초간 기다릴 수 있습니다. ${toDo.ko}`,
    },
    related: placesOfStarts(themselves),
  });
}

/** An address belongs to one machine: the Receivers of the other nodes cannot listen on it. */
function sharesAddress(receiver: Component | undefined, starts: readonly Start[], report: Report): void {
  const address = receiver?.has("address") ? receiver.text("address") : undefined;
  if (!receiver || address === undefined || receiver.has("bind")) return;
  const has = ({ hosts }: Start) => [...hosts].some((host) => canonicalHost(host) === canonicalHost(address));
  const without = starts.filter((each) => !has(each));
  if (without.length === starts.length || without.length === 0) return;
  const names = namesOf(without);
  report({
    at: receiver.spanOf("address"),
    severity: "error",
    text: {
      en: `${address} is no address of ${names}, started with this file too: there Tomcat does not start. Write auto, or fill it in for each.`,
      ko: `이 파일로 함께 시작하는 ${josa(names, "은")} 주소가 ${josa(address, "이")} 아니어서 그곳에서는 Tomcat이 시작되지 않습니다. auto를 쓰거나 노드마다 채우십시오.`,
    },
    related: placesOfStarts(without),
    fix: setTo(receiver, "address", "auto"),
  });
}

function sharesRoute(engine: Component | undefined, starts: readonly Start[], report: Report, file: ConfigFile): void {
  const route = engine?.has("jvmRoute") ? engine.text("jvmRoute") : undefined;
  if (!engine || !route || file.template || nodesStartedBy(starts) < 2) return;
  // Containers of one service have the same options, and a host name each.
  const alike = starts.length === 1;
  // Of services that fill in the same jvm-route-duplicate tells.
  if (!alike && starts.every(({ pod }) => !pod) && engine.written("jvmRoute") !== route) return;
  const names = namesOf(starts);
  const byVariable = readsEnvironment(file.version) !== false;
  report({
    at: engine.spanOf("jvmRoute"),
    text: alike
      ? {
          en: `${names} start with this file and the jvmRoute ${route}, and no load balancer can tell them apart. ${byVariable ? "Write ${HOSTNAME}, which EnvironmentPropertySource reads" : "Make each a service, write ${jvmRoute}, and set -DjvmRoute=…"}.`,
          ko: `${josa(names, "이")} 이 파일로 시작하고 jvmRoute도 ${josa(route, "으로")} 같아 로드 밸런서가 구별하지 못합니다. ${byVariable ? "EnvironmentPropertySource가 읽는 ${HOSTNAME} 값을 쓰십시오" : "서비스를 따로 만들어 ${jvmRoute} 값으로 쓰고 -DjvmRoute=…을 지정하십시오"}.`,
        }
      : {
          en: `${names} start with this file, so all have the jvmRoute ${route}, and no load balancer can tell them apart. Write \${jvmRoute}, and set -DjvmRoute=… for each.`,
          ko: `${josa(names, "이")} 이 파일로 시작하여 jvmRoute로 모두 ${josa(route, "을")} 써서 로드 밸런서가 구별하지 못합니다. \${jvmRoute} 값으로 쓰고 -DjvmRoute=…을 각자 지정하십시오.`,
        },
    related: placesOfStarts(starts),
  });
}

function namesOf(starts: readonly Start[]): string {
  return firstOf(starts.map(({ name, containers }) => (containers > 1 ? `${containers} × ${name}` : name)));
}
