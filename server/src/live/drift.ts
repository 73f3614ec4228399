import type { Span } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import type { ClusterSite } from "../config/site.ts";
import { canonicalHost } from "../config/values.ts";
import type { Bean } from "./beans.ts";
import type { ClusterState } from "./state.ts";

/** A value that runs and is not the one in the file. */
export interface Drift {
  readonly site: ClusterSite;
  readonly element: string;
  readonly attribute: string;
  readonly at: Span;
  readonly written: string;
  readonly running: string;
}

/** Only what both sides write in one way is compared: texts and bytes are printed in forms of their own. */
const COMPARABLE = /^(?:-?\d+|true|false)$/;

/** The site of a running Cluster: by where its Receiver listens, else the only one there is. */
export function siteOfRunning({ receiver }: ClusterState, sites: readonly ClusterSite[]): ClusterSite | undefined {
  const running = receiver && canonicalHost(receiver.host);
  const there = running === undefined ? [] : sites.filter(({ endpoint: { host } }) => host === running);
  const exact = there.filter(({ endpoint: { port } }) => port === receiver?.port);
  const [only, other] = exact.length > 0 ? exact : there.length > 0 ? there : sites;
  return other === undefined ? only : undefined;
}

/** What the file says and does not run: it was changed after the start, or Tomcat could not have it. */
export function driftOf({ beans }: ClusterState, site: ClusterSite): readonly Drift[] {
  const transport = site.channel?.child("Sender")?.child("Transport");
  const pairs: (readonly [Component | undefined, Bean | undefined])[] = [
    [site.cluster, beans.cluster],
    [site.receiver, beans.receiver],
    [site.membership, beans.membership],
    [transport, beans.sender],
    ...site.interceptors.map((component) => [component, interceptorBean(component, site, beans.interceptors)] as const),
  ];
  return pairs.flatMap(([component, bean]) => (component && bean ? differences(site, component, bean) : []));
}

/** Of several interceptors of one class the beans do not tell which is which. */
function interceptorBean(component: Component, site: ClusterSite, beans: readonly Bean[]): Bean | undefined {
  const { className } = component;
  if (site.interceptors.filter((each) => each.className === className).length !== 1) return undefined;
  return beans.find(({ keys }) => keys.get("interceptorName") === className?.replace(/^.*\./, ""));
}

function differences(site: ClusterSite, component: Component, bean: Bean): readonly Drift[] {
  return [...bean.attributes].flatMap(([attribute, running]): Drift[] => {
    const written = component.has(attribute) ? component.text(attribute) : undefined;
    if (written === undefined || !COMPARABLE.test(written) || !COMPARABLE.test(running)) return [];
    if (written === running || (/\d/.test(written) && Number(written) === Number(running))) return [];
    return [{ site, element: component.name, attribute, at: component.spanOf(attribute), written, running }];
  });
}
