import type { PrintedMember } from "../../config/member-text.ts";
import type { LogEvent } from "../formats/event.ts";
import { interned, kept } from "../formats/kept.ts";
import type { Kind } from "../kinds/kind.ts";
import type { Reason } from "../recognition/reasons.ts";
import { valuesIn } from "../recognition/values.ts";

/** One of a node's files. */
export interface LogFile {
  readonly path: string;
  /** Its place among those of the node. */
  readonly order: number;
}

/** The part of a cluster event that is kept. */
export interface Happening {
  readonly kind: Kind;
  /** Other possible kinds, where the log's layout does not contain what distinguishes them. */
  readonly orElse: readonly Kind[];
  readonly keys: readonly string[];
  /** Milliseconds as LogTime has them; undefined in layouts without a time. */
  readonly time: number | undefined;
  readonly file: LogFile;
  /** The line in the file, from 1. */
  readonly line: number;
  readonly thread: string;
  /** Class and method, or the logger. */
  readonly source: string;
  /** The values in brackets in its message, members excepted: an application, a file, milliseconds. */
  readonly values: readonly string[];
  /** The classes of its exceptions, the innermost cause last. */
  readonly thrown: readonly string[];
  readonly reason: Reason | undefined;
  readonly members: readonly PrintedMember[];
}

const LONGEST_VALUE = 120;
const MOST_VALUES = 4;
export const MOST_MEMBERS = 100;
const MOST_THROWN = 3;

export function happeningOf(
  event: LogEvent,
  file: LogFile,
  { kind, orElse, keys, reason, members }: Pick<Happening, "kind" | "orElse" | "keys" | "reason" | "members">,
): Happening {
  const { class: name, source, logger, message } = event;
  // Each event makes one: an object that is spread and added to takes V8 several times as long.
  return {
    kind,
    orElse,
    keys,
    reason,
    members: members.length === 0 ? NO_MEMBERS : members.slice(0, MOST_MEMBERS).map(keptMember),
    time: event.time?.milliseconds,
    file,
    line: event.record.line,
    thread: interned(event.thread ?? ""),
    source: interned(source ?? name ?? logger ?? event.thrown[0]?.class ?? ""),
    values: keptValues(message),
    thrown: event.thrown.length === 0 ? NOTHING : event.thrown.slice(-MOST_THROWN).map((each) => interned(each.class)),
  };
}

const NOTHING: readonly string[] = [];
const NO_MEMBERS: readonly PrintedMember[] = [];

const keptMember = ({ host, port, alive, leaving, domain }: PrintedMember): PrintedMember => ({
  host: interned(host),
  port,
  alive,
  leaving,
  domain: interned(domain),
});

function keptValues(message: string): readonly string[] {
  const values: string[] = [];
  for (const value of valuesIn(message)) {
    if (values.length === MOST_VALUES) break;
    if (value !== "" && !value.includes("tcp://")) values.push(kept(value, LONGEST_VALUE));
  }
  return values.length === 0 ? NOTHING : values;
}

/** Where it is logged: `logs/catalina.out:17`. */
export function placeInLog({ file, line }: Happening): string {
  return `${file.path}:${line}`;
}

export function memberName({ host, port }: { readonly host: string; readonly port: number }): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
