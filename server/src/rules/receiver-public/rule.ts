import { josa } from "../../base/josa.ts";
import { ENCRYPT, RECEIVERS } from "../../config/classes.ts";
import { allKnown, interceptorsOf, ofClass } from "../../config/cluster.ts";
import { isPublicIpv4 } from "../../config/values.ts";
import { CHANNEL_TLS } from "../../schema/reported.ts";
import type { ComponentRule } from "../rule.ts";

/**
 * A host that reaches a Receiver without EncryptInterceptor can read and write sessions, and have objects deserialised.
 *
 * Source: NioReplicationTask, GroupChannel.messageReceived; Tomcat's security considerations, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "receiver-public",
  group: "security",
  severity: "warning",
  summary: {
    en: "A Receiver on a public address needs EncryptInterceptor and a firewall.",
    ko: "공인 주소의 Receiver에는 EncryptInterceptor와 방화벽이 필요합니다.",
  },
  target: RECEIVERS,

  check(receiver, report, { version }) {
    const address = receiver.text("address");
    if (address === undefined || isPublicIpv4(address) !== true || !receiver.parent) return;
    const interceptors = interceptorsOf(receiver.parent);
    if (!allKnown(interceptors) || ofClass(interceptors, ENCRYPT).length > 0) return;
    // A Channel that can encrypt by itself, where that is not switched off.
    if (
      CHANNEL_TLS.isIn(version) !== false &&
      receiver.parent.has("secure") &&
      receiver.parent.text("secure") !== "false"
    )
      return;
    const cure = CHANNEL_TLS.isIn(version) ? "secure" : "EncryptInterceptor";
    report({
      at: receiver.spanOf("address"),
      text: {
        en: `${address} is public: whoever reaches the port reads and changes sessions. Use a private network, or ${cure}.`,
        ko: `${josa(address, "은")} 공인 주소라 포트에 닿는 누구나 세션을 읽고 바꿉니다. 사설망을 쓰거나 ${cure} 설정으로 암호화하십시오.`,
      },
    });
  },
};
