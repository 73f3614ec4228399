import { MCAST_SERVICE } from "../config/classes.ts";
import { startOptionsOf } from "../config/cluster.ts";
import { START } from "../config/options.ts";
import type { ClusterSite } from "../config/site.ts";
import { DEFAULT_GROUP } from "../config/site-values.ts";

/** The multicast group a node announces itself in, including a node that has static members besides. */
export function groupOf(site: ClusterSite): string | undefined {
  if (site.multicastGroup !== undefined) return site.multicastGroup;
  const { membership } = site;
  if (!hasBoth(site)) return undefined;
  if (!membership) return DEFAULT_GROUP;
  const address = membership.effective("address");
  const port = membership.number("port");
  return address === undefined || port === undefined ? undefined : `${address}:${port}`;
}

/** True where static members and multicast work together, which Tomcat allows. */
export function hasBoth(site: ClusterSite): boolean {
  const options = startOptionsOf(site.cluster);
  const className = site.membership ? site.membership.className : MCAST_SERVICE;
  return (
    site.known &&
    site.staticInterceptor !== undefined &&
    className === MCAST_SERVICE &&
    options !== undefined &&
    (options & START.membership) === START.membership
  );
}
