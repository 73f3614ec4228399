import type { LogEvent, Thrown } from "./event.ts";
import type { Kind } from "./kinds/kind.ts";
import type { Reason } from "./reasons.ts";
import { type LogMember, valuesIn } from "./values.ts";

/** An event of the cluster, as much of it as is kept. */
export interface Happening {
  readonly kind: Kind;
  /** Other kinds it may be as well, where the log's layout leaves out what tells. */
  readonly orElse: readonly Kind[];
  readonly keys: readonly string[];
  /** Milliseconds as LogTime has them; undefined in layouts without a time. */
  readonly time: number | undefined;
  /** The file's index among those of the node, and the line in it from 1. */
  readonly file: number;
  readonly line: number;
  readonly thread: string;
  /** Class and method, or the logger. */
  readonly source: string;
  /** What its message has in brackets besides members: an application, a file, milliseconds. */
  readonly values: readonly string[];
  readonly thrown: readonly Thrown[];
  readonly reason: Reason | undefined;
  readonly members: readonly LogMember[];
}

/** Some messages print whole objects. */
const LONGEST_VALUE = 120;
const MOST_VALUES = 4;

export function happeningOf(
  event: LogEvent,
  file: number,
  what: Pick<Happening, "kind" | "orElse" | "keys" | "reason" | "members">,
): Happening {
  const { class: name, method, logger, message } = event;
  return {
    ...what,
    time: event.time?.milliseconds,
    file,
    line: event.record.line,
    thread: event.thread ?? "",
    source: name === undefined ? (logger ?? "") : `${name}.${method}`,
    values: valuesIn(message)
      .filter((value) => value !== "" && !value.includes("tcp://"))
      .slice(0, MOST_VALUES)
      .map((value) => (value.length > LONGEST_VALUE ? `${value.slice(0, LONGEST_VALUE)}…` : value)),
    thrown: event.thrown.slice(-3),
  };
}

export function nameOf({ host, port }: { readonly host: string; readonly port: number }): string {
  return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
