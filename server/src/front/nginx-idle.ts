import { type Span, at as spot } from "../base/span.ts";
import type { IdleConnections } from "./model.ts";
import type { Directive } from "./tokens.ts";
import { settingOf } from "./written.ts";

/** What a block says of the connections to backends; undefined where it says nothing of it. */
interface Level {
  readonly isOpen: boolean;
  readonly isNewer: boolean | undefined;
  /** True where it takes the header that ends a connection away; a block with headers inherits none. */
  readonly clears: boolean | undefined;
}

const levels = new WeakMap<Directive, Level>();

/** Looked for once: a block may hold thousands of locations. */
function levelOf(directive: Directive): Level {
  const known = levels.get(directive);
  if (known) return known;
  let level: Level = { isOpen: false, isNewer: undefined, clears: undefined };
  for (const { name, args } of directive.block ?? []) {
    const [first, second] = args;
    if (name.text === "include" && !/mime\.types$/.test(first?.text ?? "")) level = { ...level, isOpen: true };
    else if (name.text === "proxy_http_version") level = { ...level, isNewer: first?.text === "1.1" };
    else if (name.text === "proxy_set_header") {
      const clears = first?.text.toLowerCase() === "connection" && second?.text === "";
      level = { ...level, clears: level.clears || clears };
    }
  }
  levels.set(directive, level);
  return level;
}

/**
 * True where a `proxy_pass` within some blocks certainly keeps the connection behind its request. What a block says takes
 * the place of what is said around it, and so may what it includes.
 */
export function keepsConnection(around: readonly Directive[]): boolean {
  let isNewer: boolean | undefined;
  let clears: boolean | undefined;
  for (const level of around.map(levelOf).toReversed()) {
    if (level.isOpen) return false;
    isNewer ??= level.isNewer;
    clears ??= level.clears;
    if (isNewer !== undefined && clears !== undefined) return isNewer && clears;
  }
  return false;
}

/** nginx closes what is idle for so long, in seconds, where nothing else is written. */
const USUAL = 60;

/**
 * How long an upstream with `keepalive` keeps connections.
 *
 * Source: nginx's documentation of ngx_http_upstream_module; ngx_http_upstream_free_keepalive_peer.
 */
export function idleIn(upstream: Directive, text: string): IdleConnections | undefined {
  const known = idles.get(upstream);
  if (known !== undefined) return known ?? undefined;
  const found = readIdle(upstream, text);
  idles.set(upstream, found ?? null);
  return found;
}

/** Read once: a map may choose an upstream again and again. */
const idles = new WeakMap<Directive, IdleConnections | null>();

function readIdle({ block = [] }: Directive, text: string): IdleConnections | undefined {
  const last = (directive: string) => block.findLast(({ name }) => name.text === directive);
  const keepalive = last("keepalive");
  if (!keepalive || !/^[1-9]\d*$/.test(keepalive.args[0]?.text ?? "")) return undefined;
  const timeout = last("keepalive_timeout");
  const [value] = timeout?.args ?? [];
  const seconds = timeout ? secondsOf(value?.text) : USUAL;
  if (seconds === undefined || seconds === 0) return undefined;
  return {
    seconds,
    isWritten: timeout !== undefined,
    at: timeout?.at ?? keepalive.at,
    keepFor: (most) => settingOf(`${most}s`, value?.at, behind(keepalive.at, text)),
  };
}

/** A directive behind another one, in its line. */
function behind({ end }: Span, text: string): Parameters<typeof settingOf>[2] {
  const semicolon = /^\s*;/.exec(text.slice(end, end + 100))?.[0];
  if (semicolon === undefined) return undefined;
  return { at: spot(end + semicolon.length).start, form: (each) => ` keepalive_timeout ${each};` };
}

const UNITS: Readonly<Record<string, number>> = { "": 1, ms: 0.001, s: 1, m: 60, h: 3600, d: 86_400 };

/** A time of one unit: `75`, `75s`, `2m`; undefined for any other. */
function secondsOf(text: string | undefined): number | undefined {
  const [, digits, unit = ""] = /^(\d{1,9})(ms|[smhd]?)$/.exec(text ?? "") ?? [];
  const factor = UNITS[unit];
  return digits === undefined || factor === undefined ? undefined : Number(digits) * factor;
}
