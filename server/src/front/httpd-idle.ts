import type { Span } from "../base/span.ts";
import type { IdleConnections, Written } from "./model.ts";
import { type Directive, everyDirective } from "./tokens.ts";
import { settingOf } from "./written.ts";

/** Variables by which requests go over connections of their own. */
const APART = /\b(?:proxy-nokeepalive|proxy-initial-not-pooled|force-proxy-request-1\.0)\b/i;

/** Directives that bring others from elsewhere. */
const MORE = new Set(["include", "includeoptional", "use"]);

/**
 * False where something may keep requests from connections that others used: a variable, or a directive that sets up
 * backends elsewhere than where they are named.
 */
export function reusesConnections(directives: readonly Directive[]): boolean {
  for (const { directive, around } of everyDirective(directives)) {
    const name = directive.name.text.toLowerCase();
    if (MORE.has(name) || directive.args.some(({ text }) => APART.test(text))) return false;
    if (name !== "proxyset") continue;
    const section = around.findLast((each) => each.name.text.toLowerCase().startsWith("<proxy"));
    const isOfBalancer = [directive, section].some((each) => /^balancer:/i.test(each?.args[0]?.text ?? ""));
    if (!isOfBalancer) return false;
  }
  return true;
}

/**
 * How long a backend's connections wait for a request, by the parameters of its directive: without `ttl` they do so for
 * ever. `ping` asks first whether a connection is alive.
 *
 * Source: set_worker_param, ap_proxy_initialize_worker (mod_proxy.c, proxy_util.c), apr_reslist_acquire.
 */
export function idleOf(
  parameterOf: (name: string) => Written | undefined,
  { at, scheme }: { readonly at: Span; readonly scheme: string },
): IdleConnections | undefined {
  if (scheme !== "http" && scheme !== "ajp") return undefined;
  if (["disablereuse", "enablereuse", "ping"].some((each) => parameterOf(each))) return undefined;
  const ttl = parameterOf("ttl");
  const seconds = ttl === undefined ? Number.POSITIVE_INFINITY : secondsOf(ttl.text);
  if (seconds === undefined) return undefined;
  const missing = { at: at.end, form: (each: string) => ` ttl=${each}` };
  return {
    seconds,
    isWritten: ttl !== undefined,
    at: ttl?.at ?? at,
    keepFor: (most) => settingOf(`${most}`, ttl?.at, missing),
  };
}

function secondsOf(text: string | undefined): number | undefined {
  return /^[1-9]\d{0,8}$/.test(text ?? "") ? Number(text) : undefined;
}
