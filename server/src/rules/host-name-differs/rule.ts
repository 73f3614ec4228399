import { josa } from "../../base/josa.ts";
import { withoutEnd } from "../../base/trim-end.ts";
import type { Component } from "../../config/component.ts";
import { distributableOf } from "../../config/node.ts";
import type { ClusterSite } from "../../config/site.ts";
import { placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * A Cluster of an Engine names each manager after its Host, so the Hosts of replicated applications must be called the
 * same on all nodes. A Cluster of a Host does not care, nor does the Engine's name matter; a Host without such
 * applications may stand on one node only.
 *
 * Source: SimpleTcpCluster.getManagerName, 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "host-name-differs",
  group: "nodes",
  severity: "error",
  summary: {
    en: "With the Cluster in the Engine, Hosts need the same name on all nodes.",
    ko: "Cluster가 Engine에 있으면 Host 이름이 모든 노드에서 같아야 합니다.",
  },
  scope: "cluster",

  check({ sites }, report) {
    const inEngine = sites.filter(({ container }) => container.name === "Engine");
    const lacking = firstLacking(inEngine);
    for (const site of inEngine) {
      for (const host of site.hosts) {
        const name = host.effective("name");
        if (name === undefined) continue;
        const other = lacking(name);
        if (!other) continue;
        const there = other.hosts[0];
        report({
          file: site.file,
          at: host.spanOf("name"),
          severity: replicates(site, host) ? "error" : "hint",
          text: replicates(site, host)
            ? {
                en: `${other.label} has no Host ${name}: sessions of this Host are not replicated there. Use the same names.`,
                ko: `${other.label}에 Host ${josa(name, "이")} 없어 이 Host의 세션이 그곳에 복제되지 않습니다. 같은 이름을 쓰십시오.`,
              }
            : {
                en: `${other.label} has no Host ${name}: sessions of a distributable application here would not be replicated there.`,
                ko: `${other.label}에 Host ${josa(name, "이")} 없습니다. 이 Host에 분산 애플리케이션이 있으면 세션이 그곳에 복제되지 않습니다.`,
              },
          related: [placeIn(other, there ? there.spanOf("name") : other.container.nameSpan)],
        });
        break;
      }
    }
  },
};

/** True when an application of the Host certainly has replicated sessions: those in webapps are known. */
function replicates({ node }: ClusterSite, host: Component): boolean {
  const appBase = host.effective("appBase") ?? "webapps";
  if (withoutEnd(appBase, "/") !== "webapps") return false;
  return node.applications.some(({ descriptor }) => distributableOf(descriptor.document) !== undefined);
}

/**
 * Finds the first node that certainly has no Host of a name. Each name is looked up once and every node passed on the
 * way has that Host, so the cost is linear in the number of Hosts.
 */
function firstLacking(sites: readonly ClusterSite[]): (name: string) => ClusterSite | undefined {
  const known = sites.flatMap((site) => {
    const names = site.hosts.map((host) => host.effective("name")?.toLowerCase());
    return names.length > 0 && !names.includes(undefined) ? [{ site, names: new Set(names) }] : [];
  });
  const found = new Map<string, ClusterSite | undefined>();
  return (name) => {
    const key = name.toLowerCase();
    if (!found.has(key)) found.set(key, known.find(({ names }) => !names.has(key))?.site);
    return found.get(key);
  };
}
