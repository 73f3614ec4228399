import { STATIC_MEMBER } from "../config/classes.ts";
import type { Component } from "../config/component.ts";

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
