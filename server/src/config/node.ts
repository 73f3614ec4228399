import type { XmlDocument, XmlElement } from "../syntax/tree.ts";
import type { Component } from "./component.ts";
import type { ConfigFile } from "./file.ts";
import type { Properties } from "./properties.ts";

/** The web-fragment.xml of a library in WEB-INF/lib. */
export interface WebFragment {
  /** The library's file name: `faces.jar`. */
  readonly library: string;
  readonly document: XmlDocument;
}

/** A web application's descriptor together with the Tomcat it is deployed in. */
export interface WebApplication {
  /** The name of its folder: `ROOT`. */
  readonly name: string;
  readonly descriptor: ConfigFile;
  readonly fragments: readonly WebFragment[];
}

/** One Tomcat: what its files say together. */
export interface TomcatNode {
  readonly server: ConfigFile;
  /** What its placeholders stand for. */
  readonly properties: Properties;
  /** Applications whose web.xml is there. */
  readonly applications: readonly WebApplication[];
  /** Names of all that stands in webapps, WARs without their suffix: `ROOT`, `shop##2`. */
  readonly deployed: readonly string[];
}

/** The `<distributable/>` of a web.xml or web-fragment.xml. */
export function distributableOf({ root }: XmlDocument): XmlElement | undefined {
  return root?.elements.find(({ name }) => name === "distributable");
}

/** The Clusters Tomcat runs: of several in one Engine or Host the last one. */
export function activeClusters(server: ConfigFile): readonly Component[] {
  if (!server.root) return [];
  const containers = [...server.root.descendants()].filter(({ name }) => name === "Engine" || name === "Host");
  return containers.flatMap((container) => container.child("Cluster") ?? []);
}
