import { groupBy } from "../base/group-by.ts";
import type { Span } from "../base/span.ts";
import type { Affinity, Balancer, BalancerMember, Written } from "./model.ts";
import { workersDirectives } from "./workers-syntax.ts";
import { settingOf } from "./written.ts";

/** A property of mod_jk's: `worker.node1.host` and its value. */
export interface WorkerProperty {
  readonly name: { readonly text: string; readonly at: Span };
  readonly value: { readonly text: string; readonly at: Span };
}

/** The properties that are looked at, by their last name. */
const LOOKED_AT = new Set([
  ...["type", "host", "port", "route", "jvm_route", "secret", "activation", "reference"],
  ...["balance_workers", "balanced_workers", "sticky_session", "session_cookie", "session_path"],
]);
/** More members no balancer has: what follows is left out. */
const MOST_MEMBERS = 1000;

/** The properties of one worker by their last name, with those it takes from others. */
type Worker = ReadonlyMap<string, readonly WorkerProperty[]>;

/** What is no worker's name. */
const RESERVED = new Set(["list", "maintain"]);
/** A worker may take properties from one that takes them from another; mod_jk stops at 20. */
const DEEPEST = 20;
const AJP = new Set(["ajp13", "ajp14"]);

/** The balancers of a workers.properties, and its workers that are in none. */
export function readWorkersFile(text: string): readonly Balancer[] {
  const properties = workersDirectives(text).flatMap(({ name, args: [value] }) => (value ? [{ name, value }] : []));
  return readWorkers(properties, text);
}

/**
 * The balancers of some properties, and the workers that are in none. `text` is the file's where each property is a line
 * of its own, to which a line may be added.
 *
 * Source: mod_jk's reference for workers.properties; jk_map_resolve_references, jk_map_replace_properties (jk_map.c),
 * init of jk_lb_worker.c, 1.2.
 */
export function readWorkers(properties: readonly WorkerProperty[], text?: string): readonly Balancer[] {
  const variables = new Map(properties.map(({ name, value }) => [name.text, value.text]));
  const named = groupBy(properties, ({ name }) => /^worker\.(.+)\.[^.]+$/.exec(name.text)?.[1]);
  const own = new Map([...named].map(([name, list]) => [name, groupBy(list, lastName)]));
  const workers = new Map<string, Worker>();
  /** Where each worker is written first. */
  const firsts = new Map<string, WorkerProperty>();
  for (const [name, list] of named) {
    if (name === undefined) continue;
    workers.set(name, withReferences(name, own, variables));
    firsts.set(name, list[0]);
  }
  const listed = properties.filter(({ name }) => name.text === "worker.list").flatMap(({ value }) => wordsIn(value));

  const used = (name: string) =>
    listed.length === 0 || listed.some(({ text: each }) => each === name || each.includes("$("));

  const found: Balancer[] = [];
  const taken = new Set<string>();
  for (const [name, worker] of workers) {
    if (RESERVED.has(name) || valueIn(worker, "type", variables)?.text !== "lb") continue;
    const lists = ["balance_workers", "balanced_workers"].flatMap((key) => worker.get(key) ?? []);
    const names = lists.flatMap(({ value }) => wordsIn(value)).slice(0, MOST_MEMBERS);
    for (const each of names) taken.add(each.text);
    found.push({
      product: "mod_jk",
      name,
      at: lists[0]?.value.at ?? placeOf(worker),
      members: names.flatMap((each) => {
        const member = workers.get(each.text);
        return member ? [memberOf(each, member, { first: firsts.get(each.text), variables, text })] : [];
      }),
      // One that is not listed is not used, as far as this file tells.
      affinity: used(name) ? affinityOf(worker, variables) : { kind: "unknown" },
      // AJP tells the node by itself.
      tls: undefined,
      whole: names.every((each) => !each.text.includes("$(") && workers.has(each.text)),
    });
  }
  for (const word of listed) {
    const worker = workers.get(word.text);
    if (!worker || taken.has(word.text) || !AJP.has(valueIn(worker, "type", variables)?.text ?? "ajp13")) continue;
    taken.add(word.text);
    found.push({
      product: "mod_jk",
      name: word.text,
      at: word.at,
      members: [memberOf(word, worker, { first: firsts.get(word.text), variables, text })],
      affinity: { kind: "unknown" },
      tls: undefined,
      whole: true,
    });
  }
  return found;
}

function lastName({ name }: WorkerProperty): string {
  return name.text.slice(name.text.lastIndexOf(".") + 1);
}

