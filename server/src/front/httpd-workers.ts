import type { Span } from "../base/span.ts";
import { CONDITIONAL } from "./httpd-syntax.ts";
import type { Written } from "./model.ts";
import { type Directive, everyDirective, type Word } from "./tokens.ts";

/** What a file says of a backend elsewhere than where a ProxyPass names it. */
export interface WorkerSettings {
  /** The parameters, in their order; undefined where they may hold for a part of its requests only, or for none. */
  readonly words: readonly Word[] | undefined;
  /** The last directive that sets some. */
  readonly at: Span;
}

interface Setting {
  readonly words: readonly Word[];
  readonly at: Span;
  readonly url: string;
  readonly host: Directive | undefined;
  readonly sure: boolean;
}

/**
 * The parameters of single backends in `<Proxy "ajp://host:port/" …>` and `ProxySet`. They hold for each ProxyPass to
 * that URL behind them, and its own are left out: it shares a backend that is there already. The members of a balancer
 * are others.
 *
 * Source: proxysection, set_proxy_param and add_pass of mod_proxy.c, 2.4; run with 2.4.71, where those behind the
 * ProxyPass did not hold, for which the source gives no reason.
 */
export class WorkerReading {
  readonly #byAuthority = new Map<string, Setting[]>();

  constructor(directives: readonly Directive[], written: (word: Word | undefined) => Written | undefined) {
    for (const { directive, around } of everyDirective(directives)) {
      const name = directive.name.text.toLowerCase();
      if (name !== "<proxy" && name !== "proxyset") continue;
      const names = around.map((each) => each.name.text.toLowerCase());
      const section =
        name === "proxyset" ? around.findLast((_, index) => names[index]?.startsWith("<proxy")) : undefined;
      const named = section ?? directive;
      const words = named === directive ? directive.args.slice(1) : directive.args;
      const url = written(named.args[0])?.text;
      const authority = authorityOf(url);
      if (url === undefined || authority === undefined || words.length === 0) continue;
      const host = around.find((_, index) => names[index] === "<virtualhost");
      const sure = !names.some((each) => CONDITIONAL.has(each));
      const setting = { words, at: directive.at, url: plain(url), host, sure };
      this.#byAuthority.set(authority, [...(this.#byAuthority.get(authority) ?? []), setting]);
    }
  }

  /** Undefined where the file says nothing more of a backend than this ProxyPass, which stands in this virtual host. */
  of(url: string | undefined, pass: Directive, host: Directive | undefined): WorkerSettings | undefined {
    const found = this.#byAuthority.get(authorityOf(url) ?? "");
    const last = found?.at(-1);
    if (!found || !last || url === undefined) return undefined;
    const holds = found.every(
      (each) => each.sure && each.host === host && each.url === plain(url) && each.at.end <= pass.at.start,
    );
    return { words: holds ? found.flatMap(({ words }) => words) : undefined, at: last.at };
  }
}

/** `ajp://10.0.0.11:8009`; undefined for a balancer, a socket and what is no URL. */
function authorityOf(url: string | undefined): string | undefined {
  return /^(?:https?|ajp):\/\/[^/?]+/i.exec(url ?? "")?.[0].toLowerCase();
}

function plain(url: string): string {
  return url.endsWith("/") ? url.slice(0, -1) : url;
}
