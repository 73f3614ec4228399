import type { CookieChanges } from "./cookies.ts";
import type { TlsEnd } from "./model.ts";
import { type Directive, everyDirective } from "./tokens.ts";

/** Where TLS ends in the sections of a file. */
export class TlsReading {
  readonly #told: Pick<TlsEnd, "isTold" | "tellsAddress">;
  readonly #isSure: boolean;
  readonly #endsIt: (directive: Directive) => boolean;
  /** By section, looked for once: a section may pass on to thousands. */
  readonly #ends = new Map<Directive, TlsEnd | undefined>();

  /** @param endsIt true for a directive by which its section speaks TLS */
  constructor(directives: readonly Directive[], cookies: CookieChanges, endsIt: (directive: Directive) => boolean) {
    this.#endsIt = endsIt;
    this.#isSure = !cookies.secure;
    this.#told = toldBy(directives);
  }

  /** The end of TLS in a section; undefined without one, and where cookies may be changed on their way back. */
  endIn(section: Directive | undefined): TlsEnd | undefined {
    if (!section || !this.#isSure) return undefined;
    if (this.#ends.has(section)) return this.#ends.get(section);
    const found = section.block?.find(this.#endsIt);
    const end = found && { at: found.at, ...this.#told };
    this.#ends.set(section, end);
    return end;
  }
}

/** Debian's file for nginx, which sets both headers. */
const PROXY_PARAMS = /(?:^|\/)proxy_params$/;

function toldBy(directives: readonly Directive[]): Pick<TlsEnd, "isTold" | "tellsAddress"> {
  let isTold = false;
  let tellsAddress = false;
  for (const { directive } of everyDirective(directives)) {
    const both = isNamed(directive, /^include$/) && PROXY_PARAMS.test(directive.args[0]?.text ?? "");
    isTold ||= both || setsHeader(directive, /^x-forwarded-proto\b/i);
    tellsAddress ||= both || setsAddress(directive);
  }
  return { isTold, tellsAddress };
}

/**
 * httpd adds the client's address to X-Forwarded-For by itself, and RemoteIpValve takes the last one that is no proxy's.
 * The others pass on what a client sends unless they are told to add, to set or to drop it.
 *
 * Source: proxy_http's ap_proxy_create_hdrbrgd (proxy_util.c, 2.4); runs with nginx and HAProxy.
 */
function setsAddress(directive: Directive): boolean {
  const [first] = directive.args;
  if (isNamed(directive, /^(?:proxypass|balancermember)$/i)) return true;
  if (isNamed(directive, /^option$/)) return first?.text === "forwardfor";
  return (
    setsHeader(directive, /^x-forwarded-for\b/i) && !directive.args.some(({ text }) => text === "$http_x_forwarded_for")
  );
}

/** `RequestHeader`, `proxy_set_header`, `http-request set-header`. */
function setsHeader(directive: Directive, header: RegExp): boolean {
  return (
    isNamed(directive, /^(?:requestheader|proxy_set_header|http-request|reqadd)$/i) &&
    directive.args.some(({ text }) => header.test(text))
  );
}

function isNamed({ name }: Directive, names: RegExp): boolean {
  return names.test(name.text);
}
