import { STATIC_MEMBER } from "../config/classes.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Start } from "../config/properties.ts";
import { canonicalHost } from "../config/values.ts";
import { startsWith } from "./starts.ts";

/** The length of a uniqueId, in bytes. */
const BYTES = 16;

/** A LocalMember for a StaticMembershipInterceptor without one. */
export function newLocalMember(interceptor: Component): string {
  return `<LocalMember className="${STATIC_MEMBER}" uniqueId="${freeId(interceptor)}"/>`;
}

/** The first id of the form {0,…,0,n} that no Member has. */
function freeId(interceptor: Component): string {
  const taken = new Set(interceptor.childrenNamed("Member").map((each) => each.text("uniqueId")?.replace(/\s/g, "")));
  for (let number = 1; ; number++) {
    const id = `{${[...Array<number>(BYTES - 1).fill(0), number].join(",")}}`;
    if (!taken.has(id)) return id;
  }
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
