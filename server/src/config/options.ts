import { parseInteger } from "./values.ts";

/** The bits of `channelSendOptions` and `mapSendOptions` (org.apache.catalina.tribes.Channel, all lines). */
export const SEND = { ack: 2, synchronizedAck: 4, asynchronous: 8, secure: 16, udp: 32, multicast: 64 } as const;

/** The bits of `channelStartOptions`: receiver, sender, and hearing and announcing members. */
export const START = { receiver: 1, sender: 2, memberReceiver: 4, memberSender: 8, all: 15 } as const;

const NAMES: Readonly<Record<string, number>> = {
  byte_message: 1,
  byte: 1,
  use_ack: 2,
  synchronized_ack: 4,
  sync: 4,
  asynchronous: 8,
  async: 8,
  secure: 16,
  udp: 32,
  multicast: 64,
};

/**
 * The mask a text stands for: a number, or names separated by commas. Undefined where Tomcat rejects the text as a
 * whole (Channel.parseSendOptions, 9.0.0-M23 and later; before, numbers only).
 */
export function parseSendOptions(text: string): number | undefined {
  const number = parseInteger(text);
  if (number !== undefined) return number;
  let mask = 0;
  for (const name of text.split(/\s*,\s*/)) {
    const bit = NAMES[name];
    if (bit === undefined) return undefined;
    mask |= bit;
  }
  return mask;
}
