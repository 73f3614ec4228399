import type { TlsEnd } from "./model.ts";
import { type Directive, everyDirective } from "./tokens.ts";

/** Files that come with the products or with certbot, and are known to change no cookie. */
const HARMLESS = /(?:^|\/)(?:mime\.types|(?:proxy|fastcgi|scgi|uwsgi)_params|options-ssl-(?:apache|nginx)\.conf)$/;

/** Where TLS ends in the sections of a file. */
export class TlsReading {
  readonly #isTold: boolean;
  readonly #isSure: boolean;
  readonly #endsIt: (directive: Directive) => boolean;
  /** By section, looked for once: a section may pass on to thousands. */
  readonly #ends = new Map<Directive, TlsEnd | undefined>();

  /** @param endsIt true for a directive by which its section speaks TLS */
  constructor(directives: readonly Directive[], endsIt: (directive: Directive) => boolean) {
    this.#endsIt = endsIt;
    let isTold = false;
    let isSure = true;
    for (const { directive } of everyDirective(directives)) {
      if (setsScheme(directive)) isTold = true;
      if (mayChangeCookies(directive)) isSure = false;
    }
    this.#isTold = isTold;
    this.#isSure = isSure;
  }

  /** The end of TLS in a section; undefined without one, and where cookies may be changed on their way back. */
  endIn(section: Directive | undefined): TlsEnd | undefined {
    if (!section || !this.#isSure) return undefined;
    if (this.#ends.has(section)) return this.#ends.get(section);
    const found = section.block?.find(this.#endsIt);
    const end = found && { at: found.at, isTold: this.#isTold };
    this.#ends.set(section, end);
    return end;
  }
}

/** `RequestHeader`, `proxy_set_header`, `http-request set-header`. */
function setsScheme({ name, args }: Directive): boolean {
  return (
    /^(?:requestheader|proxy_set_header|http-request|reqadd)$/i.test(name.text) &&
    args.some(({ text }) => /^x-forwarded-proto\b/i.test(text))
  );
}

/** An included file may do what this one does not. */
function mayChangeCookies({ name, args }: Directive): boolean {
  const directive = name.text.toLowerCase();
  if (/^(?:include(?:optional)?|use)$/.test(directive)) return !args.every(({ text }) => HARMLESS.test(text));
  if (/^proxy_cookie_flags$|^header_filter|_by_lua/.test(directive)) return true;
  const written = args.map(({ text }) => text.toLowerCase());
  if (/cookie_?path$/.test(directive)) return written.some((text) => text.includes("secure"));
  return written.some((text) => text.includes("set-cookie"));
}
