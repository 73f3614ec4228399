import { rawClasses } from "./data/classes.ts";
import { LINES, type Line } from "./lines.ts";
import type { ReleaseRange } from "./model.ts";
import { type RawRanges, toRanges } from "./table.ts";

/** A class in Tomcat's JARs. */
export interface TomcatClass {
  /** The lines that have it, with their releases. */
  readonly releases: ReadonlyMap<Line, readonly ReleaseRange[]>;
  /** True where it cannot be instantiated: an abstract class or an interface. */
  readonly abstract: boolean;
}

/** `histories` by number; by package the classes as `Name number`, with an ` a` behind those that are abstract. */
interface RawClasses {
  readonly histories: readonly Partial<Record<Line, RawRanges | 1>>[];
  readonly packages: Readonly<Record<string, string>>;
}

interface Entry {
  readonly history: number;
  readonly abstract: boolean;
}

let histories: RawClasses["histories"] = [];
let classes: ReadonlyMap<string, Entry> | undefined;
let bySimpleName: ReadonlyMap<string, readonly string[]> | undefined;

function all(): ReadonlyMap<string, Entry> {
  if (classes) return classes;
  // The only writer of this data is our generator; a unit test reads all of it.
  const raw = rawClasses() as RawClasses;
  histories = raw.histories;
  const found = new Map<string, Entry>();
  for (const [folder, list] of Object.entries(raw.packages)) {
    for (const item of list.split(",")) {
      const [name = "", history, abstract] = item.split(" ");
      found.set(`${folder}.${name}`, { history: Number(history), abstract: abstract !== undefined });
    }
  }
  classes = found;
  return found;
}

/** The facts of a class; undefined for one that no release of the lines ever had. */
export function tomcatClass(name: string): TomcatClass | undefined {
  const entry = all().get(name);
  if (!entry) return undefined;
  const history = histories[entry.history] ?? {};
  return {
    releases: new Map(LINES.flatMap((line) => (history[line] ? [[line, toRanges(history[line])] as const] : []))),
    abstract: entry.abstract,
  };
}

let packages: ReadonlySet<string> | undefined;
let byLetters: ReadonlyMap<string, string> | undefined;

/** The class whose name differs from this one only in letter case, which Java does not accept. */
export function tomcatClassInOtherCase(name: string): string | undefined {
  byLetters ??= new Map([...all().keys()].map((each) => [each.toLowerCase(), each]));
  const found = byLetters.get(name.toLowerCase());
  return found === name ? undefined : found;
}

/** The outer class of a nested one: that of `Outer$Inner`, which is in the same JAR. */
export function tomcatClassAround(name: string): TomcatClass | undefined {
  const dollar = name.indexOf("$");
  return dollar < 0 ? undefined : tomcatClass(name.slice(0, dollar));
}

/** True for a package of Tomcat's, and for a name below one of its classes: neither can be the name of a class. */
export function isTomcatPackage(name: string): boolean {
  packages ??= new Set([...all().keys()].map((each) => each.slice(0, each.lastIndexOf("."))));
  if (packages.has(name)) return true;
  for (let dot = name.lastIndexOf("."); dot > 0; dot = name.lastIndexOf(".", dot - 1)) {
    if (all().has(name.slice(0, dot))) return true;
  }
  return false;
}

/** The full names of all classes of all lines. */
export function tomcatClassNames(): readonly string[] {
  return [...all().keys()];
}

/** The full names of Tomcat's classes with this simple name, in any package: `AccessLogValve`. */
export function tomcatClassesCalled(simpleName: string): readonly string[] {
  if (!bySimpleName) {
    const found = new Map<string, string[]>();
    for (const name of all().keys()) {
      const simple = name.slice(name.lastIndexOf(".") + 1);
      const same = found.get(simple);
      if (same) same.push(name);
      else found.set(simple, [name]);
    }
    bySimpleName = found;
  }
  return bySimpleName.get(simpleName) ?? [];
}
