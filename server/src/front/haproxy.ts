import { cookieChangesIn } from "./cookies.ts";
import { askedIn, checkOf, checkSettingsOf, NO_CHECKS } from "./haproxy-checks.ts";
import { haproxyDirectives } from "./haproxy-syntax.ts";
import type { Affinity, Balancer, BalancerMember, TlsEnd } from "./model.ts";
import { TlsReading } from "./tls.ts";
import type { Directive, Word } from "./tokens.ts";
import { readAddress } from "./written.ts";

/**
 * The backends of HAProxy: a section `backend` or `listen` with its servers, and what the `defaults` before it say.
 *
 * Source: HAProxy's configuration manual, "Proxies", "cookie", "stick", "balance", "server", 2.6.
 */
export function readHaproxy(text: string): readonly Balancer[] {
  const sections = haproxyDirectives(text);
  // A condition may leave out anything behind it.
  const conditional = /^[ \t]*\.if\b/m.test(text);
  const ends = tlsEnds(sections);
  const found: Balancer[] = [];
  let defaults: ByName = new Map();
  let checkDefaults = NO_CHECKS;
  for (const { name, args, at, block = [] } of sections) {
    const [title] = args;
    // Sorted once, because any number of backends may follow.
    if (name.text === "defaults") {
      defaults = byName(block);
      checkDefaults = checkSettingsOf(block);
    }
    if ((name.text !== "backend" && name.text !== "listen") || !title) continue;
    const inherited = args.some(({ text }) => text === "from") ? undefined : defaults;
    const servers = block.filter((each) => each.name.text === "server");
    if (servers.length === 0) continue;
    const own = byName(block);
    const mode = own.get("mode") ?? inherited?.get("mode");
    const checks = checkSettingsOf(block);
    const asked = conditional || !inherited ? undefined : askedIn(checks, checkDefaults);
    found.push({
      product: "haproxy",
      name: title.text,
      at: title.at ?? at,
      members: servers.map((each) => ({
        ...memberOf(each, mode?.args[0]?.text === "http"),
        check: checkOf(each, asked, checks, checkDefaults),
      })),
      affinity: conditional || !inherited ? { kind: "unknown" } : affinityOf(own, inherited, servers),
      // Paths are rewritten by rules of their own.
      moved: [],
      tls: conditional ? undefined : ends.get(title.text),
      whole: !conditional && !own.has("server-template"),
    });
  }
  return found;
}

/** Where TLS ends, by the name of the section that then gets the requests. */
function tlsEnds(sections: readonly Directive[]): ReadonlyMap<string, TlsEnd> {
  const tls = new TlsReading(
    sections,
    cookieChangesIn(sections),
    ({ name, args }) => name.text === "bind" && args.some(({ text }) => text === "ssl"),
  );
  const ends = new Map<string, TlsEnd>();
  for (const section of sections) {
    const { name, args, block = [] } = section;
    const end = name.text === "frontend" || name.text === "listen" ? tls.endIn(section) : undefined;
    if (!end) continue;
    const targets = block.filter((each) => each.name.text === "default_backend" || each.name.text === "use_backend");
    for (const word of [name.text === "listen" ? args[0] : undefined, ...targets.map((each) => each.args[0])]) {
      if (word && !ends.has(word.text)) ends.set(word.text, end);
    }
  }
  return ends;
}

/** The last directive of each name in a section: the one that counts. */
type ByName = ReadonlyMap<string, Directive>;

function byName(block: readonly Directive[]): ByName {
  return new Map(block.map((each) => [each.name.text, each]));
}

/** A balance that always sends the same client to the same server, while that answers. */
const BY_CLIENT = new Set(["source"]);
/** A balance that does not look at who sends. */
const IN_TURN = new Set(["roundrobin", "static-rr", "leastconn", "first", "random"]);

function affinityOf(own: ByName, defaults: ByName, servers: readonly Directive[]): Affinity {
  const cookie = own.get("cookie") ?? defaults.get("cookie");
  const stick = own.get("stick");
  if (stick) return { kind: "own", at: stick.at };
  if (own.has("appsession") || own.has("use-server")) return { kind: "unknown" };
  // A cookie finds only a server that has a value for it.
  if (cookie && servers.some((each) => valueAfter(each, "cookie"))) return { kind: "own", at: cookie.at };
  if (cookie && (own.has("dynamic-cookie-key") || defaults.has("dynamic-cookie-key"))) {
    return { kind: "own", at: cookie.at };
  }
  const balance = own.get("balance") ?? defaults.get("balance");
  const method = balance?.args[0]?.text ?? "roundrobin";
  if (balance && BY_CLIENT.has(method)) return { kind: "client", at: balance.at };
  return IN_TURN.has(method.replace(/\(.*/, "")) ? { kind: "none" } : { kind: "unknown" };
}

function valueAfter({ args }: Directive, name: string): Word | undefined {
  const place = args.findIndex(({ text }) => text === name);
  return place < 0 ? undefined : args[place + 1];
}

function memberOf(directive: Directive, http: boolean): BalancerMember {
  const [name, address, ...others] = directive.args;
  const text = address?.text.replace(/^ipv[46]@/, "") ?? "?/";
  const known = address && !/[$@]/.test(text);
  const { host, port } = readAddress(known ? { text, at: address.at } : { text: "?/", at: directive.at });
  const has = (word: string) => others.some((each) => each.text === word);
  return {
    name: name?.text ?? directive.name.text,
    at: directive.at,
    host,
    port,
    protocol: !http ? undefined : has("ssl") ? "https" : "http",
    route: undefined,
    routeImplied: false,
    secret: undefined,
    // Of weight 0 it gets only what sticks to it.
    standby: has("backup") || has("disabled") || valueAfter(directive, "weight")?.text === "0",
    // It closes them by pool-purge-delay, after 5 s where nothing is written: earlier than Tomcat does as a rule.
    idle: undefined,
    set: () => undefined,
  };
}
