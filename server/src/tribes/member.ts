import { ipv6Text } from "../config/values.ts";
import { ByteReader, hex, latin1, printableLatin1, standsAt } from "./bytes.ts";
import { NOT_DECODED, type NotDecodedReason } from "./reasons.ts";

/** `TRIBES-B` and the version 1.0 (MemberImpl.TRIBES_MBR_BEGIN, the same from 7.0 to 11.0). */
export const MEMBER_BEGIN = latin1("TRIBES-B\x01\x00");
/** `TRIBES-E` and the version 1.0. */
const MEMBER_END = latin1("TRIBES-E\x01\x00");
/** What a member says when it leaves (Member.SHUTDOWN_PAYLOAD). */
const SHUTDOWN = latin1("BABY-ALEX");

/** A member of a cluster, as its heartbeat describes it. */
export interface Member {
  /** The address of its Receiver: `192.168.56.7`, or the bytes in hexadecimal where they are no address. */
  readonly host: string;
  readonly port: number;
  /** -1 where there is none. */
  readonly securePort: number;
  /** -1 where there is none. */
  readonly udpPort: number;
  /** Milliseconds since it started. */
  readonly aliveTime: number;
  /** 16 bytes in hexadecimal. */
  readonly uniqueId: string;
  /** Empty where none is set. Bytes that are no text are shown in hexadecimal behind `0x`. */
  readonly domain: string;
  /** True in the last heartbeat of a member that stops. */
  readonly leaving: boolean;
  /** Bytes of the command, which is empty but for a stop. */
  readonly commandSize: number;
  readonly payloadSize: number;
}

/** What bytes were decoded to, or why they were not. */
export type Decoded<T> = { readonly value: T } | { readonly reason: NotDecodedReason };

/**
 * Reads what MemberImpl.getData writes: begin, length of the body in 4 bytes, alive time (8), port, secure port, UDP port
 * (4 each), host (its length in 1 byte), command, domain (length in 4), unique id (16), payload (length in 4), end.
 *
 * The layout is the same in 7.0.109, 8.5.100, 9.0.70 and later, 10.1 and 11.0. Takes exactly what MemberImpl.getMember
 * takes: bytes behind the end do not matter, and a field may run past the body as long as the packet has the bytes.
 */
export function decodeMember(bytes: Uint8Array): Decoded<Member> {
  if (!standsAt(bytes, 0, MEMBER_BEGIN)) return { reason: NOT_DECODED.noMember };
  const reader = new ByteReader(bytes, MEMBER_BEGIN.length);
  const body = reader.int();
  if (body === undefined || body < 0) return { reason: NOT_DECODED.truncated };
  const end = reader.at + body;
  if (end + MEMBER_END.length > bytes.length) return { reason: NOT_DECODED.truncated };
  if (!standsAt(bytes, end, MEMBER_END)) return { reason: NOT_DECODED.noEnd };

  const aliveTime = reader.long();
  const port = reader.int();
  const securePort = reader.int();
  const udpPort = reader.int();
  const size = reader.byte();
  const host = size === undefined ? undefined : reader.bytes(size);
  const command = host && reader.counted();
  const domain = command && reader.counted();
  const uniqueId = domain && reader.bytes(16);
  const payload = uniqueId && reader.counted();
  if (aliveTime === undefined || port === undefined || securePort === undefined || udpPort === undefined || !payload) {
    return { reason: NOT_DECODED.fields };
  }
  return {
    value: {
      host: addressText(host),
      port,
      securePort,
      udpPort,
      aliveTime,
      uniqueId: hex(uniqueId),
      domain: domain.length === 0 ? "" : (printableLatin1(domain) ?? `0x${hex(domain)}`),
      leaving: command.length === SHUTDOWN.length && standsAt(command, 0, SHUTDOWN),
      commandSize: command.length,
      payloadSize: payload.length,
    },
  };
}

/** Four bytes as IPv4, sixteen as IPv6. */
function addressText(bytes: Uint8Array): string {
  if (bytes.length === 4) return bytes.join(".");
  return bytes.length === 16 ? ipv6Text(bytes) : `0x${hex(bytes)}`;
}

/** What tells one member from another, as MemberImpl.equals does: address, port and id. */
export function memberKey({ host, port, uniqueId }: Member): string {
  return `${host}:${port}/${uniqueId}`;
}
