import type { JspFacts } from "../applications/jsp.ts";
import type { Span } from "../base/span.ts";
import type { Turn } from "../base/turn.ts";
import { type ConfigFile, readConfigFile } from "../config/file.ts";
import { type FolderLaunches, KUSTOMIZATION } from "../config/launch/environment.ts";
import { type HeldPath, heldBase, heldPath, isHeld, mayBeManifest, pathHeldBy } from "../config/launch/held-path.ts";
import type { HeldFile, Manifest } from "../config/launch/manifest.ts";
import type { SessionUse, TomcatNode, WebFragment } from "../config/node.ts";
import { NO_PROPERTIES, type Properties } from "../config/properties.ts";
import { filesOfRuns } from "../config/starts.ts";
import type { FrontFile } from "../front/model.ts";
import { readFrontFile } from "../front/read.ts";
import type { RuleNames } from "../rules/names.ts";
import { lineOf } from "../schema/lines.ts";
import { Release } from "../schema/release.ts";
import { parse } from "../syntax/parse.ts";
import { absentParts, namesOthers } from "./absent.ts";
import { mayBeAnsible, NO_VARIABLES, type TemplateVariables } from "./ansible-names.ts";
import type { Configuration } from "./configuration.ts";
import { CONFIGURATION_NAME, configurationPlaces, nearestPlace } from "./configuration-places.ts";
import { Derived, type Read } from "./derived.ts";
import { type Files, type FolderEntry, join, parentOf } from "./files.ts";
import { findBelow, type IsWanted, isConfiguration, isFront } from "./find.ts";
import { NO_LAUNCHES } from "./launches-around.ts";
import { type NodeFiles, readNode } from "./node-reader.ts";
import { baseOf, nameOf } from "./paths.ts";
import { type GivenFiles, givenFiles, launchesOf, propertiesOf } from "./property-reader.ts";
import type { ApplicationClass } from "./session-values.ts";
import { sameItems, sameNode } from "./snapshot.ts";
import { type DetectedVersion, detectVersion, sameDetected } from "./version.ts";

export interface ReadingOptions {
  /** Called with a file before it is read or checked, and with undefined afterwards. */
  readonly onBusy?: (path: string | undefined) => void;
  /** Files that are longer, in characters, are not read. */
  readonly longestRead?: number;
  /** Called while many files are gone through; absent where nothing else waits. */
  readonly turn?: Turn;
}

/** Values derived from one file or one Tomcat; all are by path. */
export class TomcatFiles {
  readonly #files: Files;
  readonly #chosenLine: (path: string) => Promise<string>;
  readonly #ruleNames: RuleNames;
  readonly #longest: number;
  readonly #onBusy: (path: string | undefined) => void;
  readonly #open = new Map<string, string>();
  #aside: ReadonlySet<string> = new Set();
  #isTrusted = true;

  constructor(
    files: Files,
    chosenLine: (path: string) => Promise<string>,
    ruleNames: RuleNames,
    { onBusy = () => undefined, longestRead = Number.POSITIVE_INFINITY }: ReadingOptions = {},
  ) {
    this.#files = files;
    this.#onBusy = onBusy;
    this.#chosenLine = chosenLine;
    this.#ruleNames = ruleNames;
    this.#longest = longestRead;
  }

  // Inputs.

  readonly #onDisk = new Derived((path) => (isHeld(path) ? undefined : this.#files.read(path)));
  readonly #inEditor = new Derived((path) => this.#open.get(path));
  readonly list = new Derived((path) => (isHeld(`${path}/`) ? undefined : this.#files.list(path)), sameEntries);
  /** By the archive's path and the name in it: `lib/a.jar!/META-INF/web-fragment.xml`. */
  readonly #inside = new Derived((place) => {
    const end = place.lastIndexOf("!/");
    return this.#files.readInside(place.slice(0, end), place.slice(end + 2));
  });
  readonly #chosen = new Derived((path) => this.#chosenLine(path));
  /** One value, under the empty key. */
  readonly #trusted = new Derived(() => this.#isTrusted);

  // Derived.

  readonly text = new Derived<string | undefined>(async (path, read) => {
    const held = heldPath(path);
    if (held) return this.#heldText(held, read);
    return this.#aside.has(path) ? undefined : ((await read(this.#inEditor, path)) ?? read(this.#onDisk, path));
  });

  /** By a YAML file's path; undefined where it is no manifest that says something of a Tomcat. */
  readonly manifest = new Derived<Manifest | undefined>(async (path, read) => {
    const text = await read(this.text, path);
    // Most workspaces have none, so the reader of YAML is loaded on first use.
    return text?.includes("kind:")
      ? (await import("../config/launch/manifest.ts")).readManifest(path, text)
      : undefined;
  });

