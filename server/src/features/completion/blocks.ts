import snippets from "../../../../snippets/tomcat-cluster.json" with { type: "json" };
import type { Localized } from "../../base/localized.ts";
import { CLOUD_SERVICE } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { existsIn } from "../../schema/catalog.ts";
import type { Completion, CompletionRequest } from "./item.ts";
import { readSnippet } from "./template.ts";
import { type NamePlace, writeElement } from "./write-element.ts";

interface Block {
  readonly snippet: { readonly prefix: string; readonly description: string; readonly body: readonly string[] };
  readonly name: string;
  readonly description: Localized;
  /** A class it needs, which not every Tomcat has. */
  readonly needs?: string;
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
  },
];

/** Whole clusters, where one is legal and none is. */
export function clusterBlocks(parent: Component, place: NamePlace, request: CompletionRequest): readonly Completion[] {
  const legal = parent.facts?.children.has("Cluster") === true && (parent.name === "Engine" || parent.name === "Host");
  const there = parent.childrenNamed("Cluster").some((each) => each.nameSpan.start !== place.name.start);
  if (!legal || there || !place.bare) return [];
  return BLOCKS.flatMap(({ snippet, name, description, needs }): Completion[] => {
    if (needs !== undefined && !has(needs, request.file)) return [];
    const item = writeElement("Cluster", place, request, () => readSnippet(withTabs(snippet.body)));
    return [
      {
        ...item,
        kind: "block",
        description: description[request.locale],
        filter: `${place.opened ? "" : "<"}Cluster ${name}`,
        continues: false,
      },
    ];
  });
}

function has(className: string, { catalog, version }: ConfigFile): boolean {
  const type = catalog.classNamed(className);
  return type !== undefined && existsIn(type.releases, version.release);
}

/** The lines of a snippet with a tab for each step of indent; blanks that align attributes stay blanks. */
function withTabs(lines: readonly string[]): string {
  let steps = 0;
  return lines
    .map((line) => {
      const blanks = line.length - line.trimStart().length;
      if (line.trimStart().startsWith("<")) steps = blanks / 2;
      return "\t".repeat(steps) + line.slice(steps * 2);
    })
    .join("\n");
}
