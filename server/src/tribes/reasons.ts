import type { Localized } from "../base/localized.ts";

/** Why bytes are no packet of Tribes. */
export type NotDecodedReason = Localized;

export const NOT_DECODED = {
  noMember: {
    en: "does not begin like a heartbeat or a message of Tribes",
    ko: "Tribes의 하트비트나 메시지처럼 시작하지 않습니다",
  },
  truncated: { en: "a heartbeat that is cut off", ko: "중간에 잘린 하트비트입니다" },
  noEnd: { en: "a heartbeat without its end mark", ko: "끝 표시가 없는 하트비트입니다" },
  fields: { en: "a heartbeat whose lengths do not fit", ko: "길이가 맞지 않는 하트비트입니다" },
  message: { en: "a message of Tribes that is damaged", ko: "손상된 Tribes 메시지입니다" },
} satisfies Readonly<Record<string, NotDecodedReason>>;
