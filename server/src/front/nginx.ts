import { span } from "../base/span.ts";
import { cookieChangesIn } from "./cookies.ts";
import type { Affinity, Balancer, BalancerMember, MovedPath, TlsEnd } from "./model.ts";
import { idleIn, keepsConnection } from "./nginx-idle.ts";
import { nginxDirectives } from "./nginx-syntax.ts";
import { TlsReading } from "./tls.ts";
import { type Directive, everyDirective, type Word } from "./tokens.ts";
import { isPlain, linesBehind, plainPath, readAddress, settingOf } from "./written.ts";

/** Directives of an upstream that say nothing of who gets a request, or choose without looking at who sent it. */
const NEUTRAL = new Set([
  "server",
  "zone",
  "state",
  "keepalive",
  "keepalive_requests",
  "keepalive_time",
  "keepalive_timeout",
  "least_conn",
  "least_time",
  "random",
  "queue",
  "resolver",
  "resolver_timeout",
  "ntlm",
  "max_conns",
  "check",
  "check_http_send",
  "check_http_expect_alive",
]);

/**
 * The upstreams of nginx, and its backends that are in none. A `map` over the session cookie that chooses an upstream by
 * the end of the session id makes its upstreams one balancer.
 *
 * Source: nginx's documentation of ngx_http_upstream_module, ngx_http_map_module and ngx_http_proxy_module.
 */
