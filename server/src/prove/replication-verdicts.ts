import type { Localized } from "../base/localized.ts";
import { arrives, type Link, overtakenOn, type ProofFacts } from "./facts.ts";
import type { ProofVerdict } from "./verdict.ts";

const pairs = (links: readonly Link[]) => links.map(({ from, to }) => `${from.name} → ${to.name}`).join(", ");

/** Verdicts on whether values written on a node are seen on the others. */
export function* replicationVerdicts({
  links,
  nodes,
  rounds,
  refusedWrites,
  interrupted,
  failover,
}: ProofFacts): Generator<ProofVerdict> {
  if (refusedWrites > 0) {
    yield {
      ...{ id: "write-refused", level: "failed" },
      text: {
        en: `A node did not take a value into a session of its own (${refusedWrites} times).`,
        ko: `노드가 자신이 만든 세션에 값을 저장하지 못했습니다(${refusedWrites}번).`,
      },
      next: [
        {
          en: "Look into its log: a value that is not Serializable, or a full disk, ends the request with an error.",
          ko: "그 노드의 로그를 확인하십시오. Serializable이 아닌 값이나 가득 찬 디스크는 요청을 오류로 끝냅니다.",
        },
      ],
    };
  }
  const tried = links.filter((link) => link.tried > 0);
  if (tried.length === 0) return;
  const broken = tried.filter((link) => !arrives(link));
  // Where replication works in one direction only, values differ after a while; that is no separate loss.
  const lossy = tried.filter(
    (link) =>
      arrives(link) &&
      link.misses.length > link.overtaken &&
      !broken.some(({ from, to }) => from === link.to && to === link.from),
  );
  const late = tried.filter((link) => !lossy.includes(link) && overtakenOn(link) > 0);
  const overtaken = late.reduce((sum, link) => sum + overtakenOn(link), failover?.overtaken ?? 0);
  if (broken.length > 0) yield brokenVerdict(broken, tried);
  if (lossy.length > 0) {
    const lost = lossy.reduce((sum, link) => sum + link.tried - link.seen, 0);
    const all = lossy.reduce((sum, link) => sum + link.tried, 0);
    yield {
      ...{ id: "some-lost", level: "failed" },
      text: {
        en: `${lost} of ${all} changes were not seen in time: ${pairs(lossy)}.`,
        ko: `변경 ${all}개 가운데 ${lost}개가 제때 보이지 않았습니다: ${pairs(lossy)}.`,
      },
      next: [
        {
          en: "channelSendOptions 8 sends in any order, and may lose the first change of a session: 6 waits until it is applied.",
          ko: "channelSendOptions 8은 순서를 지키지 않아 세션의 첫 변경을 잃을 수 있습니다. 6은 적용될 때까지 기다립니다.",
        },
        {
          en: "Look into the logs for members that come and go, and for messages that could not be sent.",
          ko: "로그에서 나타났다 사라지는 멤버와 전송하지 못한 메시지를 찾으십시오.",
        },
      ],
    };
  }
  if (broken.length === 0 && lossy.length === 0 && overtaken > 0) yield firstLost(overtaken, late);
  if (broken.length > 0 || lossy.length > 0 || late.length > 0 || refusedWrites > 0 || interrupted) return;
  yield {
    ...{ id: "replicated", level: "passed" },
    text: {
      en: `Replicated: ${rounds} rounds, each seen on ${nodes.length === 2 ? "the other node" : `all ${nodes.length - 1} other nodes`}.`,
      ko: `복제됩니다. ${rounds}번 모두 ${nodes.length === 2 ? "다른 노드" : `다른 노드 ${nodes.length - 1}개 전부`}에서 확인했습니다.`,
    },
    next: [],
  };
}

