import type { AtLeastOne } from "../base/group-by.ts";
import type { Locale } from "../base/localized.ts";
import type { Span } from "../base/span.ts";
import type { ConfigFile } from "../config/file.ts";
import type { ClusterSite } from "../config/site.ts";
import type { FrontFile } from "../front/model.ts";
import type { Diagnostic } from "../lint/diagnostic.ts";
import type { LastLook, LiveNode } from "../live/of-node.ts";
import type { RelatedPlace } from "../rules/rule.ts";
import type { Place } from "./model.ts";

/** Gives the diagnostics of a file. */
export type DiagnosticsOf = (file: ConfigFile | FrontFile) => readonly Diagnostic[];

export interface TopologyOptions {
  readonly locale: Locale;
  /** Gives the host's name of a path. */
  readonly uriOf: (path: string) => string;
  /** Running nodes, where they have been looked at. */
  readonly live?: LastLook;
}

/** The input of a picture: one cluster with the diagnostics of its files. */
export interface Survey {
  readonly sites: readonly ClusterSite[];
  /** The sites of a file, each with its index: one Tomcat may have several. */
  readonly byFile: ReadonlyMap<RelatedPlace["file"], AtLeastOne<readonly [index: number, site: ClusterSite]>>;
  readonly diagnosticsOf: DiagnosticsOf;
  readonly locale: Locale;
  /** What was seen of running nodes, and when; undefined where none were looked at. */
  readonly live: { readonly time: Date; readonly nodeOf: (site: ClusterSite) => LiveNode | undefined } | undefined;
  readonly placeIn: (file: ConfigFile | FrontFile, span: Span) => Place;
}
