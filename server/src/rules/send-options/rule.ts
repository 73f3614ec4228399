import { BACKUP_MANAGER, CLUSTER_SSO, SIMPLE_TCP_CLUSTER } from "../../config/classes.ts";
import { sendOptions } from "../../config/cluster.ts";
import { SEND } from "../../config/options.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** Waits until the other nodes have applied a message. */
const SYNCHRONOUS = SEND.ack | SEND.synchronizedAck;
const BROKEN = SEND.secure | SEND.udp | SEND.multicast;

/**
 * Options that do not do what they say: 64 and 32 lose messages, 16 encrypts nothing, 4 without 2 waits for nobody.
 *
 * Source: ChannelCoordinator.sendMessage (multicast), NioSender.connect (udp), ChannelData.getDataPackage and
 * ParallelNioSender.sendMessage (acknowledgement), 7.0 to 11.0; no class reads the secure bit.
 */
export const rule: ComponentRule = {
  id: "send-options",
  group: "options",
  severity: "warning",
  summary: {
    en: "Some send options do nothing, and some lose every message.",
    ko: "일부 전송 옵션은 아무 효과가 없고, 일부는 모든 메시지를 잃게 합니다.",
  },
  target: [SIMPLE_TCP_CLUSTER, BACKUP_MANAGER, CLUSTER_SSO],

  *check(component) {
    const attribute = component.has("mapSendOptions") ? "mapSendOptions" : "channelSendOptions";
    if (!component.has(attribute) || !component.attributeFacts(attribute)) return;
    const mask = sendOptions(component, attribute);
    if (mask === undefined) return;
    const at = component.spanOf(attribute);
    const mended = setTo(component, attribute, `${mask & ~BROKEN || SYNCHRONOUS}`);
    if (mask & SEND.multicast) {
      yield {
        at,
        severity: "error",
        text: {
          en: "Option 64 (multicast) is not implemented: no message is sent. Remove it.",
          ko: "옵션 64(multicast)는 구현되지 않아 메시지가 전혀 전송되지 않습니다. 제거하십시오.",
        },
        fix: mended,
      };
    } else if (mask & SEND.udp) {
      yield {
        at,
        severity: "error",
        text: {
          en: "Option 32 (udp) breaks replication: sending fails as soon as a TCP connection is pooled. Remove it.",
          ko: "옵션 32(udp)를 쓰면 TCP 연결이 풀에 있을 때 전송이 실패하여 복제가 깨집니다. 제거하십시오.",
        },
        fix: mended,
      };
    } else if (mask & SEND.secure) {
      yield {
        at,
        text: {
          en: "Option 16 (secure) does nothing: messages stay clear text. Remove it, and add EncryptInterceptor.",
          ko: "옵션 16(secure)은 아무 효과가 없어 메시지가 평문으로 전송됩니다. 제거하고 EncryptInterceptor를 쓰십시오.",
        },
        fix: mended,
      };
    } else if (mask & SEND.synchronizedAck && !(mask & SEND.ack)) {
      yield {
        at,
        text: {
          en: `Option 4 (synchronized_ack) waits for nobody without 2 (use_ack). Write ${mask | SEND.ack}.`,
          ko: `옵션 4(synchronized_ack)는 2(use_ack)가 없으면 아무것도 기다리지 않습니다. ${mask | SEND.ack}(으)로 쓰십시오.`,
        },
        fix: setTo(component, attribute, `${mask | SEND.ack}`),
      };
    } else if (mask & SEND.byteMessage && mask !== SEND.byteMessage) {
      yield {
        at,
        severity: "hint",
        text: {
          en: `Option 1 (byte_message) is set by Tomcat for each message as it needs it. Write ${mask & ~SEND.byteMessage}.`,
          ko: `옵션 1(byte_message)은 Tomcat이 메시지마다 알아서 설정합니다. ${mask & ~SEND.byteMessage}(으)로 쓰십시오.`,
        },
        fix: setTo(component, attribute, `${mask & ~SEND.byteMessage}`),
      };
    }
  },
};
