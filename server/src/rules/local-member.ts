import type { Edit } from "../base/span.ts";
import { STATIC_MEMBER } from "../config/classes.ts";
import { startOptionsOf } from "../config/cluster.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { START } from "../config/options.ts";
import type { Start } from "../config/properties.ts";
import { isShared, onlyStart, startsWith } from "../config/starts.ts";
import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import { bytesOf, localIdFor } from "../config/unique-ids.ts";
import { canonicalHost } from "../config/values.ts";
import { behindPlaceholder } from "./fixes.ts";
import type { Fix } from "./rule.ts";

/**
 * Puts a LocalMember before the first Member of a StaticMembershipInterceptor, with the id that the other nodes list for
 * this one, or else a free one; undefined where there is no Member, or no free id, and in a file that seems to be for
 * several nodes, which one id would make alike.
 */
export function addLocalMember(interceptor: Component, clusters: readonly TomcatCluster[]): Edit | undefined {
  const [first] = interceptor.childrenNamed("Member");
  const id = first && !seemsForSeveral(interceptor, clusters) ? localIdFor(interceptor, clusters) : undefined;
  return first === undefined || id === undefined
    ? undefined
    : first.insertBefore(`<LocalMember className="${STATIC_MEMBER}" uniqueId="${id}"/>`);
}

/** True where no other node is known, and each may fill in its own jvmRoute or address. */
function seemsForSeveral(interceptor: Component, clusters: readonly TomcatCluster[]): boolean {
  if (clusters.some(({ sites }) => sites.length > 1)) return false;
  const engine = interceptor.ancestor("Engine");
  const receiver = interceptor.ancestor("Channel")?.child("Receiver");
  return [engine && behindPlaceholder(engine, "jvmRoute"), receiver && behindPlaceholder(receiver, "address")].some(
    Boolean,
  );
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

/** The Members of a list that are the node whose list it is. */
export interface OwnMembers {
  readonly members: readonly Component[];
  /** The service that starts the node, where one does. */
  readonly service: Start | undefined;
}

/**
 * The Members with the port and the address of this node's own Receiver, or with the name of the only service that
 * starts it. One that a LocalMember has the uniqueId of is left out: TcpFailureDetector does so too.
 */
export function ownMembers(list: Component, file: ConfigFile): OwnMembers {
  const receiver = list.ancestor("Channel")?.child("Receiver");
  const port = receiver?.number("port");
  // Where several services start with the file, each may list all of them: server-xml-shared looks at that.
  const service = isShared(file) ? undefined : onlyStart(file);
  if (!receiver || port === undefined) return { members: [], service };
  const address = receiver.text("address");
  const own = new Set([...(address === undefined ? [] : [address]), ...(service?.hosts ?? [])].map(canonicalHost));
  const id = list.child("LocalMember")?.text("uniqueId");
  const members = list.childrenNamed("Member").filter((member) => {
    const host = member.text("host");
    if (host === undefined || !own.has(canonicalHost(host)) || member.number("port") !== port) return false;
    return id === undefined || member.text("uniqueId") !== id;
  });
  return { members, service };
}

/**
 * Makes the LocalMember of the only Member that is this node: it has the id already by which the others know the node,
 * and its host and port are the Receiver's. Undefined where Tomcat would take no LocalMember.
 */
export function asLocalMember(list: Component, file: ConfigFile, clusters: readonly TomcatCluster[]): Fix | undefined {
  const [member, another] = ownMembers(list, file).members;
  if (!member || another || !takesLocalMember(list)) return undefined;
  const written = member.text("uniqueId");
  const id = written !== undefined && bytesOf(written) ? written : localIdFor(list, clusters);
  if (id === undefined) return undefined;
  const { element } = member;
  return {
    title: { en: "Make this Member the LocalMember", ko: "이 Member를 LocalMember로 변경" },
    edits: [
      { span: element.nameSpan, newText: "LocalMember" },
      ...["host", "port"].flatMap((name) => member.attribute(name) ?? []).map((each) => member.removeAttribute(each)),
      ...(id === written ? [] : [member.setAttribute("uniqueId", id)]),
      ...(element.endTag ? [{ span: element.endTag.nameSpan, newText: "LocalMember" }] : []),
    ],
  };
}

/** True for a list that lacks a LocalMember; beside a membership service that runs, Tomcat does not start with one. */
export function takesLocalMember(list: Component): boolean {
  const cluster = list.ancestor("Cluster");
  const options = cluster && startOptionsOf(cluster);
  return (
    options !== undefined &&
    (options & START.membership) === 0 &&
    list.facts?.children.has("LocalMember") !== false &&
    !list.children.some(({ name }) => name === "LocalMember")
  );
}
