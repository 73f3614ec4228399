import { type Span, span } from "../base/span.ts";
import { cookieChangesIn } from "./cookies.ts";
import { checkOf } from "./httpd-checks.ts";
import { idleOf, reusesConnections } from "./httpd-idle.ts";
import { CONDITIONAL, httpdDirectives } from "./httpd-syntax.ts";
import { WorkerReading, type WorkerSettings } from "./httpd-workers.ts";
import type { Affinity, Balancer, BalancerMember, MovedPath, TlsEnd, Written } from "./model.ts";
import { TlsReading } from "./tls.ts";
import { type Directive, everyDirective, type Word } from "./tokens.ts";
import { readWorkers, type WorkerProperty } from "./workers.ts";
import { filledIn, isPlain, linesBehind, plainPath, readAddress, settingOf } from "./written.ts";

const PORTS: Readonly<Record<string, number>> = { http: 80, https: 443, ajp: 8009 };
const BALANCER = /^balancer:\/\/([^/]+)/i;

/** A balancer while it is read. */
interface Draft {
  readonly name: string;
  at: Span;
  readonly members: BalancerMember[];
  /** The lbset of each member. */
  readonly sets: Map<BalancerMember, number>;
  /** What the addresses of its members add before each path; undefined where that cannot be known. */
  readonly paths: Set<string | undefined>;
  sticky: Written | undefined;
  /** True where a directive that uses it was seen: that may say how it sticks. */
  used: boolean;
  whole: boolean;
  tls: TlsEnd | undefined;
  readonly moved: MovedPath[];
}

/**
 * The balancers of mod_proxy_balancer and the single backends of mod_proxy, and those of mod_jk where httpd's own file
 * has its workers.
 *
 * Source: mod_proxy's documentation; set_balancer_param and set_worker_param (mod_proxy.c), find_session_route
 * (mod_proxy_balancer.c), 2.4.
 */
export function readHttpd(text: string): readonly Balancer[] {
  return new HttpdReading(text).balancers();
}

/** A directive with what its place says of it. */
interface Placed {
  readonly directive: Directive;
  /** The directive's name in lower case. */
  readonly name: string;
  readonly around: readonly Directive[];
  readonly host: Directive | undefined;
  /** False within a section that counts only under a condition. */
  readonly sure: boolean;
  /** The balancer of the Proxy section that holds it. */
  readonly here: Draft | undefined;
}

/** One walk through a file. */
class HttpdReading {
  readonly #text: string;
  readonly #directives: readonly Directive[];
  readonly #variables: ReadonlyMap<string, string>;
  readonly #drafts = new Map<string, Draft>();
  readonly #singles: Balancer[] = [];
  readonly #workers: WorkerProperty[] = [];
  /** True where the file changes the paths of cookies itself: then no path counts as moved. */
  readonly #changesPath: boolean;
  readonly #tls: TlsReading;
  readonly #members: MemberReading;
  readonly #workersOfUrls: WorkerReading;
  /** The cookies that httpd sets itself for the route it chose. */
  readonly #ownCookies = new Set<string>();
  /** True where a part of the file is elsewhere. */
  #open = false;

