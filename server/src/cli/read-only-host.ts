import { rules } from "../rules/index.ts";
import type { CheckHost } from "./batch.ts";

/** A host for what reads only: whatever would write throws. */
export function readOnlyHost(
  host: Pick<CheckHost, "files" | "hash" | "isBelow" | "whyUnreadable" | "complain">,
): CheckHost {
  const unwanted = async (): Promise<never> => {
    throw new Error("nothing is written");
  };
  return {
    ...host,
    rules,
    recover: unwanted,
    edit: unwanted,
    put: () => ({ en: "nothing is written", ko: "아무것도 쓰지 않습니다" }),
  };
}
