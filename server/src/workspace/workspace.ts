import { type ConfigFile, readConfigFile } from "../config/file.ts";
import { activeClusters, type TomcatNode, type WebApplication, type WebFragment } from "../config/node.ts";
import type { LintOptions } from "../lint/lint.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { parse } from "../syntax/parse.ts";
import { type Files, type FolderEntry, join, parentOf } from "./files.ts";
import { Snapshot } from "./snapshot.ts";
import { type DetectedVersion, detectVersion, lineOf } from "./version.ts";

export interface WorkspaceOptions extends LintOptions {
  /** The line the user chose for a file: `auto`, or one of LINES; anything else counts as `auto`. */
  readonly chosenLine: (path: string) => Promise<string>;
}

/** One array for all, so that nodes that have none compare equal. */
const NO_FRAGMENTS: readonly WebFragment[] = [];

/**
 * The only state: the texts of open documents, which beat those on disk, and what was made of each file.
 *
 * What comes from disk is kept until `refresh`, once `watch` said that changes there are reported.
 */
export class Workspace {
  readonly #files: Files;
  readonly #options: WorkspaceOptions;
  readonly #open = new Map<string, string>();
  readonly #read = new Map<string, ConfigFile>();
  readonly #snapshots = new Map<string, Snapshot>();
  readonly #versions = new Map<string, Promise<DetectedVersion>>();
  readonly #disk = new Map<string, Promise<string | undefined>>();
  readonly #folders = new Map<string, Promise<readonly FolderEntry[] | undefined>>();
  readonly #fragments = new Map<string, Promise<readonly WebFragment[]>>();
  #watched = false;

  constructor(files: Files, options: WorkspaceOptions) {
    this.#files = files;
    this.#options = options;
  }

  /** From now on somebody calls `refresh` when files on disk change. */
  watch(): void {
    this.#watched = true;
  }

  /** Keeps the text of an open document; undefined when it is closed. */
  setOpen(path: string, text: string | undefined): void {
    if (text === undefined) {
      this.#open.delete(path);
      this.#read.delete(path);
      this.#snapshots.delete(path);
    } else this.#open.set(path, text);
  }

  /** Forgets what was read from disk, because something there changed. */
  refresh(): void {
    this.#versions.clear();
    this.#disk.clear();
    this.#folders.clear();
    this.#fragments.clear();
  }

  async versionOf(path: string): Promise<DetectedVersion> {
    const line = lineOf(await this.#options.chosenLine(path));
    if (line) {
      return { version: { line, release: undefined }, source: { en: "chosen in the settings", ko: "설정에서 선택됨" } };
    }
    const base = baseOf(path);
    const known = this.#versions.get(base);
    if (known) return known;
    const detected = detectVersion(base, this.#files);
    this.#versions.set(base, detected);
    return detected;
  }

  /** Undefined for a file that cannot be read, is no configuration of Tomcat's, or is for one the schema does not cover. */
  async fileAt(path: string): Promise<ConfigFile | undefined> {
    const text = await this.#textOf(path);
    if (text === undefined) return undefined;
    const { version } = await this.versionOf(path);
    if (!version) return undefined;
    const known = this.#read.get(path);
    if (known?.document.text === text && sameVersion(known.version, version)) return known;
    const file = readConfigFile(path, text, version);
    if (file) this.#read.set(path, file);
    else this.#read.delete(path);
    return file;
  }

  /** The Tomcat a file belongs to: the one whose conf/server.xml stands above it or beside it. */
  async nodeOf(path: string): Promise<TomcatNode | undefined> {
    const base = baseOf(path);
    const server = await this.fileAt(join(base, "conf", "server.xml"));
    if (server?.kind !== "server") return undefined;
    // Libraries are opened only where what they say matters.
    const clustered = activeClusters(server).length > 0;
    const applications: WebApplication[] = [];
    for (const entry of (await this.#list(join(base, "webapps"))) ?? []) {
      if (!entry.folder) continue;
      const descriptor = await this.fileAt(join(base, "webapps", entry.name, "WEB-INF", "web.xml"));
      if (descriptor?.kind !== "web") continue;
      const libraries = join(base, "webapps", entry.name, "WEB-INF", "lib");
      const fragments = clustered ? await this.#fragmentsOf(libraries) : NO_FRAGMENTS;
      applications.push({ name: entry.name, descriptor, fragments });
    }
    return { server, applications };
  }

  /** Opening a hundred libraries takes long, and they hardly ever change: what was read of a folder stays until `refresh`. */
  #fragmentsOf(folder: string): Promise<readonly WebFragment[]> {
    const known = this.#fragments.get(folder);
    if (known) return known;
    const read = this.#readFragments(folder);
    this.#fragments.set(folder, read);
    return read;
  }

  async #readFragments(folder: string): Promise<readonly WebFragment[]> {
    const fragments: WebFragment[] = [];
    for (const { name } of (await this.#list(folder)) ?? []) {
      if (!name.toLowerCase().endsWith(".jar")) continue;
      const text = await this.#files.readInside(join(folder, name), "META-INF/web-fragment.xml");
      if (text !== undefined) fragments.push({ library: name, document: parse(text) });
    }
    return fragments;
  }

  /** The present state of a file; undefined as for `fileAt`. */
  async snapshot(path: string): Promise<Snapshot | undefined> {
    const file = await this.fileAt(path);
    if (!file) return undefined;
    const node = file.kind === "web" ? await this.nodeOf(path) : undefined;
    const known = this.#snapshots.get(path);
    if (known?.isOf(file, node)) return known;
    const snapshot = new Snapshot(file, node, this.#options);
    this.#snapshots.set(path, snapshot);
    return snapshot;
  }

  #textOf(path: string): Promise<string | undefined> {
    const open = this.#open.get(path);
    if (open !== undefined) return Promise.resolve(open);
    return this.#keep(this.#disk, path, () => this.#files.read(path));
  }

  #list(path: string): Promise<readonly FolderEntry[] | undefined> {
    return this.#keep(this.#folders, path, () => this.#files.list(path));
  }

  #keep<T>(kept: Map<string, Promise<T>>, path: string, read: () => Promise<T>): Promise<T> {
    const known = kept.get(path);
    if (known) return known;
    const answer = read();
    if (this.#watched) kept.set(path, answer);
    return answer;
  }
}

function sameVersion(a: TomcatVersion, b: TomcatVersion): boolean {
  return a.line === b.line && a.release?.text === b.release?.text && a.assumed === b.assumed;
}

/** CATALINA_BASE by the place of a file in it: `…/conf/x.xml`, `…/webapps/app/WEB-INF/web.xml`. */
function baseOf(path: string): string {
  const match = /^(.*?)\/?(?:conf|webapps\/[^/]+\/(?:WEB-INF|META-INF))\/[^/]+$/.exec(path);
  return match ? (match[1] ?? "") : parentOf(path);
}
