import type { XmlDocument, XmlElement } from "../syntax/tree.ts";
import type { Component } from "./component.ts";
import type { ConfigFile } from "./file.ts";
import { InElement } from "./tag-search.ts";

/** The web-fragment.xml of a library in WEB-INF/lib. */
export interface WebFragment {
  /** The library's file name: `faces.jar`. */
  readonly library: string;
  readonly document: XmlDocument;
}

/** An object that an application puts into sessions, and whose class is not Serializable. */
export interface UnserializableValue {
  /** `shop.Cart`. */
  readonly className: string;
  /** The attribute's name, where the code has it as a literal. */
  readonly attribute: string | undefined;
  /** The class, or the path of the JSP in the application. */
  readonly setIn: string;
  /** The line of the source, from 1; undefined where the compiler leaves lines out. */
  readonly line: number | undefined;
}

/** What an application does with its sessions, as far as its classes and JSPs show. */
export interface SessionUse {
  readonly unserializable: readonly UnserializableValue[];
  /** The paths in the application of JSPs that begin a session for each request without one: `index.jsp`. */
  readonly pages: readonly string[];
}

/** One object for all, so that nodes without any compare equal. */
export const NO_USE: SessionUse = { unserializable: [], pages: [] };

/** A web application's descriptor together with the Tomcat it is deployed in. */
export interface WebApplication {
  /** The name of its folder: `ROOT`. */
  readonly name: string;
  readonly descriptor: ConfigFile;
  /** Its own META-INF/context.xml. */
  readonly context: ConfigFile | undefined;
  readonly fragments: readonly WebFragment[];
  /** Looked for where the application is distributable and its Tomcat has a Cluster. */
  readonly sessions: SessionUse;
  /** The names of the files in its folder. */
  readonly files: readonly string[];
}

/** One Tomcat: what its files say together. */
export interface TomcatNode {
  readonly server: ConfigFile;
  /** Applications whose web.xml is there. */
  readonly applications: readonly WebApplication[];
  /** conf/context.xml: what every Context has unless it says otherwise. */
  readonly contextDefaults: ConfigFile | undefined;
  /** conf/web.xml, the descriptor below every application's own, where it says something of the session cookie. */
  readonly webDefaults: ConfigFile | undefined;
  /** Names of the files in conf/Catalina/localhost and its like, without their suffix: Contexts whose own file is there. */
  readonly contextFiles: readonly string[];
  /** Those files themselves, where they can be read. */
  readonly contexts: readonly ConfigFile[];
  /** Names of all that stands in webapps, WARs without their suffix: `ROOT`, `shop##2`. */
  readonly deployed: readonly string[];
}

/** A Tomcat of which only the server.xml is known. */
export function serverOnlyNode(server: ConfigFile): TomcatNode {
  return {
    server,
    applications: [],
    contextDefaults: undefined,
    webDefaults: undefined,
    contextFiles: [],
    contexts: [],
    deployed: [],
  };
}

/** The files of Contexts: of each application, of the server's folder for them, and the defaults of all. */
export function contextFilesIn({ contextDefaults, contexts, applications }: TomcatNode): readonly ConfigFile[] {
  const files = [contextDefaults, ...contexts, ...applications.map(({ context }) => context)];
  return files.filter((file) => file !== undefined);
}

/** True where some element passes that Tomcat reads in a node's server.xml or in its context files. */
export function hasElement(node: TomcatNode, test: (element: Component) => boolean): boolean {
  return [node.server, ...contextFilesIn(node)].some(({ root }) => {
    for (const each of root?.descendants() ?? []) if (test(each)) return true;
    return false;
  });
}

/** The web.xml of each application, and the one below them all. */
export function descriptorsIn({ webDefaults, applications }: TomcatNode): readonly ConfigFile[] {
  return [...(webDefaults ? [webDefaults] : []), ...applications.map(({ descriptor }) => descriptor)];
}

/** The `<distributable/>` of a web.xml or web-fragment.xml. */
export function distributableOf({ root }: XmlDocument): XmlElement | undefined {
  return root?.elements.find(({ name }) => name === "distributable");
}

/**
 * The libraries that take `<distributable/>` away from an application, because their fragment is merged and has none.
 *
 * Source: WebXml.merge and ContextConfig.webConfig (Servlet 3.0, 8.2.3), 7.0 to 11.0.
 */
export function librariesAgainst({ descriptor, fragments }: WebApplication): readonly string[] {
  const { root } = descriptor.document;
  if (!root || leavesFragmentsOut(root)) return [];
  return fragments
    .filter(({ document }) => document.root?.name === "web-fragment" && !distributableOf(document))
    .map(({ library }) => library);
}

/** True when Tomcat does not merge the fragments, or only those that are named. */
function leavesFragmentsOut(root: XmlElement): boolean {
  return (
    root.attributes.some(({ name, value }) => name === "metadata-complete" && value?.text === "true") ||
    root.elements.some(({ name }) => name === "absolute-ordering")
  );
}

const running = new WeakMap<ConfigFile, readonly Component[]>();

/** The Clusters Tomcat runs: of several in one Engine or Host the last one. Looked for once in each state of a file. */
export function activeClusters(server: ConfigFile): readonly Component[] {
  server.root?.readWhole();
  const known = running.get(server);
  if (known) return known;
  const found = containersIn(server.root).flatMap((container) => container.child("Cluster") ?? []);
  running.set(server, found);
  return found;
}

/** True where Tomcat runs a Cluster. Looks at no Host again that was taken over from the last state of the file. */
export function hasCluster(server: ConfigFile): boolean {
  return containersIn(server.root).some((container) => withCluster.of(container, server));
}

const withCluster = new InElement((container) => container.child("Cluster") !== undefined);

/**
 * The Cluster that all applications of webapps are in: the Engine's, or that of its only Host; undefined where there is none
 * such.
 */
export function clusterOfAll(server: ConfigFile): Component | undefined {
  return activeClusters(server).find(
    ({ parent }) => parent?.name === "Engine" || parent?.parent?.childrenNamed("Host").length === 1,
  );
}

/** The Engines and Hosts that may have a Cluster, of a whole file or of a fragment. */
function containersIn(root: Component | undefined): readonly Component[] {
  if (!root || root.name === "Host") return root ? [root] : [];
  const engines =
    root.name === "Engine" ? [root] : root.childrenNamed("Service").flatMap((service) => service.child("Engine") ?? []);
  return engines.flatMap((engine) => [engine, ...engine.childrenNamed("Host")]);
}
