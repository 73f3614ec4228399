import { groupBy } from "../base/group-by.ts";
import { httpUrl } from "../base/http-url.ts";
import type { ClusterSite } from "../config/site.ts";
import { canonicalHost } from "../config/values.ts";
import { type Bean, beansIn } from "./beans.ts";
import { type Drift, driftOf, siteOfRunning } from "./drift.ts";
import type { Credentials, LivePort } from "./port.ts";
import { type Reach, reachOf } from "./reach.ts";
import { type NodeState, QUERIES, stateOf } from "./state.ts";

/** A manager application that is asked. */
export interface Manager {
  /** `192.168.56.7:8080` */
  readonly name: string;
  /** Of its JMX proxy, without a question. */
  readonly url: string;
}

/** What came of asking a node. */
export type Asked = { readonly manager: Manager } & (
  | { readonly state: NodeState }
  /** A code of the system, or a status: 401 and 403 for credentials, 404 for no manager. */
  | { readonly failed: string }
);

/** Of two nodes that were asked, one does not see the other. */
export interface Unseen {
  readonly by: Manager;
  readonly of: Manager;
}

/** Running nodes as they are now. */
export interface LiveReport {
  readonly reaches: readonly Reach[];
  readonly asked: readonly Asked[];
  readonly unseen: readonly Unseen[];
  readonly drifts: readonly Drift[];
}

/** Looks at running nodes: their Receivers from here, and what their managers tell. Nothing is changed anywhere. */
export async function look(
  sites: readonly ClusterSite[],
  managers: readonly Manager[],
  credentials: Credentials | undefined,
  port: LivePort,
): Promise<LiveReport> {
  const reaches = await reachOf(sites, port);
  const asked: Asked[] = [];
  for (const manager of managers) asked.push(await ask(manager, credentials, port));
  const clusters = asked.flatMap((each) => ("state" in each ? each.state.clusters : []));
  const drifts = clusters.flatMap((cluster) => {
    const site = siteOfRunning(cluster, sites);
    return site ? driftOf(cluster, site) : [];
  });
  return { reaches, asked, unseen: unseenOf(asked), drifts };
}

/** Its beans, one question after the other. */
async function ask(manager: Manager, credentials: Credentials | undefined, port: LivePort): Promise<Asked> {
  const beans: Bean[] = [];
  for (const query of QUERIES) {
    const answer = await port.ask(`${manager.url}?qry=${encodeURIComponent(query)}`, credentials);
    if ("code" in answer) return { manager, failed: answer.code };
    if (answer.status !== 200) return { manager, failed: `${answer.status}` };
    const found = beansIn(answer.body);
    if (!found) return { manager, failed: "NOT_JMX" };
    beans.push(...found);
  }
  return { manager, state: stateOf(beans) };
}

/** Clusters of one name belong together; where a node has several, each is looked at alone. */
function unseenOf(asked: readonly Asked[]): readonly Unseen[] {
  const running = asked.flatMap(({ manager, ...each }) =>
    "state" in each
      ? each.state.clusters.map((cluster) => ({ manager, cluster, at: addressOf(cluster.receiver) }))
      : [],
  );
  const byName = groupBy(running, ({ cluster }) => cluster.name);
  return running.flatMap(({ manager: by, cluster }) => {
    const seen = new Set(cluster.members.map(addressOf));
    return (byName.get(cluster.name) ?? []).flatMap(({ manager: of, at }): readonly Unseen[] =>
      of === by || at === undefined || seen.has(at) ? [] : [{ by, of }],
    );
  });
}

/** Where something listens, in a form that can be compared. */
function addressOf(at: { readonly host: string; readonly port: number } | undefined): string | undefined {
  return at && `${canonicalHost(at.host)} ${at.port}`;
}

/** Where a manager's JMX proxy is, by what a user writes; a text for what is no such address. */
export function managerOf(written: string): Manager | string {
  const url = httpUrl(written);
  if (!url) return written;
  // Credentials in an address would be seen in lists of processes and in logs.
  if (url.username !== "" || url.password !== "") return written.replace(/\/\/[^/]*@/, "//***@");
  const path = url.pathname.replace(/\/$/, "");
  url.pathname = path === "" ? "/manager/jmxproxy/" : path.endsWith("/jmxproxy") ? `${path}/` : `${path}/jmxproxy/`;
  url.search = "";
  url.hash = "";
  return { name: url.host, url: url.href };
}