  async #heldText(path: HeldPath, read: Read): Promise<string | undefined> {
    const found = await read(this.manifest, path.manifest);
    const held = found && heldAt(path, found);
    return found && held && (await import("../config/launch/manifest.ts")).heldText(found.file, held);
  }

  /** By a YAML file's path: the paths of the configurations in it. */
  readonly heldIn = new Derived<readonly string[]>(async (path, read) => {
    const manifest = await read(this.manifest, path);
    if (!manifest || manifest.held.length === 0) return [];
    const { mayBeConfiguration } = await import("../config/launch/manifest.ts");
    return manifest.held
      .filter((each) => mayBeConfiguration(each, manifest.file))
      .map(({ name, key }) => pathHeldBy(path, name, key));
  }, sameItems);

  /** Paths of the files of a folder that may be Tomcat's, those that manifests hold behind the others. */
  readonly below = new Derived<readonly string[] | undefined>(async (folder, read) => {
    const wanted: IsWanted = (name, within) => mayBeManifest(name) || isConfiguration(name, within);
    const found = await findBelow(folder, wanted, { list: (path) => read(this.list, path) });
    if (!found) return undefined;
    const held = await Promise.all(found.filter(mayBeManifest).map((path) => read(this.heldIn, path)));
    return [...found.filter((path) => !mayBeManifest(path)), ...held.flat()];
  }, sameLists);

  /** Paths of what may be a load balancer's file, below a folder. */
  readonly frontsBelow = new Derived<readonly string[] | undefined>(
    (folder, read) => findBelow(folder, isFront, { list: (path) => read(this.list, path) }),
    sameLists,
  );

  /** Paths of the configurations of this program, below a folder. */
  readonly ownBelow = new Derived<readonly string[] | undefined>(
    (folder, read) =>
      findBelow(folder, (name) => name === CONFIGURATION_NAME, { list: (path) => read(this.list, path) }),
    sameLists,
  );

  readonly front = new Derived<FrontFile | undefined>(async (path, read) => {
    const text = await read(this.text, path);
    if (text === undefined || text.length > this.#longest) return undefined;
    this.#onBusy(path);
    try {
      return readFrontFile(path, text);
    } finally {
      this.#onBusy(undefined);
    }
  });

  /** By the configuration's own path. */
  readonly #configurationAt = new Derived<Configuration | undefined>(async (path, read) => {
    const text = await read(this.text, path);
    if (text === undefined) return undefined;
    // Most workspaces have none, so its reader (JSON with comments, globs, XPath) is loaded on first use.
    const { Configuration } = await import("./configuration.ts");
    return new Configuration(path, text, this.#ruleNames, await read(this.#trusted, ""));
  });

  /** The configuration that applies to a folder, by the path that the folder's own would have. */
  readonly configuration = new Derived<Configuration | undefined>(async (place, read) => {
    for (const each of configurationPlaces(place)) {
      const configuration = await read(this.#configurationAt, each);
      if (configuration) return configuration;
    }
    return undefined;
  });

  /** By CATALINA_BASE. Files are read from disk: unsaved text changes no version, but for what a manifest holds. */
  readonly #detected = new Derived<DetectedVersion>(
    (base, read) =>
      detectVersion(base, {
        read: (path) => read(isHeld(path) ? this.text : this.#onDisk, path),
        readInside: (archive, name) => read(this.#inside, `${archive}!/${name}`),
        launchesIn: (folder) => read(this.#launches, folder),
      }),
    sameDetected,
  );

  readonly version = new Derived<DetectedVersion>(async (path, read) => {
    const written = (await read(this.configuration, nearestPlace(path)))?.tomcatFor(path);
    const chosen = [await read(this.#chosen, path), written ?? ""].find((each) => lineOf(each) !== undefined);
    const line = chosen && lineOf(chosen);
    if (!line) return read(this.#detected, baseOf(path));
    return {
      version: { line, release: Release.parse(chosen) },
      source: { en: "chosen in the settings", ko: "설정에서 선택됨" },
    };
  }, sameDetected);

  /** By folder. Read once for all Tomcats in it, of which there may be thousands. */
  readonly #launches = new Derived<FolderLaunches>(async (folder, read) => {
    const held = heldBase(folder);
    if (held) return this.#launchesOfPods(held, read);
    const found = await launchesOf(folder, this.through(read));
    if (!isKustomized((await read(this.list, folder)) ?? [])) return found;
    const { servicesOfKustomization } = await import("./kustomize.ts");
    const manifestAt = (path: string) => read(this.manifest, path);
    const pods = await servicesOfKustomization(folder, { ...this.through(read), manifestAt });
    return pods.length > 0 ? { ...found, services: [...found.services, ...pods] } : found;
  });

  /** The pods that the manifests of a folder give the files of a ConfigMap to. */
  async #launchesOfPods(held: Omit<HeldPath, "key">, read: Read): Promise<FolderLaunches> {
    const folder = parentOf(held.manifest);
    const [beside = [], above = []] = await Promise.all(
      [folder, parentOf(folder)].map((each) => read(this.list, each)),
    );
    const names = beside.filter((each) => !each.folder && mayBeManifest(each.name)).map(({ name }) => name);
    const manifests = await Promise.all(names.sort().map((name) => read(this.manifest, join(folder, name))));
    const filledIn = isCompletedElsewhere(beside, above);
    const { podsWith } = await import("../config/launch/pods.ts");
    const found = manifests.flatMap((each) => each ?? []);
    return { ...NO_LAUNCHES, services: podsWith(held, found, filledIn) };
  }

  /** By CATALINA_BASE. */
  readonly properties = new Derived<Properties>((base, read) =>
    propertiesOf(base, { ...this.through(read), launchesIn: (folder) => read(this.#launches, folder) }),
  );

  /** By CATALINA_BASE. */
  readonly given = new Derived<GivenFiles | undefined>(
    (base, read) => givenFiles(base, { ...this.through(read), launchesIn: (folder) => read(this.#launches, folder) }),
    sameData,
  );

  /** By the file that refers to them. */
  readonly #absent = new Derived<ReadonlySet<string>>(
    async (path, read) => absentParts(path, (await read(this.text, path)) ?? "", (folder) => read(this.list, folder)),
    (one, other) => sameItems([...one], [...other]),
  );

  readonly file = new Derived<ConfigFile | undefined>(async (path, read, last) => {
    // The XML in a manifest is in files of their own.
    const text = mayBeManifest(path) ? undefined : await read(this.text, path);
    if (text === undefined) return undefined;
    const { version } = await read(this.version, path);
    if (!version) return undefined;
    // Properties matter to a text with placeholders, to one that may have a Receiver, because a container has an address
    // of its own, and to a PersistentManager, which takes some attributes only with an option.
    const asks = /\$\{|PersistentManager/.test(text) || !/^(?:web|context)/i.test(nameOf(path));
    const properties = asks ? await read(this.properties, baseOf(path)) : NO_PROPERTIES;
    const absent = namesOthers(text) ? await read(this.#absent, path) : undefined;
    this.#onBusy(path);
    try {
      return readConfigFile(path, text, version, { properties, absent, last, longest: this.#longest });
    } finally {
      this.#onBusy(undefined);
    }
  });

  /** Where a held file stands in its manifest. */
  async blockOf(path: string): Promise<Span | undefined> {
    const held = heldPath(path);
    const manifest = held && (await this.manifest.get(held.manifest));
    return manifest && heldAt(held, manifest)?.block;
  }

  /** By a template's path: the variables that files around it set, where Ansible may fill it in. */
  readonly variables = new Derived<TemplateVariables>(async (path, read) => {
    if (!mayBeAnsible(path)) return NO_VARIABLES;
    // Most workspaces have none, so the reader of YAML is loaded on first use.
    const { templateVariables } = await import("./ansible.ts");
    return templateVariables(path, this.through(read));
  });

  /** By library. */
  readonly #fragment = new Derived<WebFragment | undefined>(async (path, read) => {
    const text = await read(this.#inside, `${path}!/META-INF/web-fragment.xml`);
    return text === undefined ? undefined : { library: nameOf(path), document: parse(text) };
  });

  /** By the folder of libraries. */
  readonly #fragments = new Derived<readonly WebFragment[]>(async (folder, read) => {
    const found: WebFragment[] = [];
    for (const { name } of (await read(this.list, folder)) ?? []) {
      const fragment = /\.jar$/i.test(name) ? await read(this.#fragment, join(folder, name)) : undefined;
      if (fragment) found.push(fragment);
    }
    return found;
  }, sameItems);

  // What reads classes and pages is loaded where an application is distributable.

  /** By its path. */
  readonly #class = new Derived<ApplicationClass | undefined>(async (path) => {
    const bytes = await this.#files.readBytes(path);
    return bytes && (await import("./session-values.ts")).readClass(bytes);
  }, sameData);

  readonly #jsp = new Derived<JspFacts | undefined>(async (path, read) => {
    const text = await read(this.text, path);
    if (text === undefined || text.length > this.#longest) return undefined;
    return (await import("../applications/jsp.ts")).readJsp(text);
  }, sameData);

  /** By the application's folder. */
  readonly #sessionUse = new Derived<SessionUse>(async (application, read) => {
    const { sessionUseIn } = await import("./session-values.ts");
    return sessionUseIn(application, {
      list: (path) => read(this.list, path),
      classAt: (path) => read(this.#class, path),
      jspAt: (path) => read(this.#jsp, path),
    });
  }, sameData);

  /** By server.xml: the file as each of the nodes reads it that start with it; none where one node does. */
  readonly runs = new Derived<readonly ConfigFile[]>(async (path, read, last) => {
    const file = await read(this.file, path);
    return (file ? filesOfRuns(file) : NO_RUNS).map((each, index) => {
      const before = last?.[index];
      return before && sameReading(before, each) ? before : each;
    });
  }, sameItems);

  /** By server.xml: the Tomcats that start with it. */
  readonly nodes = new Derived<readonly TomcatNode[]>(async (path, read, last) => {
    const node = await read(this.node, path);
    if (!node) return [];
    const runs = await read(this.runs, path);
    if (runs.length === 0) return [node];
    return runs.map((server, index) => {
      const made = { ...node, server };
      const before = last?.[index];
      return before && sameNode(before, made) ? before : made;
    });
  }, sameItems);

  /** By server.xml: the Tomcat as far as all that start with it agree. */
  readonly node = new Derived<TomcatNode | undefined>((path, read) => readNode(path, this.through(read)), sameNode);

  /** Called once, before anything is read. */
  setAside(paths: readonly string[]): void {
    this.#aside = new Set(paths);
  }

  setTrusted(trusted: boolean): void {
    this.#isTrusted = trusted;
    this.#trusted.allChanged();
  }

  /** Keeps the text of an open document; undefined when it is closed. */
  setOpen(path: string, text: string | undefined): void {
    if (text === undefined) this.#open.delete(path);
    else this.#open.set(path, text);
    this.#inEditor.changed(path);
  }

  isOpen(path: string): boolean {
    return this.#open.has(path);
  }

  /** Drops the values of a closed document. */
  forget(path: string): void {
    const kinds = [
      this.nodes,
      this.runs,
      this.node,
      this.file,
      this.front,
      this.version,
      this.text,
      this.manifest,
      this.heldIn,
      this.variables,
      this.#inEditor,
      this.#onDisk,
      this.#chosen,
      this.#absent,
    ];
    for (const kind of kinds) kind.forget(path);
  }

  /** What comes from disk or from the settings may have changed. */
  refresh(): void {
    for (const input of [this.#onDisk, this.list, this.#inside, this.#class, this.#chosen]) input.allChanged();
  }

  /** The files of a Tomcat, read on behalf of a derived value. */
  through(read: Read): NodeFiles {
    return {
      fileAt: (path) => read(this.file, path),
      textOf: (path) => read(this.text, path),
      list: (path) => read(this.list, path),
      givenIn: (base) => read(this.given, base),
      propertiesFor: (path) => read(this.properties, baseOf(path)),
      fragmentsIn: (folder) => read(this.#fragments, folder),
      sessionUseIn: (application) => read(this.#sessionUse, application),
    };
  }
}

const NO_RUNS: readonly ConfigFile[] = [];

function sameReading(one: ConfigFile, other: ConfigFile): boolean {
  return (
    one.document === other.document &&
    one.version === other.version &&
    one.reading.properties === other.reading.properties
  );
}

function heldAt({ name, key }: HeldPath, { held }: Manifest): HeldFile | undefined {
  return held.find((each) => each.name === name && each.key === key);
}

/** True where Kustomize, or a chart of Helm, makes something else of the manifests in a folder. */
function isCompletedElsewhere(beside: readonly FolderEntry[], above: readonly FolderEntry[]): boolean {
  return isKustomized(beside) || [...beside, ...above].some(({ name }) => /^Chart\.ya?ml$/.test(name));
}

function isKustomized(entries: readonly FolderEntry[]): boolean {
  return entries.some(({ name, folder }) => !folder && KUSTOMIZATION.test(name));
}

/** For small values of plain data. */
function sameData(one: unknown, other: unknown): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

function sameLists(one: readonly string[] | undefined, other: readonly string[] | undefined): boolean {
  return one === other || (one !== undefined && other !== undefined && sameItems(one, other));
}

function sameEntries(one: readonly FolderEntry[] | undefined, other: readonly FolderEntry[] | undefined): boolean {
  if (!one || !other) return one === other;
  return (
    one.length === other.length &&
    one.every(({ name, folder }, index) => {
      const there = other[index];
      return name === there?.name && folder === there.folder;
    })
  );
}