export function readNginx(text: string): readonly Balancer[] {
  const upstreams = new Map<string, { readonly directive: Directive; readonly word: Word }>();
  const maps: Directive[] = [];
  const passes: Parameters<typeof singleOf>[0][] = [];
  const uses = new Uses();
  const directives = nginxDirectives(text);
  const cookies = cookieChangesIn(directives);
  const tls = new TlsReading(directives, cookies, endsTls);
  const passed = new Map<string, { tls: TlsEnd | undefined; readonly moved: MovedPath[]; keeps: boolean }>();
  for (const { directive, around } of everyDirective(directives)) {
    const [first] = directive.args;
    const { text: name } = directive.name;
    const stream = around.some((each) => each.name.text === "stream");
    if (name === "upstream" && first && directive.block) {
      upstreams.set(first.text, { directive, word: first });
      if (stream) uses.add(first.text, "stream");
    } else if (name === "map" && directive.block) maps.push(directive);
    else if (name === "proxy_pass" && first && !stream) {
      const match = /^(https?):\/\/([^/]+)/.exec(first.text);
      if (match) uses.add(match[2] ?? "", match[1] ?? "");
      const end = tls.endIn(around.findLast((each) => each.name.text === "server"));
      const path = cookies.path ? undefined : movedPath(directive, around.at(-1), text);
      passes.push({ word: first, tls: end, moved: path ? [path] : [] });
      const target = match?.[2];
      if (target === undefined) continue;
      const known = passed.get(target) ?? { tls: undefined, moved: [], keeps: true };
      passed.set(target, known);
      known.tls ??= end;
      known.keeps &&= keepsConnection(around);
      if (path) known.moved.push(path);
    } else if (name.endsWith("_pass") && first) uses.add(first.text.replace(/^\w+:\/\//, ""), name);
  }
  const routed = maps.flatMap((map) => routesOf(map, upstreams, { passed, text }));
  const inMap = new Set(routed.flatMap(({ names }) => [...names]));
  return [
    ...[...upstreams]
      .filter(([name]) => !inMap.has(name) && uses.isOfWeb(name))
      .map(([name, each]) =>
        upstreamOf(name, each, { text, protocol: uses.protocolOf(name), around: aroundOf(name, passed) }),
      ),
    ...routed.map(({ balancer }) => balancer),
    ...passes.flatMap((each) => singleOf(each, upstreams)),
  ];
}

/** What is around the directives that use a balancer. */
type Around = Pick<Balancer, "tls" | "moved"> & {
  /** True where they all keep the connection behind a request. */
  readonly keeps: boolean;
};

/** By the host of `proxy_pass`: an address, the name of an upstream or a variable. */
type AllAround = ReadonlyMap<string, Around>;

function aroundOf(target: string, passed: AllAround): Around {
  return passed.get(target) ?? { tls: undefined, moved: [], keeps: false };
}

/**
 * `location /shop/ { proxy_pass http://host/webshop/; }`, without a `rewrite` beside it. Without a path in the address, the
 * path stays as it is.
 */
function movedPath(
  { args, at: { end } }: Directive,
  location: Directive | undefined,
  text: string,
): MovedPath | undefined {
  const [url] = args;
  const target = /^https?:\/\/[^/]+(\/.*)?$/.exec(url?.text ?? "");
  const [first, second] = location?.args ?? [];
  const outside = first?.text === "^~" ? second?.text : second ? undefined : first?.text;
  if (!url || !target || location?.name.text !== "location" || !outside?.startsWith("/")) return undefined;
  const inside = target[1] ?? outside;
  if (inside.includes("$") || location.block?.some(({ name }) => name.text === "rewrite")) return undefined;
  const semicolon = /^\s*;/.exec(text.slice(end, end + 100))?.[0];
  return {
    outside: plainPath(outside),
    inside: plainPath(inside),
    at: url.at,
    moveCookies: (from, to) =>
      semicolon !== undefined && isPlain(from) && isPlain(to)
        ? linesBehind(text, end + semicolon.length, cookiePaths(from, to))
        : undefined,
  };
}

/**
 * nginx replaces the beginning of a path: of `/webshop/`, which older Tomcats write, `//` would be left, a path of no
 * address. The first line that fits counts.
 */
function cookiePaths(from: string, to: string): readonly string[] {
  const whole = `proxy_cookie_path ${from} ${to};`;
  return to.endsWith("/") ? [`proxy_cookie_path ${from}/ ${to};`, whole] : [whole];
}

function endsTls({ name, args: [first, ...more] }: Directive): boolean {
  return (
    (name.text === "listen" && more.some(({ text }) => text === "ssl")) || (name.text === "ssl" && first?.text === "on")
  );
}

/** What the upstreams of a file are used for: http, https, stream, or another protocol by its directive. */
class Uses {
  readonly #byName = new Map<string, Set<string>>();

  add(name: string, use: string): void {
    const known = this.#byName.get(name);
    if (known) known.add(use);
    else this.#byName.set(name, new Set([use]));
  }

  /** False where all that a file says of it is that no web server is behind it. */
  isOfWeb(name: string): boolean {
    const uses = this.#byName.get(name);
    return !uses || uses.has("http") || uses.has("https");
  }

  /** Undefined where the file does not tell, or tells of both. */
  protocolOf(name: string): "http" | "https" | undefined {
    const uses = this.#byName.get(name);
    if (uses?.has("http") === uses?.has("https")) return undefined;
    return uses?.has("http") ? "http" : "https";
  }
}

function upstreamOf(
  name: string,
  { directive, word }: { readonly directive: Directive; readonly word: Word },
  {
    text,
    protocol,
    around,
  }: { readonly text: string; readonly protocol: BalancerMember["protocol"]; readonly around: Around },
): Balancer {
  const { block = [] } = directive;
  const idle = around.keeps ? idleIn(directive, text) : undefined;
  return {
    product: "nginx",
    name,
    at: word.at,
    members: block
      .filter((each) => each.name.text === "server")
      .map((each) => memberOf(each, { route: undefined, protocol, idle })),
    affinity: affinityOf(block),
    tls: around.tls,
    moved: around.moved,
    whole: block.every((each) => each.name.text !== "include" && each.name.text !== "state"),
  };
}

function affinityOf(block: readonly Directive[]): Affinity {
  for (const { name, args, at } of block) {
    const [first] = args;
    if (name.text === "ip_hash") return { kind: "client", at };
    if (name.text === "hash" && /^\$(?:binary_)?remote_addr$/.test(first?.text ?? "")) return { kind: "client", at };
    if (name.text === "sticky" && /^(?:cookie|learn)$/.test(first?.text ?? "")) return { kind: "own", at };
    if (name.text === "session_sticky") return { kind: "own", at };
    if (!NEUTRAL.has(name.text)) return { kind: "unknown" };
  }
  return { kind: "none" };
}

function memberOf(
  directive: Directive,
  { route, protocol, idle }: Pick<BalancerMember, "route" | "protocol" | "idle">,
): BalancerMember {
  const [address] = directive.args;
  const known = address && !address.text.includes("$") && !address.text.startsWith("unix:");
  const { host, port } = readAddress(known ? address : { text: "?/", at: directive.at });
  return {
    name: address?.text ?? directive.name.text,
    at: directive.at,
    host,
    port: port ?? (host && { number: 80, at: host.at }),
    protocol,
    route,
    routeImplied: false,
    secret: undefined,
    standby: directive.args.some(({ text }) => text === "backup" || text === "down"),
    idle,
    set: (what, value) => (what === "route" ? settingOf(value, route?.at, undefined) : undefined),
  };
}

const firsts = new WeakMap<Directive, Directive | null>();

/** The first server of an upstream that is no backup, looked for once: a map may choose it again and again. */
function firstOf(upstream: Directive): Directive | undefined {
  const known = firsts.get(upstream);
  if (known !== undefined) return known ?? undefined;
  const found = upstream.block?.find(
    ({ name, args }) => name.text === "server" && !args.some(({ text }) => text === "backup" || text === "down"),
  );
  firsts.set(upstream, found ?? null);
  return found;
}

/** The end of a session id in a pattern of a map: `~\.node1$`, `~*\.node1$`, `~^[^.]+\.node1$`. */
const ENDING = /^(~\*?(?:\^?(?:\.[+*]|\[\^\.\][+*]))?\\\.)([\w-]+)\$$/;

/**
 * The balancer a map makes of the upstreams it chooses from: each stands for its first server that is no backup. Nothing
 * where the map is about something else.
 */
function routesOf(
  { args: [source, variable], block = [] }: Directive,
  upstreams: ReadonlyMap<string, { readonly directive: Directive }>,
  { passed, text }: { readonly passed: AllAround; readonly text: string },
): readonly { readonly balancer: Balancer; readonly names: ReadonlySet<string> }[] {
  const cookie = /^\$cookie_(\w+)$/.exec(source?.text ?? "")?.[1];
  if (!source || cookie === undefined) return [];
  const { tls, moved, keeps } = aroundOf(variable?.text ?? "", passed);
  const members: BalancerMember[] = [];
  const names = new Set<string>();
  const idleOf = (upstream: Directive) => (keeps ? idleIn(upstream, text) : undefined);
  for (const {
    name,
    args: [target],
  } of block) {
    const upstream = upstreams.get(target?.text ?? "");
    const match = ENDING.exec(name.text);
    if (!upstream || !target) continue;
    names.add(target.text);
    const first = firstOf(upstream.directive);
    if (!match || !first) continue;
    const [, before = "", route = ""] = match;
    const quoted = name.at.end - name.at.start - name.text.length >= 2 ? 1 : 0;
    const start = name.at.start + quoted + before.length;
    // `proxy_pass` has a variable there: whether it says https, no file tells.
    const written = { text: route, at: span(start, start + route.length) };
    members.push(memberOf(first, { route: written, protocol: undefined, idle: idleOf(upstream.directive) }));
  }
  if (members.length === 0) return [];
  const at = span(source.at.end - cookie.length, source.at.end);
  return [
    {
      names,
      balancer: {
        product: "nginx",
        name: source.text,
        at: source.at,
        members,
        // nginx compares names of cookies without case.
        affinity: { kind: "route", at: source.at, cookie: { text: cookie, at }, parameter: undefined },
        tls,
        moved,
        whole: block.every((each) => each.name.text !== "include"),
      },
    },
  ];
}

/** `proxy_pass http://host:port` without an upstream. */
function singleOf(
  { word, tls, moved }: Pick<Balancer, "tls" | "moved"> & { readonly word: Word },
  upstreams: ReadonlyMap<string, unknown>,
): readonly Balancer[] {
  const match = /^(https?):\/\/([^/$]+)(?:\/.*)?$/.exec(word.text);
  const address = readAddress({ text: match?.[2] ?? "?/", at: word.at });
  const protocol = match?.[1] === "https" ? "https" : "http";
  if (!address.host || upstreams.has(match?.[2] ?? "")) return [];
  const member: BalancerMember = {
    name: word.text,
    at: word.at,
    host: address.host,
    port: address.port ?? { number: protocol === "https" ? 443 : 80, at: word.at },
    protocol,
    route: undefined,
    routeImplied: false,
    secret: undefined,
    standby: false,
    // Without an upstream it keeps no connection, before 1.29.7.
    idle: undefined,
    set: () => undefined,
  };
  return [
    {
      product: "nginx",
      name: word.text,
      at: word.at,
      members: [member],
      affinity: { kind: "unknown" },
      tls,
      moved,
      whole: true,
    },
  ];
}
