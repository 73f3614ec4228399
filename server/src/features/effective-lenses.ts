import type { Localized } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { ConfigFile } from "../config/file.ts";
import { activeClusters } from "../config/node.ts";

/** The command of the client that shows a document's effective configuration; its arguments are its URI and the place asked for. */
export const SHOW_EFFECTIVE = "tomcatCluster.showEffective";

export interface EffectiveLens {
  readonly at: Span;
  readonly title: Localized;
}

const TITLE: Localized = { en: "Show effective configuration", ko: "유효 설정 보기" };

/** The places that offer the effective configuration: the file's root and each Cluster that Tomcat runs. */
export function effectiveLenses(file: ConfigFile): readonly EffectiveLens[] {
  if (!file.root) return [];
  const clusters = file.kind === "server" ? activeClusters(file) : [];
  return [file.root, ...clusters].map(({ nameSpan }) => ({ at: nameSpan, title: TITLE }));
}
