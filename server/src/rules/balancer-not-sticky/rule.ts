import { BACKUP_MANAGER, DELTA_MANAGER } from "../../config/classes.ts";
import { interceptorsOf, isDispatcher, managerClassOf, sendOptions } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import type { Front } from "../../config/front/fronts.ts";
import { SEND } from "../../config/options.ts";
import type { ClusterSite } from "../../config/site.ts";
import { placeOfNode } from "../fronts.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * Asynchronous sending answers before the other nodes have the change: the next request on another one reads old values.
 *
 * Source: runs with httpd 2.4 in front of two nodes of 9.0.70 and 10.1.60; MessageDispatchInterceptor.sendMessage.
 */
export const rule: ClusterRule = {
  id: "balancer-not-sticky",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "With asynchronous sending a balancer must send a session to one node.",
    ko: "비동기 전송에서는 로드 밸런서가 세션을 한 노드로 보내야 합니다.",
  },
  scope: "cluster",

  check({ fronts }, report) {
    for (const front of fronts) {
      const sites = spreadOver(front);
      if (nodesBehind(sites, front) < 2) continue;
      const [sender] = sites.flatMap((site) => {
        const option = asynchronousOption(site);
        return option ? [{ site, ...option }] : [];
      });
      if (!sender) continue;
      report({
        file: front.file,
        at: front.balancer.at,
        text: {
          en: `Sessions do not stick here, and the nodes send asynchronously: the next request, on another node, may read old values. Make them stick.`,
          ko: "세션을 고정하지 않는데 노드는 비동기로 전송하므로, 다른 노드로 간 다음 요청이 옛 값을 읽을 수 있습니다. 세션을 고정하십시오.",
        },
        related: [placeOfNode(sender.site, sender.component.spanOf(sender.attribute))],
      });
    }
  },
};

/** The nodes of a balancer that is certainly not sticky. */
function spreadOver({ balancer, backends }: Front): readonly ClusterSite[] {
  if (balancer.affinity.kind !== "none" || !balancer.whole) return [];
  return [...new Set(backends.flatMap(({ member, site }) => (site && !member.standby ? [site] : [])))];
}

/**
 * How many nodes get requests. nginx takes each address that a name stands for as a server of its own, and Docker's DNS
 * names all containers of a service; HAProxy and httpd take the first.
 *
 * Source: the documentation of nginx, ngx_http_upstream_module, "server", and ngx_http_proxy_module, "proxy_pass".
 */
function nodesBehind(sites: readonly ClusterSite[], { file }: Front): number {
  const all = file.product === "nginx";
  return sites.reduce((sum, { start }) => sum + (all ? (start?.containers ?? 1) : 1), 0);
}

/**
 * The option by which a node sends session changes asynchronously; undefined where it does not, or where that is not
 * known.
 */
function asynchronousOption({
  cluster,
  node,
}: ClusterSite): { readonly component: Component; readonly attribute: string } | undefined {
  // With a Manager of its own in conf/context.xml the sessions are no matter of the Cluster's.
  if (node.contextDefaults?.root?.child("Manager")) return undefined;
  const chain = interceptorsOf(cluster);
  if (chain.length > 0 && !chain.some(isDispatcher)) return undefined;
  const manager = managerClassOf(cluster);
  const option =
    manager === BACKUP_MANAGER
      ? { component: cluster.child("Manager") ?? cluster, attribute: "mapSendOptions" }
      : manager === DELTA_MANAGER
        ? { component: cluster, attribute: "channelSendOptions" }
        : undefined;
  const mask = option && sendOptions(option.component, option.attribute);
  return mask !== undefined && (mask & SEND.asynchronous) !== 0 ? option : undefined;
}
