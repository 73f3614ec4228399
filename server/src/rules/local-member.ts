import type { Edit } from "../base/span.ts";
import { STATIC_MEMBER } from "../config/classes.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Start } from "../config/properties.ts";
import { startsWith } from "../config/starts.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import { localIdFor } from "../config/unique-ids.ts";
import { canonicalHost } from "../config/values.ts";

/**
 * Puts a LocalMember before the first Member of a StaticMembershipInterceptor, with the id that the other nodes list for
 * this one, or else a free one; undefined where there is no Member, or no free id.
 */
export function addLocalMember(interceptor: Component, clusters: readonly TomcatCluster[]): Edit | undefined {
  const [first] = interceptor.childrenNamed("Member");
  const id = first && localIdFor(interceptor, clusters);
  return first === undefined || id === undefined
    ? undefined
    : first.insertBefore(`<LocalMember className="${STATIC_MEMBER}" uniqueId="${id}"/>`);
}

/** What starts with this file and stands in its list of members. */
export function startsListed(list: Component, file: ConfigFile): readonly Start[] {
  const listed = new Set(
    list
      .childrenNamed("Member")
      .flatMap((member) => member.text("host") ?? [])
      .map(canonicalHost),
  );
  return startsWith(file).filter(({ hosts }) => [...hosts].some((host) => listed.has(canonicalHost(host))));
}
