import type { ConfigFile } from "../config/file.ts";
import { activeClusters, nodeOf, type TomcatNode, type WebApplication, type WebFragment } from "../config/node.ts";
import type { Properties } from "../config/properties.ts";
import { parse } from "../syntax/parse.ts";
import { type Files, join } from "./files.ts";
import { keep } from "./keep.ts";
import { baseOf } from "./paths.ts";
import { PropertyReader, type TextFiles } from "./property-reader.ts";
import { sameNode } from "./snapshot.ts";

/** One array for all, so that nodes that have none compare equal. */
const NO_FRAGMENTS: readonly WebFragment[] = [];

/** Where the files of a node come from: open documents first, and what is kept of the disk. */
export interface NodeFiles extends TextFiles, Pick<Files, "readInside"> {
  fileAt(path: string): Promise<ConfigFile | undefined>;
}

/** Reads Tomcats: a server.xml with the properties, applications and contexts around it. */
export class NodeReader {
  readonly #from: NodeFiles;
  /** What was made of a node last: it stays the same object until something in it changes. */
  readonly #nodes = new Map<string, TomcatNode>();
  readonly #fragments = new Map<string, Promise<readonly WebFragment[]>>();
  readonly #properties: PropertyReader;

  constructor(from: NodeFiles) {
    this.#from = from;
    this.#properties = new PropertyReader(from);
  }

  /** Forgets what was read from disk, because something there changed. */
  refresh(): void {
    this.#fragments.clear();
    this.#properties.refresh();
  }

  /** Somebody edits a file: what it says of a node is not what was read. */
  changed(path: string): void {
    this.#properties.changed(path);
  }

  /** The Tomcat a server.xml configures. */
  async nodeAt(path: string): Promise<TomcatNode | undefined> {
    const server = await this.#from.fileAt(path);
    if (server?.kind !== "server") return undefined;
    // Everything around is read only where it matters.
    const clustered = activeClusters(server).length > 0;
    const node: TomcatNode = {
      ...nodeOf(server),
      ...(isNode(path) ? await this.#applicationsOf(baseOf(path), clustered) : {}),
    };
    const known = this.#nodes.get(path);
    if (known && sameNode(known, node)) return known;
    this.#nodes.set(path, node);
    return node;
  }

  async #applicationsOf(base: string, clustered: boolean) {
    const applications: WebApplication[] = [];
    const deployed = new Set<string>();
    for (const { name, folder } of (await this.#from.list(join(base, "webapps"))) ?? []) {
      if (folder || /\.war$/i.test(name)) deployed.add(folder ? name : name.slice(0, -".war".length));
      if (!folder) continue;
      const descriptor = await this.#from.fileAt(join(base, "webapps", name, "WEB-INF", "web.xml"));
      if (descriptor?.kind !== "web") continue;
      const libraries = join(base, "webapps", name, "WEB-INF", "lib");
      const fragments = clustered ? await this.#fragmentsOf(libraries) : NO_FRAGMENTS;
      const context = clustered ? await this.#contextAt(join(base, "webapps", name, "META-INF")) : undefined;
      applications.push({ name, descriptor, context, fragments });
    }
    return {
      applications,
      contextDefaults: clustered ? await this.#contextAt(join(base, "conf")) : undefined,
      webDefaults: clustered ? await this.#webDefaultsOf(base) : undefined,
      contextFiles: clustered ? await this.#contextFilesOf(base) : [],
      deployed: [...deployed].sort(),
    };
  }

  async #contextAt(folder: string): Promise<ConfigFile | undefined> {
    const file = await this.#from.fileAt(join(folder, "context.xml"));
    return file?.kind === "context" ? file : undefined;
  }

  /** Tomcat's own conf/web.xml is as long as a book and says nothing of the cookie: it is not parsed for that. */
  async #webDefaultsOf(base: string): Promise<ConfigFile | undefined> {
    const path = join(base, "conf", "web.xml");
    if (!(await this.#from.textOf(path))?.includes("<cookie-config")) return undefined;
    const file = await this.#from.fileAt(path);
    return file?.kind === "web" ? file : undefined;
  }

  /** The files of conf/Engine/Host: each is the Context of one application. */
  async #contextFilesOf(base: string): Promise<readonly string[]> {
    const found = new Set<string>();
    for (const engine of await this.#foldersIn(join(base, "conf"))) {
      for (const host of await this.#foldersIn(engine)) {
        for (const { name } of (await this.#from.list(host)) ?? []) {
          if (/\.xml$/i.test(name)) found.add(name.slice(0, -".xml".length));
        }
      }
    }
    return [...found].sort();
  }

  async #foldersIn(path: string): Promise<readonly string[]> {
    return ((await this.#from.list(path)) ?? []).flatMap(({ name, folder }) => (folder ? join(path, name) : []));
  }

  /** What the placeholders in the files of a Tomcat stand for. */
  propertiesFor(path: string): Promise<Properties> {
    return this.#properties.propertiesFor(path);
  }

  /** Opening a hundred libraries takes long, and they hardly ever change: what was read of a folder stays until `refresh`. */
  #fragmentsOf(folder: string): Promise<readonly WebFragment[]> {
    return keep(this.#fragments, folder, () => this.#readFragments(folder));
  }

  async #readFragments(folder: string): Promise<readonly WebFragment[]> {
    const fragments: WebFragment[] = [];
    for (const { name } of (await this.#from.list(folder)) ?? []) {
      if (!name.toLowerCase().endsWith(".jar")) continue;
      const text = await this.#from.readInside(join(folder, name), "META-INF/web-fragment.xml");
      if (text !== undefined) fragments.push({ library: name, document: parse(text) });
    }
    return fragments;
  }
}

/** True for the server.xml of a Tomcat's own conf folder; others have no applications and properties we could find. */
function isNode(path: string): boolean {
  return path === join(baseOf(path), "conf", "server.xml");
}
