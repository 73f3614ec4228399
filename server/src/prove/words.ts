import type { Locale, Localized } from "../base/localized.ts";
import type { ProofTarget } from "./port.ts";
import type { ProofOutcome } from "./verdict.ts";

/** The outcome of a proof, in words. */
export const OUTCOMES = {
  passed: { en: "PASSED: it replicates.", ko: "통과: 복제됩니다." },
  partly: {
    en: "PARTLY: it replicates, but not every change arrives.",
    ko: "일부 통과: 복제되지만 도착하지 않는 변경이 있습니다.",
  },
  failed: { en: "FAILED: it does not do what it should.", ko: "실패: 제대로 동작하지 않습니다." },
  unknown: { en: "CAN'T TELL.", ko: "판단할 수 없습니다." },
} satisfies Record<ProofOutcome, Localized>;

/** Column headings above the times. */
export const COLUMNS: Readonly<Record<Locale, readonly string[]>> = {
  en: ["written on", "seen on", "seen", "p50", "p95", "most"],
  ko: ["저장", "조회", "확인", "p50", "p95", "최대"],
};

/** What the user is asked to do with a node. */
export function askText(what: "stop" | "start", { name }: ProofTarget): Localized {
  return {
    stop: {
      en: `Stop the Tomcat of ${name} now.`,
      ko: `${name} 노드의 Tomcat을 지금 중지하십시오.`,
    },
    start: {
      en: `Start the Tomcat of ${name} again.`,
      ko: `${name} 노드의 Tomcat을 다시 시작하십시오.`,
    },
  }[what];
}
