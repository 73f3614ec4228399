import { type OneLine, oneLineIn, sourceOf } from "./headers.ts";
import { LEVEL_WORDS, type LogLevel, levelOf } from "./levels.ts";
import type { LogRecord } from "./record.ts";
import { type LogTime, timeOf } from "./time.ts";

/** An exception in a record: the outermost first, followed by its causes. */
export interface Thrown {
  /** `java.net.BindException`. */
  readonly class: string;
  readonly message: string;
}

/** The content of a record, independent of its layout. */
export interface LogEvent {
  readonly record: LogRecord;
  readonly time: LogTime | undefined;
  /** Undefined for a word that is no level in any of Java's languages. */
  readonly level: LogLevel | undefined;
  readonly thread: string | undefined;
  /** The class in JULI's layouts; undefined in layouts that name a logger only. */
  readonly class: string | undefined;
  readonly method: string | undefined;
  /** Class and method with a point between them, where both are there. */
  readonly source: string | undefined;
  /** The logger, as printed: log4j2 and logback may abbreviate it (`o.a.c.h.tcp.SimpleTcpCluster`). */
  readonly logger: string | undefined;
  readonly message: string;
  readonly thrown: readonly Thrown[];
  /** The lines of its stack trace, as far as they are kept; `framesOf` reads them. */
  readonly trace: readonly string[];
}

const STAMP = String.raw`((?:\d{2}-[A-Z][a-z]{2}-\d{4} |\d{4}-\d{2}-\d{2}[ T])?\d{2}:\d{2}:\d{2}(?:[.,]\d+)?(?:\s?(?:Z|[+-]\d{2}(?::?\d{2})?))?)`;
const LEVEL = `(${[...LEVEL_WORDS, String.raw`\S+`].join("|")})`;

/** JULI's OneLineFormatter, also with a zone or a level of several words, which `oneLineIn` leaves to it. */
const ONE_LINE = new RegExp(String.raw`^${STAMP} ${LEVEL} \[(.*?)\] ((?:[\w$]+\.)+[\w$<>]+) (.*)$`, "s");
/** What stands between logger and text in the patterns of others: then it is a logger, and no class with its method. */
const LOGGER_ENDS = /^[-:] /;
/** `time [thread] LEVEL logger - text`: logback's own, and log4j2's. */
const THREAD_FIRST = new RegExp(String.raw`^${STAMP} \[(.*?)\] ([A-Z]+) +([\w.$]+)(?:\s+\[[^\]]*\])? -? ?(.*)$`, "s");
/** `time LEVEL [thread] logger - text`, and Spring Boot's `time LEVEL pid --- [thread] logger : text`. */
const LEVEL_FIRST = new RegExp(
  String.raw`^${STAMP} +([A-Z]+) +(?:\d+ --- )?(?:\[[^\]]*\] )?\[(.*?)\] ([\w.$]+)(?:\[[^\]]*\])? *[-:] (.*)$`,
  "s",
);
const SIMPLE = /^(\S+ \d{2}, \d{4} \d{1,2}:\d{2}:\d{2} .+?) ((?:[\w$]+\.)*[\w$]+)(?: ([\w$<>]+))?$/;
const SIMPLE_TEXT = /^([^:]{1,40}): (.*)$/s;
/** A frame with or without `at`, with the module or class loader before its class. */
const FRAME = /^\s+(?:at )?(?:[\w.@-]*\/)*((?:[\w$]+\.)+[\w$<>]+)\(/;
const EXCEPTION = /^\s*(?:Caused by: |Suppressed: )?((?:[a-z_$][\w$]*\.)+[A-Z][\w$]*)(?:: (.*))?$/s;

/**
 * Reads a record; undefined where its lines have no header that is known.
 *
 * @param toText makes text of bytes, a character each
 */
export function eventOf(record: LogRecord, toText: (bytes: string) => string): LogEvent | undefined {
  const { texts } = record;
  // Most entries have one line.
  const [head = "", ...rest] = texts.length === 1 ? [toText(texts[0] ?? "")] : toText(texts.join("\n")).split("\n");
  switch (record.header) {
    case "json":
      return fromJson(record, head);
    case "simple":
      return fromTwoLines(record, head, rest);
    case "stamp":
      return fromOneLine(record, head, rest);
    case "verbatim":
      return fromMessage(record, head, rest);
    case "printed":
      return fromJava(record, head, rest);
    case "thrown":
    case "none":
      return undefined;
  }
}

function fromOneLine(record: LogRecord, head: string, rest: readonly string[]): LogEvent | undefined {
  const thrown = thrownIn(rest);
  const juli = oneLineIn(head) ?? oneLineOf(ONE_LINE.exec(head));
  if (juli && !LOGGER_ENDS.test(juli.message)) {
    // Most events come this way: an object that is put together of others takes V8 several times as long.
    return {
      record,
      time: timeOf(juli.time),
      level: levelOf(juli.level),
      thread: juli.thread,
      class: juli.source.class,
      method: juli.source.method,
      source: juli.source.text,
      logger: undefined,
      message: juli.message,
      thrown,
      trace: rest,
    };
  }
  const first = THREAD_FIRST.exec(head);
  const [, time = "", thread, level = "", logger, message = ""] = first ?? swapped(LEVEL_FIRST.exec(head)) ?? [];
  if (logger === undefined) return undefined;
  return {
    ...{
      record,
      time: timeOf(time),
      level: levelOf(level),
      thread,
      class: undefined,
      method: undefined,
      source: undefined,
    },
    ...{ logger, message, thrown, trace: rest },
  };
}

function oneLineOf(match: RegExpExecArray | null): OneLine | undefined {
  if (!match) return undefined;
  const [, time = "", level = "", thread = "", name = "", message = ""] = match;
  const source = sourceOf(name);
  return source && { time, level, thread, source, message };
}

function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] | undefined {
  if (!match) return undefined;
  const [whole, time, level, thread, logger, message] = match;
  return [whole, time, thread, level, logger, message];
}