  constructor(text: string) {
    this.#text = text;
    this.#directives = httpdDirectives(text);
    this.#variables = definesIn(this.#directives);
    const cookies = cookieChangesIn(this.#directives);
    this.#changesPath = cookies.path;
    this.#tls = new TlsReading(this.#directives, cookies, endsTls);
    this.#members = { written: this.#written, reuses: reusesConnections(this.#directives) };
    this.#workersOfUrls = new WorkerReading(this.#directives, this.#written);
  }

  balancers(): readonly Balancer[] {
    for (const { directive, around } of everyDirective(this.#directives)) {
      const names = around.map((each) => each.name.text.toLowerCase());
      if (names.includes("<macro")) continue;
      const host = around.find((_, index) => names[index] === "<virtualhost");
      const proxy = around.findLast((_, index) => names[index] === "<proxy");
      const here = proxy && this.#draftNamedBy(proxy, host);
      const sure = !names.some((each) => CONDITIONAL.has(each));
      this.#take({ directive, name: directive.name.text.toLowerCase(), around, host, sure, here });
    }
    const found = [...this.#drafts.values()].filter(({ members }) => members.length > 0);
    return [...found.map((draft) => this.#finished(draft)), ...this.#singles, ...readWorkers(this.#workers)];
  }

  #take(placed: Placed): void {
    const { directive, name, host, here } = placed;
    if (name === "<proxy") this.#draftNamedBy(directive, host);
    else if (name === "balancermember") this.#takeMember(placed);
    else if (name === "proxyset" || name === "proxypass" || name === "proxypassmatch") this.#takeUse(placed);
    else if (name === "header") this.#takeHeader(directive);
    else if (name === "include" || name === "includeoptional" || name === "use") {
      if (here) here.whole = false;
      else this.#open = true;
    } else if (name === "jkworkerproperty") {
      const property = propertyIn(directive.args, this.#text);
      if (property) this.#workers.push(property);
    } else if (/^(?:rewriterule|sethandler|proxypassinherit)$/.test(name)) this.#takeMention(placed);
  }

  #takeMember({ directive, host, sure, here }: Placed): void {
    const named = this.#draftNamedBy(directive, host);
    const target = named ?? here;
    if (!target) return;
    if (!sure) target.whole = false;
    const args = directive.args.slice(named ? 1 : 0);
    const member = memberOf(directive, args, this.#members);
    const lbset = parameter(args, "lbset", this.#written);
    const set = lbset ? Number(lbset.text) : 0;
    if (Number.isNaN(set)) target.whole = false;
    target.members.push(member);
    target.paths.add(pathIn(this.#written(args[0])));
    target.sets.set(member, set);
  }

  /** `ProxySet` and `ProxyPass`: parameters of a balancer, or a backend without one. */
  #takeUse(placed: Placed): void {
    const { directive, name, host, sure, here } = placed;
    const url = directive.args.find((each) => BALANCER.test(this.#written(each)?.text ?? ""));
    const target = url ? this.#draftOf(this.#written(url), host, url.at) : name === "proxyset" ? here : undefined;
    if (!target) {
      if (name === "proxypass" && sure && !here) this.#takeSingle(placed);
      return;
    }
    if (name !== "proxyset") target.used = true;
    if (!sure) target.whole = false;
    target.tls ??= this.#tls.endIn(host);
    const path = name === "proxypass" ? this.#movedPath(placed) : undefined;
    if (path) target.moved.push(path);
    const sticky = parameter(directive.args, "stickysession", this.#written);
    if (sticky) target.sticky = sticky;
    // A balancer may be told by a variable what it does.
    if (directive.args.some((each) => this.#written(each)?.text === undefined)) target.whole = false;
  }

  #takeSingle(placed: Placed): void {
    const single = singleOf(placed.directive, this.#members, (url) =>
      this.#workersOfUrls.of(url, placed.directive, placed.host),
    );
    if (!single) return;
    const path = this.#movedPath(placed);
    this.#singles.push({ ...single, tls: this.#tls.endIn(placed.host), moved: path ? [path] : [] });
  }

  /** A `Header` that sets the cookie with the route. */
  #takeHeader({ args }: Directive): void {
    if (!args.some((each) => each.text.includes("BALANCER_WORKER_ROUTE"))) return;
    for (const each of args) {
      const cookie = /^([^=\s]+)=/.exec(each.text)?.[1];
      if (cookie !== undefined) this.#ownCookies.add(cookie);
    }
  }

  /** A directive that may send requests to a balancer. */
  #takeMention({ directive, host }: Placed): void {
    for (const { text, at } of directive.args) {
      const target = this.#draftOf({ text: text.replace(/^proxy:/i, ""), at }, host, at);
      if (!target) continue;
      target.used = true;
      target.tls ??= this.#tls.endIn(host);
    }
  }

  /** A word with its variables filled in. */
  readonly #written: Reading = (word) => (word ? expanded(word, this.#variables) : undefined);

  #movedPath({ directive, around }: Placed): MovedPath | undefined {
    if (this.#changesPath) return undefined;
    return movedPath(directive, around, { written: this.#written, text: this.#text });
  }

  /** The balancer that the first word of a directive names. */
  #draftNamedBy({ args: [url], at }: Directive, host: Directive | undefined): Draft | undefined {
    return this.#draftOf(this.#written(url), host, url?.at ?? at);
  }

  #draftOf(url: Written | undefined, host: Directive | undefined, at: Span): Draft | undefined {
    const found = BALANCER.exec(url?.text ?? "")?.[1];
    return found === undefined ? undefined : draftIn(this.#drafts, found, host, at);
  }

  #finished(draft: Draft): Balancer {
    return {
      product: "httpd",
      name: draft.name,
      at: draft.at,
      members: bySet(draft),
      affinity: affinityOf(draft, this.#ownCookies),
      tls: draft.tls,
      moved: movedBy(draft),
      whole: draft.whole && !this.#open,
    };
  }
}

/**
 * The members of a balancer; one whose lbset is not the lowest gets no requests while another answers
 * (ap_proxy_balancer_get_best_worker of mod_proxy_balancer.c).
 */
function bySet({ members, sets }: Draft): readonly BalancerMember[] {
  const active = members.flatMap((each) => (each.standby ? [] : [sets.get(each) ?? 0]));
  const lowest = active.reduce((least, each) => Math.min(least, each), Number.POSITIVE_INFINITY);
  return members.map((each) => ((sets.get(each) ?? 0) > lowest ? { ...each, standby: true } : each));
}

function affinityOf({ sticky, used, whole }: Draft, ownCookies: ReadonlySet<string>): Affinity {
  if (!sticky) return used && whole ? { kind: "none" } : { kind: "unknown" };
  if (sticky.text === undefined) return { kind: "unknown" };
  const [cookie = "", parameter = cookie] = sticky.text.split("|");
  if (ownCookies.has(cookie)) return { kind: "own", at: sticky.at };
  const part = (value: string, offset: number): Written => {
    const start = sticky.at.start + offset;
    return { text: value, at: span(start, start + value.length) };
  };
  const bar = sticky.text.indexOf("|");
  return { kind: "route", at: sticky.at, cookie: part(cookie, 0), parameter: part(parameter, bar < 0 ? 0 : bar + 1) };
}

/** `ProxyPass /shop balancer://name/webshop`; in a Location the path is that of the section. */
function movedPath(
  { args, at: { end } }: Directive,
  around: readonly Directive[],
  { written, text }: { readonly written: Reading; readonly text: string },
): MovedPath | undefined {
  const place = args.findIndex((each) => /^[a-z]+:\/\//i.test(written(each)?.text ?? ""));
  const url = args[place];
  const location = around.findLast((each) => each.name.text.toLowerCase() === "<location");
  const outside = written(place > 0 ? args[0] : location?.args[0])?.text;
  const inside = pathIn(written(url));
  if (!url || inside === undefined || !outside?.startsWith("/")) return undefined;
  return {
    outside: plainPath(outside),
    inside,
    at: url.at,
    moveCookies: (from, to) =>
      isPlain(from) && isPlain(to)
        ? linesBehind(text, end, [`ProxyPassReverseCookiePath "${from}" "${to}"`])
        : undefined,
  };
}

/** The path of an address: empty where it has none. */
function pathIn(url: Written | undefined): string | undefined {
  const match = /^[a-z]+:\/\/[^/]+(\/.*)?$/i.exec(url?.text ?? "");
  return match ? plainPath(match[1] ?? "") : undefined;
}

/** What is passed on to a balancer, with the path of its members before it: none where they differ. */
function movedBy({ paths, moved }: Draft): readonly MovedPath[] {
  const [path] = paths;
  if (paths.size > 1 || path === undefined) return [];
  return path === "" ? moved : moved.map((each) => ({ ...each, inside: path + each.inside }));
}

function endsTls({ name, args }: Directive): boolean {
  return name.text.toLowerCase() === "sslengine" && args[0]?.text.toLowerCase() === "on";
}

/** Names of balancers are compared without case, in each virtual host for itself. */
function draftIn(drafts: Map<string, Draft>, name: string, host: Directive | undefined, at: Span): Draft {
  const own = `${host?.at.start ?? ""} ${name.toLowerCase()}`;
  const known = drafts.get(own) ?? drafts.get(` ${name.toLowerCase()}`);
  if (known) return known;
  const made: Draft = {
    name,
    at,
    members: [],
    sets: new Map(),
    paths: new Set(),
    sticky: undefined,
    used: false,
    whole: true,
    tls: undefined,
    moved: [],
  };
  drafts.set(own, made);
  return made;
}

type Reading = (word: Word | undefined) => Written | undefined;

/** The value of `name=value` among some words; the place is that of the value. */
function parameter(words: readonly Word[], name: string, written: Reading): Written | undefined {
  const word = words.findLast(({ text }) => text.toLowerCase().startsWith(`${name}=`));
  if (!word) return undefined;
  const from = word.at.start + (word.at.end - word.at.start > word.text.length ? 1 : 0) + name.length + 1;
  return {
    text: written(word)?.text?.slice(name.length + 1),
    at: span(from, from + word.text.length - name.length - 1),
  };
}

/** What a member is read with. */
interface MemberReading {
  readonly written: Reading;
  /** False where requests may not go over connections that others used. */
  readonly reuses: boolean;
}

function memberOf(directive: Directive, args: readonly Word[], { written, reuses }: MemberReading): BalancerMember {
  const [url, ...parameters] = args;
  const text = written(url)?.text;
  const match = /^([a-z][\w+.-]*):\/\/([^/?]*)/i.exec(text ?? "");
  const scheme = match?.[1]?.toLowerCase() ?? "";
  const address = readAddress({ text: match?.[2] ?? "?/", at: url?.at ?? directive.at });
  const usual = PORTS[scheme];
  const route = parameter(parameters, "route", written);
  const secret = parameter(parameters, "secret", written);
  const status = parameter(parameters, "status", written)?.text ?? "";
  return {
    name: url?.text ?? directive.name.text,
    at: directive.at,
    host: address.host,
    port: address.port ?? (usual !== undefined && address.host ? { number: usual, at: address.host.at } : undefined),
    protocol: scheme === "http" || scheme === "https" || scheme === "ajp" ? scheme : undefined,
    route,
    routeImplied: false,
    secret,
    standby: isOutOfTurn(status),
    check: scheme === "ajp" ? undefined : checkOf(text ?? "", (name) => parameter(parameters, name, written)),
    idle: reuses ? idleOf((name) => parameter(parameters, name, written), { at: directive.at, scheme }) : undefined,
    set: setting({ route, secret }, directive.at),
  };
}

/** A backend whose parameters another directive sets too, where all others have to stand then. */
function memberSetElsewhere(
  directive: Directive,
  args: readonly Word[],
  { written }: MemberReading,
  { words, at }: WorkerSettings,
): BalancerMember {
  const member = memberOf(directive, [...args, ...(words ?? [])], { written, reuses: false });
  if (!words) return { ...member, secret: { text: undefined, at }, set: () => undefined };
  return { ...member, set: setting(member, at) };
}

/** Writes a value over the present one, or behind a directive. */
function setting({ route, secret }: Pick<BalancerMember, "route" | "secret">, behind: Span): BalancerMember["set"] {
  return (what, value) => {
    const present = what === "route" ? route?.at : secret?.at;
    return settingOf(value, present, { at: behind.end, form: (each) => ` ${what}=${each}` });
  };
}

/**
 * True for a member that is disabled, stopped, draining, in error or a spare: `+H`, `+DN`. A `-` takes what follows away
 * (set_worker_param of mod_proxy.c).
 */
function isOutOfTurn(status: string): boolean {
  return [...status.matchAll(/(-?)([a-z]+)/gi)].some(
    ([, sign, letters = ""]) => sign === "" && /[hdsnre]/i.test(letters),
  );
}

/** `ProxyPass /app http://host:port/app`: one backend and nothing to choose. */
function singleOf(
  directive: Directive,
  reading: MemberReading,
  settingsOf: (url: string | undefined) => WorkerSettings | undefined,
): Omit<Balancer, "tls" | "moved"> | undefined {
  const place = directive.args.findIndex(({ text }) => /^(?:http|https|ajp):\/\//i.test(text));
  const url = directive.args[place];
  if (!url) return undefined;
  const args = directive.args.slice(place);
  const settings = settingsOf(reading.written(url)?.text);
  const member = settings ? memberSetElsewhere(directive, args, reading, settings) : memberOf(directive, args, reading);
  return {
    product: "httpd",
    name: url.text,
    at: url.at,
    members: [member],
    affinity: { kind: "unknown" },
    whole: true,
  };
}

/** What `Define` sets, where it sets it once and under no condition. */
function definesIn(directives: readonly Directive[]): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const several = new Set<string>();
  for (const { directive, around } of everyDirective(directives)) {
    const name = directive.name.text.toLowerCase();
    const [variable, value] = directive.args;
    if ((name !== "define" && name !== "undefine") || !variable) continue;
    const sure = name === "define" && around.length === 0 && value !== undefined && !value.text.includes("${");
    if (!sure || values.has(variable.text)) several.add(variable.text);
    if (value) values.set(variable.text, value.text);
  }
  for (const each of several) values.delete(each);
  return values;
}

function expanded({ text, at }: Word, variables: ReadonlyMap<string, string>): Written {
  if (!text.includes("${")) return { text, at };
  const filled = filledIn(text, /\$\{([^{}]*)\}/g, variables);
  return { text: filled?.includes("${") ? undefined : filled, at };
}

/** `JkWorkerProperty worker.a.host=b`, also with blanks around the `=`. */
function propertyIn(args: readonly Word[], text: string): WorkerProperty | undefined {
  const [first] = args;
  const last = args.at(-1);
  if (!first || !last) return undefined;
  const start = first.at.start + (/^["']/.test(text.charAt(first.at.start)) ? 1 : 0);
  const written = text.slice(start, last.at.end).replace(/["']$/, "");
  const equals = written.indexOf("=");
  const value = written.slice(equals + 1).trim();
  if (equals < 0 || value === "") return undefined;
  const from = start + written.indexOf(value, equals + 1);
  const name = written.slice(0, equals).trim();
  return {
    name: { text: name, at: span(start, start + name.length) },
    value: { text: value, at: span(from, from + value.length) },
  };
}
