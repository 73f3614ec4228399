import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import type { Span } from "../../base/span.ts";
import { RECEIVERS } from "../../config/classes.ts";
import { multicastRuns } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { isLoopback } from "../../config/values.ts";
import type { ComponentRule, RelatedPlace } from "../rule.ts";

/**
 * The Receiver's address is what other nodes are told to connect to: a loopback address sends them to themselves.
 *
 * A warning where a static Member or another node is on another machine. With multicast the file does not tell where the
 * others are: information, unless nodes of the same cluster are known and all on this machine.
 *
 * Source: ReceiverBase.getAddress, McastServiceImpl.init, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "receiver-loopback",
  group: "receiver",
  severity: "warning",
  summary: {
    en: "A Receiver on a loopback address cannot be reached from other machines.",
    ko: "루프백 주소의 Receiver에는 다른 장비가 접속할 수 없습니다.",
  },
  target: RECEIVERS,

  check(receiver, report, file, clusters) {
    const address = receiver.text("address");
    const channel = receiver.parent;
    if (address === undefined || !isLoopback(address) || !channel) return;
    const at = receiver.spanOf("address");
    const members = [...channel.descendants()].filter(({ name }) => name === "Member");
    const remote = members.find((member) => {
      const host = member.text("host");
      return host !== undefined && !isLoopback(host);
    });
    if (remote) {
      report({ at, text: reachThemselves(address), related: [elsewhere(file, remote.spanOf("host"))] });
      return;
    }
    const cluster = receiver.ancestor("Cluster");
    if (members.length > 0 || !cluster || multicastRuns(cluster) !== true || staysHere(channel)) return;
    const others = clusters().flatMap(({ sites }) =>
      sites.filter((site) => site.receiver?.element !== receiver.element),
    );
    const addresses = others.flatMap((site) => {
      const written = site.receiver?.text("address");
      return site.receiver && written !== undefined && written !== "auto"
        ? [{ site, written, receiver: site.receiver }]
        : [];
    });
    const other = addresses.find(({ written }) => !isLoopback(written));
    if (other)
      report({
        at,
        text: reachThemselves(address),
        related: [elsewhere(other.site.file, other.receiver.spanOf("address"))],
      });
    else if (addresses.length === 0) report({ at, severity: "information", text: onlyHere() });
  },
};

/** True where heartbeats do not leave this machine either. */
function staysHere(channel: Component): boolean {
  const membership = channel.child("Membership");
  const bind = membership?.text("bind");
  return (bind !== undefined && isLoopback(bind)) || membership?.numberWhereWritten("ttl") === 0;
}

function reachThemselves(address: string): Localized {
  return {
    en: `Other nodes are told to connect to ${address} and reach themselves. Use this machine's own address.`,
    ko: `다른 노드가 ${josa(address, "으로")} 접속하면 자기 자신에 연결됩니다. 이 장비의 실제 주소를 쓰십시오.`,
  };
}

function onlyHere(): Localized {
  return {
    en: "A node on another machine hears these heartbeats and connects to itself. Write this machine's own address, unless all nodes run here.",
    ko: "다른 장비의 노드는 이 노드의 하트비트를 받고도 자기 자신에 접속합니다. 모든 노드를 이 장비에서 실행하는 것이 아니면 장비의 실제 주소를 쓰십시오.",
  };
}

function elsewhere(file: ConfigFile, at: Span): RelatedPlace {
  return { file, at, text: { en: "This member is on another machine.", ko: "이 멤버는 다른 장비에 있습니다." } };
}
