import { josa } from "../../base/josa.ts";
import { distributableOf } from "../../config/node.ts";
import type { ClusterSite } from "../../config/site.ts";
import { placeIn } from "../nodes.ts";
import type { ClusterRule } from "../rule.ts";

/**
 * The manager of the same path and version keeps a session on the other node; where that is not deployed, the session
 * is lost.
 *
 * Source: SimpleTcpCluster.getManagerName (Context name with ##version), 7.0 to 11.0.
 */
export const rule: ClusterRule = {
  id: "application-on-some-nodes",
  group: "nodes",
  severity: "warning",
  summary: {
    en: "An application that replicates must be on all nodes, in the same version.",
    ko: "세션을 복제하는 애플리케이션은 모든 노드에 같은 버전으로 있어야 합니다.",
  },
  scope: "cluster",

  check({ sites }, report) {
    const lacking = firstLacking(sites);
    for (const site of sites) {
      // A container's applications are copied into its image.
      if (site.file.reading.properties.container) continue;
      for (const { name, descriptor } of site.node.applications) {
        if (!descriptor.document.root || !distributableOf(descriptor.document)) continue;
        const { site: other, versions } = lacking(name) ?? {};
        if (!other) continue;
        const version = versions?.get(pathOf(name));
        const host = site.hosts[0];
        report({
          file: site.file,
          at: host ? host.spanOf("name") : site.container.nameSpan,
          text:
            version === undefined
              ? {
                  en: `The application ${name} is not on ${other.label}: that node keeps none of its sessions and cannot take over. Deploy it there.`,
                  ko: `${other.label}에 애플리케이션 ${josa(name, "이")} 없어 그 노드에는 세션이 남지 않고 이어받지도 못합니다. 그곳에도 배포하십시오.`,
                }
              : {
                  en: `${name} is ${version} on ${other.label}: sessions are replicated only between the same versions.`,
                  ko: `${josa(name, "이")} ${other.label}에서는 ${version}입니다. 같은 버전끼리만 세션이 복제됩니다.`,
                },
          related: [
            {
              file: descriptor,
              at: descriptor.document.root.nameSpan,
              text: { en: "The application.", ko: "애플리케이션입니다." },
            },
            placeIn(other, other.cluster.nameSpan),
          ],
        });
      }
    }
  },
};

/** A node with known applications: their full names by path. */
interface Deployment {
  readonly site: ClusterSite;
  readonly names: ReadonlySet<string>;
  /** `shop##1` for `shop`. */
  readonly versions: ReadonlyMap<string, string>;
}

/**
 * Finds the first node that has applications but not this one. Each name is looked up once and every node passed on the
 * way has it, so the cost is linear in the number of applications.
 */
function firstLacking(sites: readonly ClusterSite[]): (name: string) => Deployment | undefined {
  const known = sites.flatMap((site): readonly Deployment[] => {
    const { deployed } = site.node;
    if (deployed.length === 0 || site.file.reading.properties.container) return [];
    const versions = new Map<string, string>();
    for (const name of deployed) if (!versions.has(pathOf(name))) versions.set(pathOf(name), name);
    return [{ site, names: new Set(deployed), versions }];
  });
  const found = new Map<string, Deployment | undefined>();
  return (name) => {
    if (!found.has(name))
      found.set(
        name,
        known.find(({ names }) => !names.has(name)),
      );
    return found.get(name);
  };
}

/** The path that all versions of an application share: `shop` of `shop##2`. */
function pathOf(name: string): string {
  return name.split("##")[0] ?? name;
}
