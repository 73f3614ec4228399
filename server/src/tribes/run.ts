import type { Localized } from "../base/localized.ts";
import type { Interface, MulticastPort } from "./port.ts";
import { type Observations, Probe } from "./probe.ts";
import type { HeartbeatTarget } from "./target.ts";
import { encodeTestPacket } from "./test-packet.ts";
import { type ProbeVerdict, verdictOf } from "./verdict.ts";

export interface ProbeOptions {
  /** The name or address of an interface; undefined takes the Membership's `bind`, else the system's choice. */
  readonly interface: string | undefined;
  readonly milliseconds: number;
  /** True to send test packets too. */
  readonly send: boolean;
  /** Letters and digits that no other probe has. */
  readonly id: string;
}

export interface RunningProbe {
  /** Ends early; the verdict says what was heard until then. */
  stop(): void;
  readonly ended: Promise<{ readonly observations: Observations; readonly verdict: ProbeVerdict }>;
}

/** Joins the group and listens. `onChange` is called when a member comes or goes, and once a second while there is one. */
export function runProbe(
  port: MulticastPort,
  target: HeartbeatTarget,
  options: ProbeOptions,
  onChange: (observations: Observations) => void,
): RunningProbe {
  const interfaces = port.interfaces();
  const probe = new Probe(
    target.dropTime,
    options.id,
    interfaces.flatMap(({ address, ipv6 }) => [address, ...(ipv6?.addresses ?? [])]),
  );
  const chosen = chooseInterface(target, options.interface, interfaces);
  if ("text" in chosen) {
    const ended = { observations: probe.observations, verdict: chosen };
    return { stop() {}, ended: Promise.resolve(ended) };
  }
  const made = { target, interface: chosen.address, sent: options.send };
  let stop = () => {};
  const ended = new Promise<{ observations: Observations; verdict: ProbeVerdict }>((resolve) => {
    const listening = port.listen(
      {
        group: target.group,
        port: target.port,
        interface: chosen.address,
        milliseconds: options.milliseconds,
        send: options.send ? { packet: encodeTestPacket(options.id), ttl: target.ttl } : undefined,
      },
      {
        packet(bytes, from, now) {
          if (probe.packet(bytes, from, now)) onChange(probe.observations);
        },
        tick(now) {
          probe.tick(now);
          const { observations } = probe;
          if (observations.members.length > 0) onChange(observations);
        },
        ended(failure) {
          probe.failed(failure);
          const { observations } = probe;
          resolve({ observations, verdict: verdictOf(observations, made) });
        },
      },
    );
    stop = () => listening.stop();
  });
  return { stop: () => stop(), ended };
}

/** The interface to listen on, or why there is none. Names in a file are not looked up: nothing but the group is asked. */
function chooseInterface(
  { group, bind }: HeartbeatTarget,
  wanted: string | undefined,
  interfaces: readonly Interface[],
): { readonly address: string | undefined } | ProbeVerdict {
  // Java takes 0.0.0.0 and :: for no choice.
  const named = wanted ?? (bind === "0.0.0.0" || bind === "::" ? undefined : bind);
  if (named === undefined) return { address: undefined };
  const ofIpv6 = group.includes(":");
  const found = interfaces.find(
    ({ name, address, ipv6 }) =>
      (ofIpv6 ? ipv6 : !address.includes(":")) &&
      // A bind of either kind stands for its interface (McastServiceImpl.setupSocket).
      (address === named || ipv6?.addresses.includes(named) || (wanted !== undefined && name === named)),
  );
  if (found) return { address: ofIpv6 ? found.ipv6?.choice : found.address };
  const there = interfaces.map(({ name, address }) => `${name} ${address}`).join(", ");
  return {
    outcome: "failed",
    code: wanted === undefined ? "bind-elsewhere" : "no-interface",
    text:
      wanted === undefined
        ? {
            en: `The Membership is bound to ${named}, which is not among the addresses of this machine (${there}).`,
            ko: `Membership의 bind는 ${named}이지만 이 장비의 주소가 아닙니다(${there}).`,
          }
        : {
            en: `This machine has no interface ${named}. It has ${there}.`,
            ko: `이 장비에는 ${named} 인터페이스가 없습니다. 있는 인터페이스: ${there}.`,
          },
    next: wanted === undefined ? [RUN_THERE] : [],
  };
}

const RUN_THERE: Localized = {
  en: "Run the test on the machine of this node, or choose an interface of this one.",
  ko: "이 노드의 장비에서 테스트하거나, 지금 장비의 인터페이스를 선택하십시오.",
};
