import { type ConfigFile, readConfigFile } from "../config/file.ts";
import type { TomcatNode, WebApplication } from "../config/node.ts";
import { type Diagnostic, type LintOptions, lint } from "../lint/lint.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { type Files, join, parentOf } from "./files.ts";
import { type DetectedVersion, detectVersion, lineOf } from "./version.ts";

export interface CheckedFile {
  readonly file: ConfigFile;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * The only state: which Tomcat each folder is for, and the texts of open documents, which beat those on disk.
 *
 * Everything handed out is immutable, so a request that is still running keeps what it started with.
 */
export class Workspace {
  readonly #files: Files;
  readonly #options: LintOptions;
  readonly #open = new Map<string, string>();
  readonly #versions = new Map<string, Promise<DetectedVersion>>();
  /** The line the user chose for everything, where one was chosen. */
  #chosen: TomcatVersion | undefined;

  constructor(files: Files, options: LintOptions) {
    this.#files = files;
    this.#options = options;
  }

  /** `auto` or a line; anything else counts as `auto`. */
  chooseVersion(line: string): void {
    const known = lineOf(line);
    this.#chosen = known && { line: known, release: undefined };
  }

  /** Keeps the text of an open document; undefined when it is closed. */
  setOpen(path: string, text: string | undefined): void {
    if (text === undefined) this.#open.delete(path);
    else this.#open.set(path, text);
  }

  /** Forgets what was read from disk, because something there changed. */
  refresh(): void {
    this.#versions.clear();
  }

  textOf(path: string): Promise<string | undefined> {
    const open = this.#open.get(path);
    return open === undefined ? this.#files.read(path) : Promise.resolve(open);
  }

  async versionOf(path: string): Promise<DetectedVersion> {
    if (this.#chosen) return { version: this.#chosen, source: { en: "chosen in the settings", ko: "설정에서 선택됨" } };
    const base = baseOf(path);
    let detected = this.#versions.get(base);
    if (!detected) {
      detected = detectVersion(base, this.#files);
      this.#versions.set(base, detected);
    }
    return detected;
  }

  /** Undefined for a file that cannot be read or is no configuration of Tomcat's. */
  async fileAt(path: string): Promise<ConfigFile | undefined> {
    const text = await this.textOf(path);
    return text === undefined ? undefined : readConfigFile(path, text, (await this.versionOf(path)).version);
  }

  /** The Tomcat a file belongs to: the one whose conf/server.xml stands above it or beside it. */
  async nodeOf(path: string): Promise<TomcatNode | undefined> {
    const base = baseOf(path);
    const server = await this.fileAt(join(base, "conf", "server.xml"));
    if (server?.kind !== "server") return undefined;
    const applications: WebApplication[] = [];
    for (const entry of (await this.#files.list(join(base, "webapps"))) ?? []) {
      if (!entry.folder) continue;
      const descriptor = await this.fileAt(join(base, "webapps", entry.name, "WEB-INF", "web.xml"));
      if (descriptor?.kind === "web") applications.push({ name: entry.name, descriptor });
    }
    return { server, applications };
  }

  async check(path: string): Promise<CheckedFile | undefined> {
    const file = await this.fileAt(path);
    if (!file) return undefined;
    const node = file.kind === "web" ? await this.nodeOf(path) : undefined;
    return { file, diagnostics: lint(file, node, this.#options) };
  }
}

/** CATALINA_BASE by the place of a file in it: `…/conf/x.xml`, `…/webapps/app/WEB-INF/web.xml`. */
function baseOf(path: string): string {
  const match = /^(.*?)\/?(?:conf|webapps\/[^/]+\/(?:WEB-INF|META-INF))\/[^/]+$/.exec(path);
  return match ? (match[1] ?? "") : parentOf(path);
}
