import { josa } from "../../base/josa.ts";
import { GROUP_CHANNEL } from "../../config/classes.ts";
import { allKnown, interceptorsOf } from "../../config/cluster.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** The flags of the channel itself, which optionCheck compares as well. */
const CHANNEL_FLAGS = 7;

/**
 * With optionCheck, two interceptors that share a bit of their optionFlag stop Tomcat.
 *
 * Source: GroupChannel.checkOptionFlags and ChannelCoordinator, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "option-flag-conflict",
  group: "options",
  severity: "error",
  summary: {
    en: "With optionCheck no two interceptors may share a bit of their optionFlag.",
    ko: "optionCheck를 켜면 두 인터셉터의 optionFlag 비트가 겹칠 수 없습니다.",
  },
  target: GROUP_CHANNEL,

  check(channel, report) {
    const chain = interceptorsOf(channel);
    if (!channel.has("optionCheck") || channel.boolean("optionCheck") !== true || !allKnown(chain)) return;
    let taken = CHANNEL_FLAGS;
    for (const interceptor of chain) {
      const flag = interceptor.number("optionFlag");
      if (flag === undefined) return;
      if (flag > 0 && (taken & flag) !== 0) {
        report({
          at: interceptor.spanOf("optionFlag", "className"),
          text: {
            en: `optionFlag ${flag} is taken already, and optionCheck is on: Tomcat does not start. Use a free bit such as 512.`,
            ko: `optionCheck가 켜져 있는데 optionFlag ${josa(flag, "이")} 이미 쓰여 Tomcat이 시작되지 않습니다. 512처럼 비어 있는 비트를 쓰십시오.`,
          },
          fix: setTo(channel, "optionCheck", "false"),
        });
      }
      taken |= flag;
    }
  },
};