/** A worker's own properties, and those of the worker it refers to where it has none of that name. */
function withReferences(
  name: string,
  own: ReadonlyMap<string | undefined, Worker>,
  variables: ReadonlyMap<string, string>,
): Worker {
  const found = new Map<string, readonly WorkerProperty[]>();
  let from: string | undefined = name;
  for (let depth = 0; from !== undefined && depth < DEEPEST; depth++) {
    const listed: Worker | undefined = own.get(from);
    for (const key of LOOKED_AT) {
      const properties = listed?.get(key);
      if (properties && !found.has(key)) found.set(key, properties);
    }
    const reference: string | undefined = listed?.get("reference")?.at(-1)?.value.text;
    from = reference === undefined ? undefined : /^worker\.(.+)$/.exec(expanded(reference, variables) ?? "")?.[1];
  }
  return found;
}

/** The names in a list, each with its place: blanks, tabs and commas part them. */
function wordsIn({ text, at }: WorkerProperty["value"]): readonly { readonly text: string; readonly at: Span }[] {
  return [...text.matchAll(/[^\s,]+/g)].map(({ 0: word, index }) => {
    const start = at.start + index;
    return { text: word, at: { start, end: start + word.length } };
  });
}

function valueIn(worker: Worker, key: string, variables: ReadonlyMap<string, string>): Written | undefined {
  const value = worker.get(key)?.at(-1)?.value;
  return value && { text: expanded(value.text, variables), at: value.at };
}

function placeOf(worker: Worker): Span {
  return [...worker.values()][0]?.[0]?.name.at ?? { start: 0, end: 0 };
}

/** `$(name)` stands for a property, else for a variable of the environment, which no file tells. */
function expanded(text: string, variables: ReadonlyMap<string, string>): string | undefined {
  if (!text.includes("$(")) return text;
  const filled = text.replace(/\$\(([^()]*)\)/g, (whole, name: string) => variables.get(name) ?? whole);
  return filled.includes("$(") ? undefined : filled;
}

function affinityOf(worker: Worker, variables: ReadonlyMap<string, string>): Affinity {
  const sticky = valueIn(worker, "sticky_session", variables);
  const at = sticky?.at ?? placeOf(worker);
  if (sticky && sticky.text === undefined) return { kind: "unknown" };
  // jk_map_get_bool: what begins with t, y, o (but not off) or a number other than 0 is true.
  if (sticky?.text !== undefined && !/^(?:[ty]|on|[1-9])/i.test(sticky.text)) {
    return /^(?:[fn0]|off)/i.test(sticky.text) ? { kind: "none" } : { kind: "unknown" };
  }
  const path = valueIn(worker, "session_path", variables);
  return {
    kind: "route",
    at,
    cookie: valueIn(worker, "session_cookie", variables) ?? { text: "JSESSIONID", at },
    parameter: path ? { text: path.text?.replace(/^;/, ""), at: path.at } : { text: "jsessionid", at },
  };
}

interface Surroundings {
  readonly first: WorkerProperty | undefined;
  readonly variables: ReadonlyMap<string, string>;
  /** The text to which a line may be added. */
  readonly text: string | undefined;
}

function memberOf(
  word: { readonly text: string; readonly at: Span },
  worker: Worker,
  { first, variables, text }: Surroundings,
): BalancerMember {
  const value = (key: string) => valueIn(worker, key, variables);
  const type = value("type");
  const host = value("host");
  const port = value("port");
  const number = port ? Number(port.text ?? Number.NaN) : 8009;
  const route = value("route") ?? value("jvm_route");
  const activation = value("activation")?.text ?? "";
  const secret = value("secret");
  return {
    name: word.text,
    at: first?.name.at ?? word.at,
    host: host ?? { text: "localhost", at: word.at },
    port: Number.isInteger(number) && number > 0 ? { number, at: port?.at ?? word.at } : undefined,
    protocol: type === undefined || AJP.has(type.text ?? "") ? "ajp" : undefined,
    route: route ?? { text: word.text, at: word.at },
    routeImplied: route === undefined,
    secret,
    standby: /^[ds]/i.test(activation),
    set: (what, to) => {
      const own = (what === "route" ? worker.get("route") : worker.get("secret"))?.at(-1);
      const mine = own?.name.text.startsWith(`worker.${word.text}.`) ? own.value.at : undefined;
      const line = text === undefined || !first ? undefined : lineBehind(text, first.value.at.end);
      return settingOf(
        to,
        mine,
        line && { at: line.at, form: (each) => line.form(`worker.${word.text}.${what}=${each}`) },
      );
    },
  };
}

/** How a line is added behind the one that holds an offset. */
function lineBehind(text: string, offset: number): { readonly at: number; readonly form: (line: string) => string } {
  const end = text.indexOf("\n", offset);
  if (end < 0) return { at: text.length, form: (line) => `\n${line}` };
  const eol = text.charAt(end - 1) === "\r" ? "\r\n" : "\n";
  return { at: end + 1, form: (line) => line + eol };
}
