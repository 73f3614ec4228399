import { CLOUD_SERVICE } from "../../config/classes.ts";
import { Change } from "../../schema/change.ts";
import type { ComponentRule } from "../rule.ts";

/** From here on it is not logged any more. */
const MENDED = new Change("9.0.117", "10.1.54", "11.0.21");

/**
 * When the Kubernetes API cannot be reached, these releases put the bearer token into the exception they log.
 *
 * Source: cloud/TokenStreamProvider.openStream, compared between 9.0.116 and 9.0.117 and the same tags of 10.1 and 11.0.
 */
export const rule: ComponentRule = {
  id: "cloud-token-release",
  group: "security",
  severity: "warning",
  summary: {
    en: "Some releases write the Kubernetes token to the log when a connection fails.",
    ko: "일부 릴리스는 연결에 실패하면 Kubernetes 토큰을 로그에 남깁니다.",
  },
  target: CLOUD_SERVICE,

  *check(service, { version: { line, release } }) {
    const mended = MENDED.firstIn(line);
    if (!release || !mended || release.compare(mended) >= 0) return;
    const provider = service.effective("membershipProviderClassName");
    if (provider === undefined || !/kubernetes/i.test(provider)) return;
    yield {
      at: service.spanOf("className"),
      text: {
        en: `Tomcat ${release.text} writes the Kubernetes token to the log when a connection fails. Upgrade to ${mended.text} or later.`,
        ko: `Tomcat ${release.text}은 연결에 실패하면 Kubernetes 토큰을 로그에 남깁니다. ${mended.text} 이상으로 업그레이드하십시오.`,
      },
    };
  },
};
