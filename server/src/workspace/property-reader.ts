import { type FolderLaunches, LAUNCH_FILE } from "../config/launch/environment.ts";
import { environmentsOf } from "../config/launch/select.ts";
import type { Properties } from "../config/properties.ts";
import { readProperties } from "../config/property-sources.ts";
import { type SourceText, sourceText } from "../config/source-text.ts";
import { type Files, join, parentOf } from "./files.ts";
import { keep } from "./keep.ts";
import { propertyFiles } from "./node-texts.ts";
import { baseOf, nameOf } from "./paths.ts";

/** Where the files of a Tomcat come from: open documents first, and what is kept of the disk. */
export interface TextFiles extends Pick<Files, "list"> {
  textOf(path: string): Promise<string | undefined>;
}

/** What was made of some texts; the same texts need not be read again. */
interface Made<T> {
  readonly sources: readonly SourceText[];
  readonly value: T;
}

const NO_LAUNCHES: FolderLaunches = { dockerfile: undefined, services: [], units: [] };

/** Reads what the placeholders of Tomcats stand for. */
export class PropertyReader {
  readonly #from: TextFiles;
  readonly #properties = new Map<string, Promise<Properties>>();
  readonly #launches = new Map<string, Promise<Made<FolderLaunches>>>();
  /** What was made last: it stays the same object until one of the texts is another. */
  readonly #madeProperties = new Map<string, Made<Properties>>();
  readonly #madeLaunches = new Map<string, Made<FolderLaunches>>();

  constructor(from: TextFiles) {
    this.#from = from;
  }

  /** Forgets what was read from disk, because something there changed. */
  refresh(): void {
    this.#properties.clear();
    this.#launches.clear();
  }

  /** A file is edited: what it says is not what was read. */
  changed(path: string): void {
    if (LAUNCH_FILE.test(nameOf(path))) this.refresh();
    else if (propertyFiles(baseOf(path)).includes(path)) this.#properties.delete(baseOf(path));
  }

  /** What the placeholders in the files of a Tomcat stand for. It is read once, and stays until `refresh`. */
  propertiesFor(path: string): Promise<Properties> {
    const base = baseOf(path);
    return keep(this.#properties, base, () => this.#readProperties(base));
  }

  async #readProperties(base: string): Promise<Properties> {
    const files = await Promise.all(propertyFiles(base).map((each) => this.#sourceAt(each)));
    const [catalinaProperties, setenv, setenvBat] = files;
    const folders = new Map<string, Made<FolderLaunches>>();
    for (const folder of new Set([base, parentOf(base)])) folders.set(folder, await this.#launchesIn(folder));
    const sources = [...files, ...[...folders.values()].flatMap((made) => made.sources)].flatMap((each) => each ?? []);
    const known = this.#madeProperties.get(base);
    if (known && sameTexts(known.sources, sources)) return known.value;
    const launches = new Map([...folders].map(([folder, { value }]) => [folder, value]));
    const environments = environmentsOf(base, launches);
    const value = readProperties({ catalinaProperties, setenv, setenvBat, environments });
    this.#madeProperties.set(base, { sources, value });
    return value;
  }

  /** Read once for all Tomcats in a folder: there may be thousands. */
  #launchesIn(folder: string): Promise<Made<FolderLaunches>> {
    return keep(this.#launches, folder, async () => {
      const entries = (await this.#from.list(folder)) ?? [];
      const names = entries.filter((each) => !each.folder && LAUNCH_FILE.test(each.name)).map(({ name }) => name);
      if (names.length === 0) return { sources: [], value: NO_LAUNCHES };
      const read = await Promise.all(names.sort().map((name) => this.#sourceAt(join(folder, name))));
      const sources = read.flatMap((each) => each ?? []);
      const known = this.#madeLaunches.get(folder);
      if (known && sameTexts(known.sources, sources)) return known;
      // Most Tomcats have none: what reads Dockerfiles and YAML is loaded with the first.
      const { readLaunches } = await import("../config/launch/read.ts");
      const made = { sources, value: readLaunches(sources, folder) };
      this.#madeLaunches.set(folder, made);
      return made;
    });
  }

  async #sourceAt(path: string): Promise<SourceText | undefined> {
    const text = await this.#from.textOf(path);
    return text === undefined ? undefined : sourceText(path, text);
  }
}

function sameTexts(one: readonly SourceText[], other: readonly SourceText[]): boolean {
  return (
    one.length === other.length &&
    one.every(({ path, text }, index) => path === other[index]?.path && text === other[index]?.text)
  );
}
