import { isLoopback } from "../../config/values.ts";
import { text } from "../kinds/kind.ts";
import { memberName } from "../story/happening.ts";
import type { NodeStory } from "../story/story.ts";
import type { LogFinding } from "./finding.ts";

/** Receivers on an address that only their own machine can reach, where the cluster has other machines. */
export function addressesOf(story: NodeStory, others: readonly NodeStory[]): readonly LogFinding[] {
  const receiver = story.receivers.at(-1);
  if (!receiver || !isLoopback(receiver.host)) return [];
  const name = memberName(receiver);
  const elsewhere =
    others.some((other) => other.receivers.some((each) => !isLoopback(each.host) || memberName(each) === name)) ||
    story.timeline.some(({ members }) => members.some(({ host }) => /\d/.test(host) && !isLoopback(host)));
  // Debian maps the host's own name to 127.0.1.1; the address is hardly ever chosen on purpose.
  const byName = receiver.host === "127.0.1.1" && !story.timeline.some(({ kind }) => kind.id === "member-added");
  if (!elsewhere && !byName) return [];
  return [
    {
      id: "address-loopback",
      nodes: [story],
      text: text(
        `${story.name} tells the others to connect to ${name}: on another machine that is the machine itself.`,
        `${story.name} 노드가 다른 노드에 ${name}에 접속하라고 알립니다. 다른 장비에서는 그 장비 자신의 주소입니다.`,
      ),
      causes: [
        text(
          'The Receiver has address="auto" (or none), and /etc/hosts has the host\'s name beside 127.0.1.1 or 127.0.0.1.',
          'Receiver의 address가 "auto"이거나 없고, /etc/hosts에 호스트 이름이 127.0.1.1이나 127.0.0.1로 있습니다',
        ),
        text("A loopback address is written in the Receiver.", "Receiver에 루프백 주소가 쓰여 있습니다"),
      ],
      next: [text("Write this machine's own address into the Receiver.", "Receiver에 이 장비의 실제 주소를 쓰십시오.")],
      subjects: [{ element: "Receiver", attribute: "address" }],
      evidence: [{ story, happening: receiver.happening }],
      count: 1,
    },
  ];
}

/** Messages for applications that a node does not have long after its start. */
export function strayMessagesOf(story: NodeStory): readonly LogFinding[] {
  const starts = story.timeline.filter(({ kind }) => kind.id === "node-started").flatMap(({ time }) => time ?? []);
  const stray = story.timeline.filter(({ kind, time }) => {
    if (kind.id !== "manager-unknown" || time === undefined) return false;
    const start = starts.findLast((each) => each <= time);
    return start !== undefined;
  });
  const [first] = stray;
  if (!first) return [];
  const { kind } = first;
  return [
    {
      id: "manager-unknown",
      nodes: [story],
      text: text(`${kind.title.en}. ${kind.means.en}`, `${kind.title.ko}. ${kind.means.ko}`),
      causes: kind.causes.slice(1),
      next: kind.next,
      subjects: kind.subjects,
      evidence: stray.slice(0, 3).map((happening) => ({ story, happening })),
      count: stray.length,
    },
  ];
}
