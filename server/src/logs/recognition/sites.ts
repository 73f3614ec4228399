import { groupBy } from "../../base/group-by.ts";
import type { LogLevel } from "../formats/levels.ts";
import { SITES } from "./data/sites.ts";

/** A place in Tomcat's source that logs. */
export interface Site {
  /** `org.apache.catalina.ha.tcp.SimpleTcpCluster`, with `$` in inner classes. */
  readonly class: string;
  /** Without the wrapping of lambdas. */
  readonly method: string;
  readonly level: LogLevel;
  /** True where an exception follows. */
  readonly thrown: boolean;
  /** The key of its text; `CLASS.METHOD` where the text is no resource. */
  readonly key: string;
  /** The logger's name. */
  readonly logger: string;
  /** The lines of Tomcat that have it. */
  readonly lines: readonly string[];
}

const CATALINA = "org.apache.catalina.";
const long = (name: string) => (name.startsWith("org.") ? name : `${CATALINA}${name}`);

function siteOf(row: string): Site {
  const [left = "", lines = ""] = row.split(" @ ");
  const [name = "", method = "", level = "", ...rest] = left.split(" ");
  const key = rest[0] || `${name}.${method}`;
  return {
    class: long(name),
    method,
    level: level.replace("!", "") as LogLevel,
    thrown: level.endsWith("!"),
    key,
    logger: long(rest[1] ?? name.replace(/\$.*/, "")),
    lines: lines.split(" "),
  };
}

let all: readonly Site[] | undefined;
let byPlace: ReadonlyMap<string, readonly Site[]> | undefined;
let byLogger: ReadonlyMap<string, readonly Site[]> | undefined;

/** All known places, read on first use. */
export function sites(): readonly Site[] {
  all ??= SITES.trim().split("\n").map(siteOf);
  return all;
}

const NONE: readonly Site[] = [];

/** The sites of a class and method as a log prints them. */
export function sitesAt(className: string, method: string): readonly Site[] {
  return sitesOfSource(`${className}.${method}`);
}

/** The same, with a point between the two. */
export function sitesOfSource(source: string): readonly Site[] {
  byPlace ??= groupBy(sites(), (site) => `${site.class}.${site.method}`);
  const found = byPlace.get(source);
  if (found || !source.includes(".lambda$")) return found ?? NONE;
  return byPlace.get(source.replace(/\.lambda\$(\w+)\$\d+$/, ".$1")) ?? NONE;
}

/** The sites of a logger, whose packages may be cut to their first letters. */
export function sitesOfLogger(logger: string): readonly Site[] {
  byLogger ??= groupBy(sites(), (site) => site.logger.slice(site.logger.lastIndexOf(".") + 1));
  const parts = logger.split(".");
  const candidates = byLogger.get(parts.at(-1) ?? "") ?? [];
  return candidates.filter((site) => {
    const whole = site.logger.split(".");
    if (parts.length === 1) return true;
    return parts.length === whole.length && parts.every((part, index) => whole[index]?.startsWith(part));
  });
}
