import { lineBreakOf } from "../base/lines.ts";
import { applyEdits, type Edit } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import { indentAt } from "../config/edits.ts";
import { type ConfigFile, readConfigFile } from "../config/file.ts";
import type { Line } from "../schema/lines.ts";
import { problemsOf } from "../syntax/problems.ts";
import { clusterElement } from "./cluster-xml.ts";
import type { ClusterPlan, NodePlan } from "./plan.ts";
import { plannedRoute } from "./server-xml.ts";
import type { NewText } from "./web-xml.ts";
import { type WrittenElement, writeXml } from "./xml.ts";

export interface InsertOptions {
  /** Removes existing Clusters; otherwise a file that has one is not changed. */
  readonly replace: boolean;
  /** The jvmRoutes of the other nodes, which this one must not have. */
  readonly taken?: readonly string[];
}

/**
 * A server.xml with a node's Cluster in its first Engine. All other bytes stay. An existing jvmRoute stays too, because
 * a load balancer may use it, unless another node has the same.
 */
export function withCluster(
  text: string,
  plan: ClusterPlan,
  node: NodePlan,
  { replace, taken = [] }: InsertOptions,
): NewText {
  const file = readConfigFile("conf/server.xml", text, { line: plan.line, release: undefined });
  if (file?.kind !== "server" || !file.root)
    return { problem: { en: "is no server.xml", ko: "server.xml이 아닙니다" } };
  const [mistake] = problemsOf(file.document);
  if (mistake) {
    const line = file.lines.positionAt(mistake.at.start).line + 1;
    return {
      problem: {
        en: `has a mistake on line ${line}, which must be mended first: ${mistake.text.en}`,
        ko: `${line}행의 오류를 먼저 고쳐야 합니다: ${mistake.text.ko}`,
      },
    };
  }
  const engine = engineIn(file);
  if (!engine) return { problem: { en: "has no Engine", ko: "Engine이 없습니다" } };
  const clusters = [...engine.descendants()].filter(({ name }) => name === "Cluster");
  if (clusters.length > 0 && !replace) {
    return { problem: { en: "has a Cluster already", ko: "이미 Cluster가 있습니다" } };
  }
  const edits: Edit[] = clusters.map((cluster) => cluster.remove());
  const route = engine.text("jvmRoute");
  const known = engine.has("jvmRoute") && (route === undefined || (route !== "" && !taken.includes(route)));
  const setRoute = known ? undefined : engine.setAttribute("jvmRoute", plannedRoute(plan, node));
  if (setRoute) edits.push(setRoute);
  edits.push(...clusterEdits(text, engine, clusters, clusterElement(plan, node)));
  return { text: applyEdits(text, edits) };
}

/** The jvmRoute in a server.xml; undefined where it has none, or one with a placeholder. */
export function jvmRouteIn(text: string, line: Line): string | undefined {
  const file = readConfigFile("conf/server.xml", text, { line, release: undefined });
  return file && engineIn(file)?.text("jvmRoute");
}

/** The Engine of the first Service. */
function engineIn({ root }: ConfigFile): Component | undefined {
  return root?.childrenNamed("Service")[0]?.child("Engine");
}

/**
 * Writes the Cluster in the place of the first removed one, before the first child of the Engine, or into an empty
 * Engine.
 */
function* clusterEdits(
  text: string,
  engine: Component,
  removed: readonly Component[],
  cluster: WrittenElement,
): Generator<Edit> {
  const newline = lineBreakOf(text);
  const written = (indent: string) => writeXml(cluster, indent).trimStart().replaceAll("\n", newline);
  const sibling = engine.children.find((child) => !removed.includes(child));
  if (sibling) {
    yield sibling.insertBefore(written(indentAt(text, sibling.element.span.start)));
    return;
  }
  const { element } = engine;
  const indent = indentAt(text, element.span.start);
  const inner = `${newline}${indent}  ${written(`${indent}  `)}`;
  if (element.selfClosing) {
    const { end } = element.startTag;
    yield { span: { start: end - 2, end }, newText: `>${inner}${newline}${indent}</Engine>` };
  } else {
    const start = element.endTag?.span.start ?? element.span.end;
    yield { span: { start, end: start }, newText: `  ${written(`${indent}  `)}${newline}${indent}` };
  }
}