function fromMessage(record: LogRecord, message: string, rest: readonly string[]): LogEvent {
  return {
    ...{ record, time: undefined, level: undefined, thread: undefined, class: undefined, method: undefined },
    ...{ source: undefined, logger: undefined, message, thrown: thrownIn(rest), trace: rest },
  };
}

/** What Java prints itself has neither time nor level; it may name the thread. */
function fromJava(record: LogRecord, head: string, rest: readonly string[]): LogEvent {
  const thread = /thread "(.*)"/.exec(head)?.[1];
  const said = /OutOfMemoryError: (.*)$/.exec(head)?.[1] ?? "";
  const thrown = [{ class: "java.lang.OutOfMemoryError", message: said }, ...thrownIn(rest)];
  return {
    ...{ record, time: undefined, level: "SEVERE", thread, class: undefined, method: undefined, source: undefined },
    ...{ logger: undefined, message: head, thrown, trace: rest },
  };
}

function fromTwoLines(record: LogRecord, head: string, rest: readonly string[]): LogEvent | undefined {
  const [, time = "", name, method] = SIMPLE.exec(head) ?? [];
  const [, level, message] = SIMPLE_TEXT.exec(rest[0] ?? "") ?? [];
  if (name === undefined || level === undefined || message === undefined) return undefined;
  return {
    ...{ record, time: timeOf(time), level: levelOf(level), thread: undefined, class: name, method },
    ...{
      source: method === undefined ? undefined : `${name}.${method}`,
      logger: undefined,
      message,
      thrown: thrownIn(rest.slice(1)),
      trace: rest,
    },
  };
}

function fromJson(record: LogRecord, head: string): LogEvent | undefined {
  let value: unknown;
  try {
    value = JSON.parse(head);
  } catch {
    return undefined;
  }
  if (typeof value !== "object" || value === null) return undefined;
  const fields = new Map(Object.entries(value));
  const text = (name: string) => {
    const field: unknown = fields.get(name);
    return typeof field === "string" ? field : undefined;
  };
  const name = text("class");
  const message = text("message");
  if (name === undefined || message === undefined) return undefined;
  const method = text("method");
  const throwable: unknown = fields.get("throwable");
  const lines = Array.isArray(throwable) ? throwable.filter((line) => typeof line === "string") : [];
  return {
    ...{ record, time: timeOf(text("time") ?? ""), level: levelOf(text("level") ?? ""), thread: text("thread") },
    ...{ class: name, method, source: method === undefined ? undefined : `${name}.${method}` },
    ...{ logger: undefined, message },
    // Its frames begin with a blank.
    thrown: thrownIn(lines.filter((line: string) => !line.startsWith(" "))),
    trace: lines,
  };
}

function thrownIn(lines: readonly string[]): readonly Thrown[] {
  if (lines.length === 0) return [];
  return lines.flatMap((line) => {
    const [, name, message = ""] = EXCEPTION.exec(line) ?? [];
    return name === undefined ? [] : [{ class: name, message }];
  });
}

let last: { readonly event: LogEvent; readonly frames: readonly string[] } | undefined;

/**
 * Class and method of an event's first frames: `org.apache.catalina.session.StandardSession.setAttribute`. They are read
 * when they are asked for, because few exceptions are told apart by them.
 */
export function framesOf(event: LogEvent): readonly string[] {
  if (last?.event !== event) last = { event, frames: event.trace.flatMap((line) => FRAME.exec(line)?.[1] ?? []) };
  return last.frames;
}
