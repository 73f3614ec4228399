import { type Directive, everyDirective } from "./tokens.ts";

/** Files that come with the products or with certbot, and are known to change no cookie. */
const HARMLESS = /(?:^|\/)(?:mime\.types|(?:proxy|fastcgi|scgi|uwsgi)_params|options-ssl-(?:apache|nginx)\.conf)$/;

/** What of the nodes' cookies a balancer may change on their way back. */
export interface CookieChanges {
  readonly path: boolean;
  readonly secure: boolean;
}

/** Looks at all directives of a file: which of them apply where is more than a reader can tell. */
export function cookieChangesIn(directives: readonly Directive[]): CookieChanges {
  let [path, secure] = [false, false];
  for (const { directive } of everyDirective(directives)) {
    const change = changeBy(directive);
    if (change === "path" || change === "any") path = true;
    if (change === "secure" || change === "any") secure = true;
  }
  return { path, secure };
}

/** An included file may do what this one does not. */
function changeBy({ name, args }: Directive): "path" | "secure" | "any" | undefined {
  const directive = name.text.toLowerCase();
  const written = args.map(({ text }) => text.toLowerCase());
  if (/^(?:include(?:optional)?|use)$/.test(directive)) {
    return args.every(({ text }) => HARMLESS.test(text)) ? undefined : "any";
  }
  if (directive === "proxy_cookie_flags") return "secure";
  if (/cookie_?path$/.test(directive)) return written.some((text) => text.includes("secure")) ? "any" : "path";
  const free = /^header_filter|_by_lua/.test(directive) || written.some((text) => text.includes("set-cookie"));
  return free ? "any" : undefined;
}
