import { josa } from "../../base/josa.ts";
import { BACKUP_MANAGER, CLUSTER_SSO, SIMPLE_TCP_CLUSTER } from "../../config/classes.ts";
import { multicastRuns, sendOptions } from "../../config/cluster.ts";
import type { Component } from "../../config/component.ts";
import { SEND } from "../../config/options.ts";
import { Change } from "../../schema/change.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import { CHANNEL_TLS } from "../../schema/reported.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule, Finding, Fix, Report } from "../rule.ts";

/** Waits until the other nodes have applied a message. */
const SYNCHRONOUS = SEND.ack | SEND.synchronizedAck;
const BROKEN = SEND.secure | SEND.udp | SEND.multicast;

/** From this release on, a number that is not positive is dropped. */
const POSITIVE_ONLY = new Change("9.0.0-M23");

/**
 * Options that do not do what they say: 64 and 32 lose messages, 16 encrypts nothing, 4 without 2 waits for no answer, 0 is
 * dropped without a word from 9.0 on.
 *
 * Source: SimpleTcpCluster.setChannelSendOptions (a number that is not positive), McastServiceImpl and
 * ChannelCoordinator.sendMessage (multicast), NioSender.connect (udp), ChannelData.getDataPackage and
 * ParallelNioSender.sendMessage (acknowledgement), 7.0 to 11.0; no class reads the secure bit up to 11.0.25, and
 * later releases are reported to encrypt with it.
 */
export const rule: ComponentRule = {
  id: "send-options",
  group: "options",
  severity: "warning",
  summary: {
    en: "Some send options do nothing, and some lose every message.",
    ko: "일부 전송 옵션은 아무 효과가 없고, 일부는 모든 메시지를 잃게 합니다.",
  },
  aliases: ["channel-send-options-ignored"],
  target: [SIMPLE_TCP_CLUSTER, BACKUP_MANAGER, CLUSTER_SSO],

  check(component, report, { version }) {
    const attribute = component.has("mapSendOptions") ? "mapSendOptions" : "channelSendOptions";
    if (!component.has(attribute) || !component.attributeFacts(attribute)) return;
    if (component.className === SIMPLE_TCP_CLUSTER) dropped(component, report, version);
    const mask = sendOptions(component, attribute);
    if (mask === undefined) return;
    const at = component.spanOf(attribute);
    const mended = setTo(component, attribute, `${mask & ~BROKEN || SYNCHRONOUS}`);
    if (mask & SEND.multicast) {
      report({ at, ...byMulticast(component), fix: mended });
    } else if (mask & SEND.udp) {
      report({
        at,
        severity: "error",
        text: {
          en: "Option 32 (udp) breaks replication: sending fails as soon as a TCP connection is pooled. Remove it.",
          ko: "옵션 32(udp)를 쓰면 TCP 연결이 풀에 있을 때 전송이 실패하여 복제가 깨집니다. 제거하십시오.",
        },
        fix: mended,
      });
    } else if (mask & SEND.secure && !CHANNEL_TLS.isIn(version)) {
      report({ at, ...secure(version, mended) });
    } else if (mask & SEND.synchronizedAck && !(mask & SEND.ack)) {
      report({
        at,
        text: {
          en: `Option 4 (synchronized_ack) waits for nothing without 2 (use_ack). Write ${mask | SEND.ack}.`,
          ko: `옵션 4(synchronized_ack)는 2(use_ack)가 없으면 아무것도 기다리지 않습니다. ${josa(mask | SEND.ack, "으로")} 쓰십시오.`,
        },
        fix: setTo(component, attribute, `${mask | SEND.ack}`),
      });
    } else if (mask & SEND.byteMessage && mask !== SEND.byteMessage) {
      report({
        at,
        severity: "hint",
        text: {
          en: `Option 1 (byte_message) is set by Tomcat for each message as it needs it. Write ${mask & ~SEND.byteMessage}.`,
          ko: `옵션 1(byte_message)은 Tomcat이 메시지마다 알아서 설정합니다. ${josa(mask & ~SEND.byteMessage, "으로")} 쓰십시오.`,
        },
        fix: setTo(component, attribute, `${mask & ~SEND.byteMessage}`),
      });
    }
  },
};

/** Option 16, which encrypts nothing in any release the facts cover. */
function secure(version: TomcatVersion, fix: Fix): Pick<Finding, "severity" | "text" | "fix"> {
  const first = CHANNEL_TLS.firstIn(version.line);
  if (first && !version.release) {
    return {
      severity: "information",
      text: {
        en: `Option 16 (secure) does nothing before Tomcat ${first}, by what is reported: messages stay clear text there. Add EncryptInterceptor.`,
        ko: `알려진 바로는 Tomcat ${first} 전에는 옵션 16(secure)이 아무 효과가 없어 메시지가 평문으로 전송됩니다. EncryptInterceptor를 쓰십시오.`,
      },
    };
  }
  return {
    text: {
      en: "Option 16 (secure) does nothing: messages stay clear text. Remove it, and add EncryptInterceptor.",
      ko: "옵션 16(secure)은 아무 효과가 없어 메시지가 평문으로 전송됩니다. 제거하고 EncryptInterceptor를 쓰십시오.",
    },
    fix,
  };
}

/** Zero and negative numbers, which leave the default. */
function dropped(cluster: Component, report: Report, version: TomcatVersion): void {
  const options = cluster.numberWhereWritten("channelSendOptions");
  if (options === undefined || options > 0 || !POSITIVE_ONLY.isIn(version)) return;
  report({
    at: cluster.spanOf("channelSendOptions"),
    text: {
      en: `channelSendOptions ${options} is ignored and 8 stays. Write 6 to wait for the other nodes, or 8 not to.`,
      ko: `channelSendOptions ${josa(options, "은")} 무시되고 8이 적용됩니다. 다른 노드를 기다리려면 6, 아니면 8로 쓰십시오.`,
    },
    fix: [setTo(cluster, "channelSendOptions", "6"), setTo(cluster, "channelSendOptions", "8")],
  });
}

/** Option 64, which works badly with multicast membership, and not at all without. */
function byMulticast(component: Component): Pick<Finding, "severity" | "text"> {
  const cluster = component.name === "Cluster" ? component : component.ancestor("Cluster");
  if (cluster && multicastRuns(cluster) === false) {
    return {
      severity: "error",
      text: {
        en: "Option 64 (multicast) sends by the multicast membership, which does not run here: no message is sent. Remove it.",
        ko: "옵션 64(multicast)는 멀티캐스트 멤버십으로 보내는데 여기서는 동작하지 않아 메시지가 전송되지 않습니다. 제거하십시오.",
      },
    };
  }
  return {
    severity: "warning",
    text: {
      en: "Option 64 sends by multicast: messages may overtake each other, and above 65,535 bytes none is sent. Remove it.",
      ko: "옵션 64는 멀티캐스트로 보내므로 메시지 순서가 바뀔 수 있고 65,535바이트가 넘으면 전송되지 않습니다. 제거하십시오.",
    },
  };
}
