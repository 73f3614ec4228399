import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import { isLoopback } from "../config/values.ts";
import type { Failure } from "./port.ts";
import type { Heard, Observations } from "./probe.ts";
import { groupName, type HeartbeatTarget } from "./target.ts";

/** The result of a test. */
export type ProbeOutcome = "works" | "nothing" | "failed";

export interface ProbeVerdict {
  readonly outcome: ProbeOutcome;
  /** For machines: `members`, `no-route`. */
  readonly code: string;
  readonly text: Localized;
  /** What to do next, one thing each. */
  readonly next: readonly Localized[];
}

/** How the test was made, as far as the words depend on it. */
export interface Made {
  readonly target: HeartbeatTarget;
  /** The address of the interface; undefined where the system chose. */
  readonly interface: string | undefined;
  readonly sent: boolean;
}

/** Says in words what was heard, and what to do about it. */
export function verdictOf(observations: Observations, made: Made): ProbeVerdict {
  if (observations.failure) return failed(observations.failure, made);
  const { members, echo, probes, foreign, foreignReason, more } = observations;
  const name = groupName(made.target);
  if (members.length > 0) return { ...membersHeard(members, more), outcome: "works", code: "members" };
  if (probes.length > 0) {
    const from = probes.slice(0, 5).join(", ");
    return {
      outcome: "works",
      code: "probe",
      text: {
        en: `Multicast works: the test packets of ${from} arrived. No Tomcat sent a heartbeat.`,
        ko: `멀티캐스트가 동작합니다. ${from}의 테스트 패킷이 도착했습니다. 하트비트를 보낸 Tomcat은 없습니다.`,
      },
      next: [START_TOMCAT],
    };
  }
  if (echo) {
    return {
      outcome: "works",
      code: "echo",
      text: {
        en: "Multicast works on this machine: its own test packet came back. No Tomcat sent a heartbeat.",
        ko: "이 장비에서는 멀티캐스트가 동작합니다. 보낸 테스트 패킷이 돌아왔습니다. 하트비트를 보낸 Tomcat은 없습니다.",
      },
      next: [
        {
          en: "The network between two machines is not proved by this: run the test with --send on another one at the same time.",
          ko: "두 장비 사이의 네트워크까지 확인된 것은 아닙니다. 다른 장비에서도 동시에 --send로 테스트하십시오.",
        },
        START_TOMCAT,
      ],
    };
  }
  if (foreign > 0 && foreignReason) {
    return {
      outcome: "nothing",
      code: "foreign",
      text: {
        en: `No heartbeat, but ${foreign} ${foreign === 1 ? "packet" : "packets"} of something else: ${foreignReason.en}.`,
        ko: `하트비트는 없고 다른 패킷만 ${foreign}개 도착했습니다. 첫 패킷: ${foreignReason.ko}.`,
      },
      next: [
        {
          en: `Another program uses ${name}: give the cluster an address or a port of its own.`,
          ko: `다른 프로그램이 ${josa(name, "을")} 쓰고 있습니다. 클러스터에 다른 주소나 포트를 지정하십시오.`,
        },
      ],
    };
  }
  return {
    outcome: "nothing",
    code: "nothing",
    text: made.sent
      ? {
          en: `Nothing came from ${name}, not even the test packets of this machine.`,
          ko: `${name}에서 아무것도 오지 않았습니다. 이 장비가 보낸 테스트 패킷도 돌아오지 않았습니다.`,
        }
      : { en: `Nothing came from ${name}.`, ko: `${name}에서 아무것도 오지 않았습니다.` },
    next: [START_TOMCAT, firewall(made.target), OTHER_INTERFACE, NO_MULTICAST_HERE],
  };
}

function membersHeard(members: readonly Heard[], more: number): Pick<ProbeVerdict, "text" | "next"> {
  const count = members.length + more;
  const next: Localized[] = [];
  for (const { member } of members.filter(({ member }) => isLoopback(member.host)).slice(0, 3)) {
    next.push({
      en: `${member.host}:${member.port} is an address that only its own machine reaches: set the address of its Receiver.`,
      ko: `${member.host}:${josa(member.port, "은")} 그 장비 자신만 접속할 수 있는 주소입니다. 그 노드의 Receiver에 address를 지정하십시오.`,
    });
  }
  if (members.every(({ here }) => here)) {
    next.push({
      en: "All of them run on this machine. If nodes of other machines are missing, multicast does not pass between the machines.",
      ko: "모두 이 장비에서 실행 중입니다. 다른 장비의 노드가 보이지 않으면 장비 사이에 멀티캐스트가 전달되지 않는 것입니다.",
    });
  }
  return {
    text: {
      en: `Multicast works: ${count} ${count === 1 ? "member" : "members"} heard.`,
      ko: `멀티캐스트가 동작합니다. 멤버 ${count}개를 확인했습니다.`,
    },
    next,
  };
}

