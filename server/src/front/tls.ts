import type { CookieChanges } from "./cookies.ts";
import type { TlsEnd } from "./model.ts";
import { type Directive, everyDirective } from "./tokens.ts";

/** Where TLS ends in the sections of a file. */
export class TlsReading {
  readonly #isTold: boolean;
  readonly #isSure: boolean;
  readonly #endsIt: (directive: Directive) => boolean;
  /** By section, looked for once: a section may pass on to thousands. */
  readonly #ends = new Map<Directive, TlsEnd | undefined>();

  /** @param endsIt true for a directive by which its section speaks TLS */
  constructor(directives: readonly Directive[], cookies: CookieChanges, endsIt: (directive: Directive) => boolean) {
    this.#endsIt = endsIt;
    this.#isSure = !cookies.secure;
    this.#isTold = tellsScheme(directives);
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

function tellsScheme(directives: readonly Directive[]): boolean {
  for (const { directive } of everyDirective(directives)) if (setsScheme(directive)) return true;
  return false;
}

/** `RequestHeader`, `proxy_set_header`, `http-request set-header`. */
function setsScheme({ name, args }: Directive): boolean {
  return (
    /^(?:requestheader|proxy_set_header|http-request|reqadd)$/i.test(name.text) &&
    args.some(({ text }) => /^x-forwarded-proto\b/i.test(text))
  );
}
