import snippets from "../../../../snippets/clusters.json" with { type: "json" };
import type { Localized } from "../../base/localized.ts";
import { CLOUD_SERVICE, JVM_ROUTE_BINDER_VALVE } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import { jvmRouteOf } from "../../config/site.ts";
import { routeForFile } from "../../rules/routes.ts";
import { type Catalog, catalogOf, existsIn } from "../../schema/catalog.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import type { Completion, CompletionRequest } from "./item.ts";
import { readSnippet, type Template } from "./template.ts";
import { type ElementNamePlace, writeElement } from "./write-element.ts";

/** A whole Cluster to write. */
export interface Block {
  readonly snippet: { readonly prefix: string; readonly description: string; readonly body: readonly string[] };
  readonly name: string;
  readonly description: Localized;
  /** A class it requires, which not every Tomcat has. */
  readonly needs?: string;
  /** True where the nodes run one image, so that a written jvmRoute would be the same on all. */
  readonly oneImage?: boolean;
}

const BLOCKS: readonly Block[] = [
  {
    snippet: snippets["Cluster with multicast membership"],
    name: "multicast",
    description: { en: "a whole cluster by multicast", ko: "멀티캐스트 클러스터 전체" },
  },
  {
    snippet: snippets["Cluster with static members"],
    name: "static",
    description: { en: "a whole cluster of static members", ko: "정적 멤버 클러스터 전체" },
  },
  {
    snippet: snippets["Cluster with BackupManager"],
    name: "backup",
    description: { en: "a whole cluster with BackupManager", ko: "BackupManager 클러스터 전체" },
  },
  {
    snippet: snippets["Cluster in Kubernetes"],
    name: "kubernetes",
    description: { en: "a whole cluster in Kubernetes", ko: "Kubernetes 클러스터 전체" },
    needs: CLOUD_SERVICE,
    oneImage: true,
  },
];

/** The blocks a Tomcat can run. */
export function blocksFor(version: TomcatVersion, catalog: Catalog = catalogOf(version.line)): readonly Block[] {
  return BLOCKS.filter(({ needs }) => {
    const type = needs === undefined ? undefined : catalog.classNamed(needs);
    return needs === undefined || (type !== undefined && existsIn(type.releases, version.release));
  });
}

/**
 * A block with a tab for each step of indent; blanks that align attributes stay.
 *
 * @param routed false where the Engine has no jvmRoute and gets none: a JvmRouteBinderValve would have no effect
 */
export function blockTemplate({ snippet: { body } }: Block, routed: boolean): Template {
  let steps = 0;
  const written = body.filter((line) => routed || !line.includes(JVM_ROUTE_BINDER_VALVE));
  const lines = written.map((line) => {
    const blanks = line.length - line.trimStart().length;
    if (line.trimStart().startsWith("<")) steps = blanks / 2;
    return "\t".repeat(steps) + line.slice(steps * 2);
  });
  return readSnippet(lines.join("\n"));
}

/** Whole clusters, where one is allowed and none exists. */
export function clusterBlocks(
  parent: Component,
  place: ElementNamePlace,
  request: CompletionRequest,
): readonly Completion[] {
  const legal = parent.facts?.children.has("Cluster") === true && (parent.name === "Engine" || parent.name === "Host");
  const there = parent.childrenNamed("Cluster").some((each) => each.nameSpan.start !== place.name.start);
  if (!legal || there || !place.bare) return [];
  const { version, catalog } = request.file;
  const engine = parent.name === "Engine" ? parent : parent.ancestor("Engine");
  const unrouted = engine !== undefined && jvmRouteOf(engine, request.file) === "";
  return blocksFor(version, catalog).map((block): Completion => {
    const { snippet, name, description, oneImage = false } = block;
    // An empty jvmRoute is deliberate.
    const route = unrouted && !oneImage && !engine.has("jvmRoute") ? routeForFile(request.file) : undefined;
    return {
      ...writeElement("Cluster", place, request, () => blockTemplate(block, !unrouted || route !== undefined)),
      kind: "block",
      description: description[request.locale],
      filter: `${place.opened ? "" : "<"}Cluster ${name} ${snippet.prefix}`,
      continues: false,
      also: engine && route !== undefined ? [engine.setAttribute("jvmRoute", route)] : [],
    };
  });
}
