import type { TomcatCluster } from "../config/tomcat-cluster.ts";
import { commentsIn } from "../front/comments.ts";
import type { FrontFile } from "../front/model.ts";
import { clipped } from "./clip.ts";
import { type LintSettings, NO_SETTINGS } from "./configuration.ts";
import { dispatchOf } from "./dispatch.ts";
import { FirstFindings } from "./left-out.ts";
import { decide, inTextOrder, type Linted, silencedInTextOrder } from "./lint.ts";
import type { LintOptions } from "./options.ts";
import { suppress } from "./suppressions.ts";
import { ofCluster } from "./together.ts";

/** What the rules over the nodes of some clusters find in the file of a load balancer in front of them. */
export function lintFront(
  file: FrontFile,
  clusters: readonly TomcatCluster[],
  options: LintOptions,
  settings: LintSettings = NO_SETTINGS,
): Linted {
  const first = new FirstFindings();
  for (const cluster of clusters) for (const each of ofCluster(cluster, options).get(file.path) ?? []) first.add(each);
  const found = decide(first.all(), settings);
  const comments = () => commentsIn(file);
  const { left, silenced } = suppress(file.text, comments, found, dispatchOf(options.rules).names);
  return { diagnostics: inTextOrder(left.map(clipped)), silenced: silencedInTextOrder(silenced) };
}
