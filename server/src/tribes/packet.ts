import { ByteReader, latin1, standsAt } from "./bytes.ts";
import { type Decoded, decodeMember, MEMBER_BEGIN, type Member } from "./member.ts";
import { NOT_DECODED, type NotDecodedReason } from "./reasons.ts";
import { decodeTestPacket } from "./test-packet.ts";

/** `FLT2002`, the first bytes of a message (XByteBuffer.START_DATA, the same from 7.0 to 11.0). */
const START_DATA = latin1("FLT2002");
/** `TLF2003`, its last. */
const END_DATA = latin1("TLF2003");

/** What came in one datagram. */
export type Packet =
  | { readonly kind: "heartbeat"; readonly member: Member }
  /** Messages sent with the option `multicast`, which name their sender. */
  | { readonly kind: "messages"; readonly senders: readonly Member[] }
  /** A probe's own packet, with the id of the probe that sent it. */
  | { readonly kind: "test"; readonly id: string }
  | { readonly kind: "foreign"; readonly reason: NotDecodedReason };

/**
 * Sorts out a datagram as McastServiceImpl.receive does: a heartbeat where it begins like a member, messages in frames
 * of XByteBuffer otherwise. Never throws, and reads each byte a few times at most.
 */
export function decodePacket(bytes: Uint8Array): Packet {
  const id = decodeTestPacket(bytes);
  if (id !== undefined) return { kind: "test", id };
  if (standsAt(bytes, 0, MEMBER_BEGIN)) {
    const decoded = decodeMember(bytes);
    return "value" in decoded ? { kind: "heartbeat", member: decoded.value } : { kind: "foreign", ...decoded };
  }
  if (!standsAt(bytes, 0, START_DATA)) return { kind: "foreign", reason: NOT_DECODED.noMember };
  const senders = decodeFrames(bytes);
  return "value" in senders ? { kind: "messages", senders: senders.value } : { kind: "foreign", ...senders };
}

/**
 * The senders of the frames: `FLT2002`, a length in 4 bytes, so many bytes of ChannelData, `TLF2003`; a datagram may
 * hold several. What is behind the last whole one is left out, as XByteBuffer.countPackages does.
 */
function decodeFrames(bytes: Uint8Array): Decoded<readonly Member[]> {
  const senders: Member[] = [];
  let at = 0;
  while (standsAt(bytes, at, START_DATA)) {
    const reader = new ByteReader(bytes, at + START_DATA.length);
    const data = reader.counted();
    if (!data || !standsAt(bytes, reader.at, END_DATA)) break;
    const sender = senderOf(data);
    if (sender) senders.push(sender);
    at = reader.at + END_DATA.length;
  }
  return senders.length > 0 ? { value: senders } : { reason: NOT_DECODED.message };
}

/** ChannelData: options (4), time (8), id (length in 4), the sender as a member (length in 4), the message. */
function senderOf(data: Uint8Array): Member | undefined {
  const reader = new ByteReader(data);
  if (!reader.bytes(4 + 8) || !reader.counted()) return undefined;
  const address = reader.counted();
  const decoded = address && decodeMember(address);
  return decoded && "value" in decoded ? decoded.value : undefined;
}
