import type { Localized } from "../base/localized.ts";
import type { ConfigFile } from "../config/file.ts";

/**
 * What does not start for a mistake that ends the reading or the start of a file: what stands in a context.xml takes
 * only its applications with it.
 *
 * Source: ContextConfig.processContextConfig, HostConfig.deployDescriptor; run on 9.0.43 to 11.0.24.
 */
export function doesNotStart({ kind }: Pick<ConfigFile, "kind">): Localized {
  return kind === "context"
    ? { en: "the application does not start", ko: "애플리케이션이 시작되지 않습니다" }
    : { en: "Tomcat does not start", ko: "Tomcat이 시작되지 않습니다" };
}