/** Whatever was lost, a later change of the same node arrived. */
function firstLost(count: number, links: readonly Link[]): ProofVerdict {
  const where = links.length === 0 ? "" : ` (${pairs(links)})`;
  return {
    ...{ id: "first-changes-lost", level: "partly" },
    text: {
      en: `It replicates, but first changes get lost: ${count} ${count === 1 ? "change was" : "changes were"} the first after the session began on a node or came to it, and never arrived; later changes of the node did${where}.`,
      ko: `복제되지만 첫 변경을 잃습니다. 세션이 노드에서 시작하거나 노드로 옮겨 온 뒤의 첫 변경 ${count}개가 도착하지 않았고, 그 노드의 이후 변경은 도착했습니다${where}.`,
    },
    next: [
      {
        en: "channelSendOptions 8, the default, sends asynchronously and in any order. Set 6: a request then waits until its change is applied.",
        ko: "기본값인 channelSendOptions 8은 비동기로, 순서를 지키지 않고 보냅니다. 6으로 바꾸면 변경이 적용될 때까지 요청이 기다립니다.",
      },
      {
        en: "With BackupManager it is mapSendOptions that decides.",
        ko: "BackupManager에서는 mapSendOptions가 결정합니다.",
      },
      {
        en: "If they have 6 already, look into the logs for members that come and go at these moments.",
        ko: "이미 6이면 로그에서 그때 나타났다 사라진 멤버를 찾으십시오.",
      },
    ],
  };
}

const NOT_AT_ALL: readonly Localized[] = [
  {
    en: "Is <distributable/> in the application's WEB-INF/web.xml on every node?",
    ko: "모든 노드의 애플리케이션 WEB-INF/web.xml에 <distributable/>이 있습니까?",
  },
  {
    en: "Do the nodes know each other? Their logs say when a member is added; tomcat-cluster logs reads them together.",
    ko: "노드가 서로를 압니까? 멤버가 추가되면 로그에 남습니다. tomcat-cluster logs로 함께 읽으십시오.",
  },
  {
    en: "Does each node's Receiver advertise an address and a port that the others can connect to?",
    ko: "각 노드의 Receiver가 알리는 주소와 포트에 다른 노드가 접속할 수 있습니까?",
  },
  {
    en: "Is the application deployed under the same path, in a Host of the same name?",
    ko: "애플리케이션이 같은 이름의 Host에 같은 경로로 배포되어 있습니까?",
  },
];

function brokenVerdict(broken: readonly Link[], tried: readonly Link[]): ProofVerdict {
  const knows = broken.every(({ misses }) => misses.every((miss) => miss === "missing"));
  const silent = broken.every(({ misses }) => misses.every((miss) => miss === "silent" || miss === "error"));
  if (silent) {
    return {
      ...{ id: "stopped-answering", level: "failed" },
      text: {
        en: `A node stopped answering during the proof: ${pairs(broken)}.`,
        ko: `증명하는 동안 노드가 응답을 멈췄습니다: ${pairs(broken)}.`,
      },
      next: [{ en: "Look into its log.", ko: "그 노드의 로그를 확인하십시오." }],
    };
  }
  if (broken.length < tried.length) {
    return {
      ...{ id: "one-way", level: "failed" },
      text: {
        en: `Sessions go one way only; they do not arrive from ${pairs(broken)}.`,
        ko: `세션이 한 방향으로만 복제됩니다. 도착하지 않는 방향: ${pairs(broken)}.`,
      },
      next: [
        {
          en: "A firewall in front of one node's Receiver port, or an address it advertises that is not reachable, stops one direction only.",
          ko: "한 노드의 Receiver 포트를 막는 방화벽이나 접속할 수 없는 주소는 한 방향만 막습니다.",
        },
        ...NOT_AT_ALL.slice(0, 2),
      ],
    };
  }
  if (knows) {
    return {
      ...{ id: "values-missing", level: "failed" },
      text: {
        en: `The session is known on the other node, but its values do not arrive: ${pairs(broken)}.`,
        ko: `다른 노드가 세션은 알지만 값이 도착하지 않습니다: ${pairs(broken)}.`,
      },
      next: [
        {
          en: "Is there a ReplicationValve in the Cluster, and does its filter leave out this page?",
          ko: "Cluster에 ReplicationValve가 있습니까? 그 filter가 이 페이지를 제외하지 않습니까?",
        },
        {
          en: "Does sessionAttributeNameFilter or sessionAttributeValueClassNameFilter of the Manager keep values back?",
          ko: "Manager의 sessionAttributeNameFilter나 sessionAttributeValueClassNameFilter가 값을 제외하지 않습니까?",
        },
      ],
    };
  }
  return {
    ...{ id: "new-session", level: "failed" },
    text: {
      en: `Not replicated: the other node does not know the session and gives out a new one (${pairs(broken)}).`,
      ko: `복제되지 않습니다. 다른 노드가 세션을 몰라 새 세션을 만듭니다(${pairs(broken)}).`,
    },
    next: NOT_AT_ALL,
  };
}
