import type { CodeLens } from "vscode-languageserver";
import type { Localized } from "../../base/localized.ts";
import type { Span } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { serverOnlyNode } from "../../config/node.ts";
import { ClusterSite, sitesOf } from "../../config/site.ts";
import { clusterSummary } from "../../features/cluster-summary.ts";
import { effectiveLenses, SHOW_EFFECTIVE } from "../../features/effective-lenses.ts";
import { toRange } from "../../features/to-lsp.ts";
import type { RequestGroup, Session } from "../session.ts";
import { showsEffective } from "./effective.ts";

/** A lens before it is in the client's language; without a command it is only read. */
export interface Lens {
  readonly at: Span;
  readonly title: Localized;
  readonly command?: { readonly id: string; readonly arguments?: readonly unknown[] };
}

/** Lenses of one kind over a file. */
export type LensSource = (session: Session, file: ConfigFile) => Promise<readonly Lens[]>;

/** A client asks once for all lenses, so all kinds answer together, in this order. */
const sources: readonly LensSource[] = [clusterLenses, effectiveLensesOf];

export const codeLensRequests: RequestGroup = {
  capabilities: () => ({ codeLensProvider: { resolveProvider: false } }),

  serve(session) {
    session.connection.onCodeLens(async ({ textDocument }): Promise<CodeLens[]> => {
      const file = await session.fileOf(textDocument);
      if (!file) return [];
      const lenses = await Promise.all(sources.map((source) => source(session, file)));
      return lenses.flat().map(({ at, title, command }) => ({
        range: toRange(at, file.lines),
        command: {
          title: title[session.locale],
          command: command?.id ?? "",
          ...(command?.arguments ? { arguments: [...command.arguments] } : {}),
        },
      }));
    });
  },
};

/** Above each Cluster that Tomcat runs, what it is. */
async function clusterLenses(session: Session, file: ConfigFile): Promise<readonly Lens[]> {
  const { workspace, settings, client, host } = session;
  const node = file.kind === "server" ? await workspace.nodeOf(file.path) : undefined;
  const sites = node?.server === file ? sitesOf(node) : fragmentSite(file);
  if (sites.length === 0) return [];
  const clusters = node ? await session.clustersOf(file) : [];
  const { inlayHints } = await settings.of(host.uriOf(file.path));
  const hinted = client.textDocument?.inlayHint !== undefined && inlayHints.optionNames;
  return sites.flatMap((site) => {
    // Services that share the file read it each for itself.
    const place = site.cluster.nameSpan.start;
    const isHere = (each: ClusterSite) => each.file.path === file.path && each.cluster.nameSpan.start === place;
    const cluster = clusters.find((each) => each.sites.some(isHere));
    const nodes = cluster && nodesOf(cluster.sites);
    const title = clusterSummary(site, nodes, hinted);
    return title ? [{ at: site.cluster.nameSpan, title }] : [];
  });
}

/** How many nodes some Clusters are in. */
function nodesOf(sites: readonly ClusterSite[]): number {
  const byFile = new Map(sites.map(({ file, start }) => [file, start?.containers ?? 1]));
  return [...byFile.values()].reduce((sum, containers) => sum + containers, 0);
}

/** A file that holds a Cluster alone, for a server.xml to take in, stands in no Engine yet: it is its own container. */
function fragmentSite(file: ConfigFile): readonly ClusterSite[] {
  const { root, kind, template } = file;
  if (kind !== "cluster" || !root || template) return [];
  return [siteOf(file, root)];
}

function siteOf(server: ConfigFile, cluster: Component): ClusterSite {
  return new ClusterSite(serverOnlyNode(server), cluster, cluster);
}

/** Only where the client has the command behind it. */
async function effectiveLensesOf(session: Session, file: ConfigFile): Promise<readonly Lens[]> {
  if (!showsEffective(session.client)) return [];
  const uri = session.host.uriOf(file.path);
  return effectiveLenses(file).map((lens) => ({
    ...lens,
    command: { id: SHOW_EFFECTIVE, arguments: [uri, file.lines.positionAt(lens.at.start)] },
  }));
}
