import type { Localized } from "../base/localized.ts";
import { isSpace, skipSpace } from "../syntax/scan.ts";
import { isJavaInt, parseInteger } from "./values.ts";

/** One bit of a sum of options. */
export interface OptionBit {
  readonly bit: number;
  /** The name Tomcat takes instead of the number; for start options, which take numbers only, ours. */
  readonly name: string;
  readonly text: Localized;
}

/** The bits of `channelSendOptions` and `mapSendOptions` (org.apache.catalina.tribes.Channel, all lines). */
export const SEND = {
  byteMessage: 1,
  ack: 2,
  synchronizedAck: 4,
  asynchronous: 8,
  secure: 16,
  udp: 32,
  multicast: 64,
} as const;

/** The bits of `channelStartOptions`: receiver, sender, hearing and announcing members, both of these, and all. */
export const START = { receiver: 1, sender: 2, memberReceiver: 4, memberSender: 8, membership: 12, all: 15 } as const;

const SEND_BITS: readonly OptionBit[] = [
  bit(SEND.byteMessage, "byte_message", "the message is plain bytes", "메시지가 바이트 데이터입니다"),
  bit(SEND.ack, "use_ack", "waits until the other node has the message", "다른 노드가 받을 때까지 기다립니다"),
  bit(
    SEND.synchronizedAck,
    "synchronized_ack",
    "waits until it has applied it, with 2",
    "2와 함께 쓰면 다른 노드가 적용할 때까지 기다립니다",
  ),
  bit(
    SEND.asynchronous,
    "asynchronous",
    "returns at once and sends in the background",
    "바로 돌아오고 백그라운드로 보냅니다",
  ),
  bit(SEND.secure, "secure", "uses the secure port of the members", "멤버의 보안 포트를 사용합니다"),
  bit(SEND.udp, "udp", "sends by UDP, which may lose messages", "UDP로 보내며 유실될 수 있습니다"),
  bit(SEND.multicast, "multicast", "sends to the multicast group", "멀티캐스트 그룹으로 보냅니다"),
];

const START_BITS: readonly OptionBit[] = [
  bit(START.receiver, "receiver", "listens for messages", "메시지를 수신합니다"),
  bit(START.sender, "sender", "sends messages", "메시지를 전송합니다"),
  bit(START.memberReceiver, "membership receiver", "hears of other members", "다른 멤버의 하트비트를 받습니다"),
  bit(START.memberSender, "membership sender", "announces this member", "이 멤버를 알립니다"),
];

/**
 * How a change of a session is sent: the words every text uses for a sum of send options. The flags it is made of are
 * explained where there is room.
 */
export function sendingWord(mask: number): Localized {
  const by = (mask & SEND.udp) === 0 ? { en: "", ko: "" } : { en: ", by UDP", ko: ", UDP 사용" };
  const { en, ko } = waitingWord(mask);
  return { en: en + by.en, ko: ko + by.ko };
}

function waitingWord(mask: number): Localized {
  if (mask & SEND.asynchronous) return { en: "asynchronous", ko: "비동기" };
  if ((mask & SEND.ack) === 0) return { en: "unacknowledged", ko: "수신 확인 없음" };
  return mask & SEND.synchronizedAck ? { en: "synchronous", ko: "동기" } : { en: "acknowledged", ko: "수신 확인" };
}

/** The same with the number that is configured: `synchronous (6)`. */
export function sendingWords(mask: number): Localized {
  const { en, ko } = sendingWord(mask);
  return { en: `${en} (${mask})`, ko: `${ko}(${mask})` };
}

/** Short names beside those of the table. */
const ALIASES: Readonly<Record<string, string>> = {
  byte: "byte_message",
  sync: "synchronized_ack",
  async: "asynchronous",
};

/**
 * The mask a text stands for: a number, or names separated by commas. Undefined where Tomcat rejects the text as a
 * whole (Channel.parseSendOptions, 9.0.0-M23 and later; before, numbers only).
 */
export function parseSendOptions(text: string): number | undefined {
  if (text === "") return 0;
  if (isJavaInt(text)) return parseInteger(text);
  let mask = 0;
  for (const name of splitAtCommas(text)) {
    const option = SEND_BITS.find((each) => each.name === (ALIASES[name] ?? name));
    if (!option) return undefined;
    mask |= option.bit;
  }
  return mask;
}

/** Java's String.split at commas with blanks around them (those XML allows): empty parts at the end are dropped, others are kept. */
function splitAtCommas(text: string): readonly string[] {
  const written = text.split(",");
  // A regular expression for blanks and a comma would try each of many blanks anew.
  const parts = written.map((part, index) => {
    const start = index === 0 ? 0 : skipSpace(part, 0);
    let end = part.length;
    if (index < written.length - 1) while (end > start && isSpace(part.charCodeAt(end - 1))) end--;
    return part.slice(start, end);
  });
  return parts.slice(0, parts.findLastIndex((part) => part !== "") + 1);
}

/** Constants of org.apache.catalina.tribes.Channel that channelStartOptions is made of; Tomcat takes their sum only. */
const START_CONSTANTS: Readonly<Record<string, number>> = {
  DEFAULT: START.all,
  SND_RX_SEQ: START.receiver,
  SND_TX_SEQ: START.sender,
  MBR_RX_SEQ: START.memberReceiver,
  MBR_TX_SEQ: START.memberSender,
};

/**
 * What was meant by the names of Java's constants, such as `SEND_OPTIONS_USE_ACK | SEND_OPTIONS_SYNCHRONIZED_ACK` or
 * `SND_RX_SEQ`: a text that Tomcat takes, as a number where the setter takes no names. Undefined where a word is none of
 * them.
 */
export function meantByConstants(attribute: string, text: string, takesNames: boolean): string | undefined {
  const words = text.split(/[\s,|+]+/).map((word) => word.replace(/^Channel\./, ""));
  if (attribute === "channelStartOptions") {
    const masks = words.flatMap((word) => START_CONSTANTS[word] ?? []);
    return masks.length === words.length ? `${masks.reduce((sum, mask) => sum | mask, 0)}` : undefined;
  }
  const names = words.map((word) => word.replace(/^SEND_OPTIONS_/, "").toLowerCase());
  const mask = parseSendOptions(names.join(","));
  if (bitsOf(attribute) !== SEND_BITS || mask === undefined || mask === 0) return undefined;
  // Synchronized alone waits for no answer.
  const lacksAck = (mask & SEND.synchronizedAck) !== 0 && (mask & SEND.ack) === 0;
  if (takesNames) return (lacksAck ? ["use_ack", ...names] : names).join(",");
  return `${lacksAck ? mask | SEND.ack : mask}`;
}

/**
 * The options of an attribute's value, lowest first; undefined where the attribute is no sum of options or the value
 * none. `names` tells whether its setter takes names as well as numbers.
 */
export function optionBits(attribute: string, value: string, names = true): readonly OptionBit[] | undefined {
  const bits = bitsOf(attribute);
  const mask = bits === START_BITS || !names ? parseInteger(value) : parseSendOptions(value);
  return mask === undefined ? undefined : bits?.filter((each) => (mask & each.bit) !== 0);
}

/** All options an attribute takes; undefined where it is no sum of options. */
export function bitsOf(attribute: string): readonly OptionBit[] | undefined {
  if (attribute.endsWith("SendOptions")) return SEND_BITS;
  return attribute === "channelStartOptions" ? START_BITS : undefined;
}

function bit(value: number, name: string, en: string, ko: string): OptionBit {
  return { bit: value, name, text: { en, ko } };
}
