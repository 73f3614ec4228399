import type { Locale } from "../../base/localized.ts";
import { isSecretName } from "../../base/secrets.ts";
import type { Span } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import type { ClusterSite } from "../../config/site.ts";
import { canonicalHost } from "../../config/values.ts";
import type { Subject } from "../kinds/kind.ts";
import type { NodeStory } from "../story/story.ts";
import type { LogFinding } from "./finding.ts";

/** The place in the configuration that a finding refers to. */
export interface LogPlace {
  readonly file: ConfigFile;
  readonly at: Span;
  readonly element: string;
  readonly attribute: string | undefined;
  /** The written value, or else the default; undefined where neither is known. Secrets are masked. */
  readonly value: string | undefined;
  readonly isWritten: boolean;
}

/** The site of each node: by its Receiver's address, or else by the folders of its logs and of its conf. */
export function sitesOfStories(
  stories: readonly NodeStory[],
  sites: readonly ClusterSite[],
): ReadonlyMap<NodeStory, ClusterSite> {
  const found = new Map<NodeStory, ClusterSite>();
  for (const story of stories) {
    const site = byEndpoint(story, sites) ?? byFolder(story, sites);
    if (site) found.set(story, site);
  }
  const [story, site] = [stories[0], sites[0]];
  if (stories.length === 1 && sites.length === 1 && story && site) found.set(story, site);
  return found;
}

function byEndpoint({ receivers }: NodeStory, sites: readonly ClusterSite[]): ClusterSite | undefined {
  const receiver = receivers.at(-1);
  if (!receiver) return undefined;
  const fitting = sites.filter(
    ({ endpoint }) => endpoint.host !== undefined && endpoint.host === canonicalHost(receiver.host),
  );
  const exact = fitting.filter(({ endpoint }) => endpoint.port === receiver.port);
  const [only, other] = exact.length > 0 ? exact : fitting;
  return other === undefined ? only : undefined;
}

/** `node1/logs/catalina.out` and `node1/conf/server.xml` belong together. */
function byFolder({ files }: NodeStory, sites: readonly ClusterSite[]): ClusterSite | undefined {
  const base = (path: string) => path.split("/").slice(0, -2).join("/");
  const folders = new Set(files.filter((path) => path.includes("/")).map(base));
  const [only, other] = sites.filter(({ file }) => folders.has(base(file.path)));
  return other === undefined ? only : undefined;
}

/** The places a finding refers to, in the files of its nodes. */
export function placesOf(
  { nodes, subjects }: Pick<LogFinding, "nodes" | "subjects">,
  sites: ReadonlyMap<NodeStory, ClusterSite>,
): readonly LogPlace[] {
  const found = new Map<string, LogPlace>();
  for (const node of nodes) {
    const site = sites.get(node);
    if (!site) continue;
    for (const subject of subjects) {
      for (const component of componentsOf(site, subject)) {
        const place = placeOf(site.file, component, subject.attribute);
        const key = `${site.file.path} ${place.at.start}`;
        if (!found.has(key)) found.set(key, place);
      }
    }
  }
  return [...found.values()];
}

/** Components that write the attribute first; where none does, the element stands for the default. */
function componentsOf(site: ClusterSite, { element, attribute }: Subject): readonly Component[] {
  const all = elementsNamed(site, element);
  if (attribute === undefined) return all.slice(0, 1);
  const written = all.filter((component) => component.has(attribute));
  if (written.length > 0) return written;
  return element === "Interceptor" ? [] : all.slice(0, 1);
}

function elementsNamed(site: ClusterSite, element: string): readonly Component[] {
  const { cluster, channel, container } = site;
  const one = (component: Component | undefined) => (component ? [component] : []);
  switch (element) {
    case "Cluster":
      return [cluster];
    case "Channel":
      return one(channel);
    case "Receiver":
      return one(site.receiver);
    case "Membership":
      return one(site.membership);
    case "Transport":
      return one(channel?.child("Sender")?.child("Transport"));
    case "Member":
      return site.members.map(({ component }) => component);
    case "Interceptor":
      return site.interceptors;
    case "Host":
      return site.hosts;
    case "Engine":
      return one(site.engine);
    case "Server":
      return one(container.ancestor("Server"));
    case "Connector":
      return container.ancestor("Service")?.childrenNamed("Connector") ?? [];
    default:
      return cluster.childrenNamed(element);
  }
}

function placeOf(file: ConfigFile, component: Component, attribute: string | undefined): LogPlace {
  const { name, nameSpan } = component;
  const place = { file, at: nameSpan, element: name, attribute, value: undefined, isWritten: false };
  if (attribute === undefined) return place;
  const written = component.written(attribute);
  if (written === undefined) return { ...place, value: component.defaultText(attribute) };
  const value = isSecretName(attribute) ? "***" : written;
  return { ...place, at: component.spanOf(attribute), value, isWritten: true };
}

/** `<Receiver address="127.0.1.1">`, or `<Membership> dropTime: 3000 (default)`. */
export function placeLabel(
  { element, attribute, value, isWritten }: Omit<LogPlace, "file" | "at">,
  locale: Locale,
): string {
  if (attribute === undefined) return `<${element}>`;
  if (isWritten) return `<${element} ${attribute}="${value}">`;
  const absent = { en: "not set", ko: "지정되지 않음" }[locale];
  const standard = { en: "default", ko: "기본값" }[locale];
  return `<${element}> ${attribute}: ${value === undefined ? absent : `${value} (${standard})`}`;
}
