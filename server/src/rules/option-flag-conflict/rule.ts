import { josa } from "../../base/josa.ts";
import { GROUP_CHANNEL } from "../../config/classes.ts";
import { allKnown, interceptorsOf } from "../../config/cluster.ts";
import { setTo } from "../fixes.ts";
import type { ComponentRule } from "../rule.ts";

/** The flag of the channel itself, which optionCheck compares as well. */
const CHANNEL_FLAG = 7;

/** Each flag is compared with those above it; a file with more is no configuration. */
const MOST_FLAGS = 64;

const FIRST_FREE = 512;

/**
 * With optionCheck, two interceptors stop Tomcat where one's optionFlag holds all bits of the other's. Bits that they only
 * share do no harm: 12 beside the channel's 7 starts.
 *
 * Source: GroupChannel.checkOptionFlags and ChannelCoordinator, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "option-flag-conflict",
  group: "options",
  severity: "error",
  summary: {
    en: "With optionCheck no interceptor's optionFlag may hold all bits of another's.",
    ko: "optionCheck를 켜면 한 인터셉터의 optionFlag가 다른 것의 비트를 모두 포함할 수 없습니다.",
  },
  target: GROUP_CHANNEL,

  check(channel, report) {
    const chain = interceptorsOf(channel);
    if (!channel.has("optionCheck") || channel.boolean("optionCheck") !== true || !allKnown(chain)) return;
    const flags = chain.map((interceptor) => interceptor.number("optionFlag"));
    const taken: number[] = [CHANNEL_FLAG];
    for (const [index, interceptor] of chain.entries()) {
      const flag = flags[index];
      if (flag === undefined || taken.length > MOST_FLAGS) return;
      if (flag === 0) continue;
      if (taken.some((other) => (flag & other) === flag || (flag & other) === other)) {
        const free = freeBit(flags);
        report({
          at: interceptor.spanOf("optionFlag", "className"),
          text: {
            en: `optionFlag ${flag} is taken already, and optionCheck is on: Tomcat does not start. Use a free bit such as ${free}.`,
            ko: `optionCheck가 켜져 있는데 optionFlag ${josa(flag, "이")} 이미 쓰여 Tomcat이 시작되지 않습니다. ${free}처럼 비어 있는 비트를 쓰십시오.`,
          },
          fix: setTo(channel, "optionCheck", "false"),
        });
      }
      taken.push(flag);
    }
  },
};

/** The first bit above those of the send options and GzipInterceptor's that no interceptor has. */
function freeBit(flags: readonly (number | undefined)[]): number {
  const all = flags.reduce<number>((sum, flag) => sum | (flag ?? 0), 0);
  for (let bit = FIRST_FREE; bit < 2 ** 31; bit *= 2) if ((all & bit) === 0) return bit;
  return FIRST_FREE;
}
