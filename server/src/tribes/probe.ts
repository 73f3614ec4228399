import { type Member, memberKey } from "./member.ts";
import { decodePacket } from "./packet.ts";
import type { Failure } from "./port.ts";
import type { NotDecodedReason } from "./reasons.ts";

/** A member that was heard. */
export interface Heard {
  readonly member: Member;
  /** The address its packets come from; differs from `member.host` behind NAT, and where the Receiver's is wrong. */
  readonly from: string;
  /** True where that address is one of this machine. */
  readonly here: boolean;
  readonly heartbeats: number;
  /** `left`: it said so; `silent`: longer than dropTime. */
  readonly state: "alive" | "left" | "silent";
}

/** All that was heard so far. */
export interface Observations {
  readonly members: readonly Heard[];
  /** Members beyond the most that are kept. */
  readonly more: number;
  /** The own test packet came back. */
  readonly echo: boolean;
  /** Addresses of other probes that were heard. */
  readonly probes: readonly string[];
  /** Packets that are none of Tribes', and the reason for the first. */
  readonly foreign: number;
  readonly foreignReason: NotDecodedReason | undefined;
  readonly failure: Failure | undefined;
}

/** Far more than a cluster has; further members of a flood are only counted. */
const MOST_MEMBERS = 500;
const MOST_PROBES = 50;

/** Keeps what the packets of a group tell. Has no socket and no clock: the caller gives packets and times, in milliseconds. */
export class Probe {
  readonly #dropTime: number;
  readonly #ownId: string;
  readonly #localAddresses: ReadonlySet<string>;
  readonly #members = new Map<string, Heard>();
  readonly #lastHeard = new Map<string, number>();
  readonly #probes = new Set<string>();
  #more = 0;
  #echo = false;
  #foreign = 0;
  #foreignReason: NotDecodedReason | undefined;
  #failure: Failure | undefined;

  /** `ownId` is that of its test packets; `localAddresses` are those of this machine. */
  constructor(dropTime: number, ownId: string, localAddresses: readonly string[]) {
    this.#dropTime = dropTime;
    this.#ownId = ownId;
    this.#localAddresses = new Set(localAddresses);
  }

  /** True when a member came, left or came back, which a list should show at once. */
  packet(bytes: Uint8Array, from: string, now: number): boolean {
    const packet = decodePacket(bytes);
    switch (packet.kind) {
      case "heartbeat":
        return this.#heard(packet.member, from, now, 1);
      case "messages":
        // Its sender is a member, but says here what it said when its first heartbeat was made.
        return packet.senders.map((sender) => this.#heard(sender, from, now, 0)).includes(true);
      case "test":
        if (packet.id === this.#ownId) this.#echo = true;
        else if (this.#probes.size < MOST_PROBES) this.#probes.add(from);
        return false;
      case "foreign":
        this.#foreign++;
        this.#foreignReason ??= packet.reason;
        return false;
    }
  }

  #heard(member: Member, from: string, now: number, heartbeats: 0 | 1): boolean {
    const key = memberKey(member);
    const before = this.#members.get(key);
    if (!before && this.#members.size >= MOST_MEMBERS) {
      this.#more++;
      return false;
    }
    const state = member.leaving ? "left" : "alive";
    this.#members.set(key, {
      member: heartbeats === 0 && before ? before.member : member,
      from,
      here: this.#localAddresses.has(from),
      heartbeats: (before?.heartbeats ?? 0) + heartbeats,
      state,
    });
    this.#lastHeard.set(key, now);
    return before?.state !== state;
  }

  /** Marks members that have been silent for longer than dropTime; true when one just became so. */
  tick(now: number): boolean {
    let changed = false;
    for (const [key, heard] of this.#members) {
      if (heard.state !== "alive" || now - (this.#lastHeard.get(key) ?? now) <= this.#dropTime) continue;
      this.#members.set(key, { ...heard, state: "silent" });
      changed = true;
    }
    return changed;
  }

  failed(failure: Failure | undefined): void {
    this.#failure = failure;
  }

  get observations(): Observations {
    return {
      members: [...this.#members.values()],
      more: this.#more,
      echo: this.#echo,
      probes: [...this.#probes],
      foreign: this.#foreign,
      foreignReason: this.#foreignReason,
      failure: this.#failure,
    };
  }
}
