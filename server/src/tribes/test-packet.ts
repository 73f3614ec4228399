import { latin1, printableLatin1, standsAt } from "./bytes.ts";

/**
 * Begins like nothing Tomcat knows. McastServiceImpl.receive takes a datagram for a member only where it begins with
 * `TRIBES-B`, and looks for frames that begin with `FLT2002` otherwise; where there is none it does nothing and logs
 * nothing (7.0 to 11.0). So no Tomcat ever takes this for a member.
 */
const MARK = latin1("tomcat-cluster multicast test 1 ");

/** Only letters and digits, so that a recorded packet says in plain text what it is. */
const ID = /^[0-9a-z-]{1,64}$/;

/** What a probe sends to see whether it comes back. Throws a RangeError for an id of other letters. */
export function encodeTestPacket(id: string): Uint8Array {
  if (!ID.test(id)) throw new RangeError(`no id of a probe: ${id}`);
  return Uint8Array.from([...MARK, ...latin1(id)]);
}

/** The id of the probe that sent these bytes; undefined where none did. */
export function decodeTestPacket(bytes: Uint8Array): string | undefined {
  if (!standsAt(bytes, 0, MARK)) return undefined;
  const id = printableLatin1(bytes.subarray(MARK.length));
  return id !== undefined && ID.test(id) ? id : undefined;
}