function failed({ step, code }: Failure, made: Made): ProbeVerdict {
  const { group, port } = made.target;
  const route = group.includes(":") ? "ip -6 route add ff00::/8" : "ip route add 224.0.0.0/4";
  switch (code) {
    case "ENODEV":
    case "ENETUNREACH":
    case "EHOSTUNREACH":
    case "ENETDOWN":
    case "EADDRNOTAVAIL":
      return {
        outcome: "failed",
        code: "no-route",
        text: made.interface
          ? {
              en: `The interface of ${made.interface} takes no multicast (${code}).`,
              ko: `${made.interface}의 인터페이스는 멀티캐스트를 받지 못합니다(${code}).`,
            }
          : {
              en: `This machine has no route for multicast to ${group} (${code}).`,
              ko: `이 장비에는 ${josa(group, "으로")} 가는 멀티캐스트 경로가 없습니다(${code}).`,
            },
        next: [
          {
            en: `Add a route, on Linux: ${route} dev eth0 (with the name of your interface).`,
            ko: `경로를 추가하십시오. Linux: ${route} dev eth0 (실제 인터페이스 이름으로 바꾸십시오)`,
          },
          {
            en: "Or name the interface: bind on the Membership, and for the test (in a shell --interface).",
            ko: "또는 인터페이스를 지정하십시오. 설정에서는 Membership의 bind에 지정하고, 테스트에서도 고르십시오(셸에서는 --interface).",
          },
        ],
      };
    case "EADDRINUSE":
      return {
        outcome: "failed",
        code: "in-use",
        text: {
          en: `UDP port ${port} is taken by a program that does not share it.`,
          ko: `UDP 포트 ${josa(port, "을")} 다른 프로그램이 독점하고 있습니다.`,
        },
        next: [
          {
            en: `Find it with: ss -ulpn 'sport = :${port}'. Stop it, or give the Membership another port on all nodes. A Tomcat shares its port, so it is none.`,
            ko: `ss -ulpn 'sport = :${port}' 명령으로 찾아 종료하거나, 모든 노드의 Membership에 다른 포트를 지정하십시오. Tomcat은 포트를 공유하므로 Tomcat은 아닙니다.`,
          },
        ],
      };
    case "EACCES":
    case "EPERM":
      return {
        outcome: "failed",
        code: "not-permitted",
        text: {
          en: `The system does not permit it (${code} at ${step}).`,
          ko: `시스템이 허용하지 않습니다(${step} 단계에서 ${code}).`,
        },
        next: [
          port < 1024
            ? {
                en: `Ports below 1024 need more rights: give the Membership a port above, such as 45564.`,
                ko: "1024보다 작은 포트에는 권한이 필요합니다. Membership에 45564처럼 더 큰 포트를 지정하십시오.",
              }
            : firewall(made.target),
        ],
      };
    default:
      return {
        outcome: "failed",
        code: "system",
        text: {
          en: `The system refused to ${step}: ${code}.`,
          ko: `시스템이 ${step} 단계를 거부했습니다: ${code}.`,
        },
        next: [],
      };
  }
}

const START_TOMCAT: Localized = {
  en: "Start at least one Tomcat of the cluster; by default it sends a heartbeat twice a second.",
  ko: "클러스터의 Tomcat을 하나 이상 시작하십시오. 기본 설정의 Tomcat은 1초에 두 번 하트비트를 보냅니다.",
};

function firewall({ group, port }: HeartbeatTarget): Localized {
  // By which a machine tells routers and switches of the groups it has joined.
  const joining = group.includes(":") ? "MLD (ICMPv6)" : "IGMP";
  return {
    en: `Let the firewall pass UDP to ${group} port ${port}, and ${joining}, on both machines.`,
    ko: `두 장비의 방화벽에서 ${group} 포트 ${port}의 UDP와 ${josa(joining, "을")} 허용하십시오.`,
  };
}

const OTHER_INTERFACE: Localized = {
  en: "Where a machine has several interfaces, test through the others too (in a shell with --interface), and name the right one with bind on the Membership.",
  ko: "인터페이스가 여러 개이면 다른 인터페이스로도 테스트하고(셸에서는 --interface), 맞는 주소를 Membership의 bind에 지정하십시오.",
};

const NO_MULTICAST_HERE: Localized = {
  en: "Most clouds (AWS, Azure, Google Cloud) and container networks (Docker between hosts, Kubernetes) carry no multicast: list the members with StaticMembershipService instead.",
  ko: "대부분의 클라우드(AWS, Azure, Google Cloud)와 컨테이너 네트워크(여러 호스트의 Docker, Kubernetes)는 멀티캐스트를 전달하지 않습니다. 이때는 StaticMembershipService로 멤버를 나열하십시오.",
};
