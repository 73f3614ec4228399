import { groupBy } from "../base/group-by.ts";
import type { Span } from "../base/span.ts";
import type { Affinity, Balancer, BalancerMember, Written } from "./model.ts";
import { workersDirectives } from "./workers-syntax.ts";
import { filledIn, settingOf } from "./written.ts";

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
/** So many members no balancer has: what follows is left out. */
const MOST_MEMBERS = 1000;
/** So many members no file's balancers have; any number of them may take one list by reference. What follows is left out. */
const MOST_IN_FILE = 20_000;

/** The properties of one worker by their last name, with those it takes from others. */
type Worker = ReadonlyMap<string, readonly WorkerProperty[]>;

/** What is no worker's name. */
const RESERVED = new Set(["list", "maintain"]);
/** A worker may take properties from one that takes them from another; mod_jk stops at 20. */
const DEEPEST = 20;
/** The protocols of AJP, and the port of each where none is written. */
const DEFAULT_PORTS: Readonly<Record<string, number>> = { ajp13: 8009, ajp14: 8011 };
const AJP = new Set(Object.keys(DEFAULT_PORTS));

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
 * validate of jk_lb_worker.c, jk_get_bool_code and jk_get_worker_route (jk_util.c), 1.2.
 */
export function readWorkers(properties: readonly WorkerProperty[], text?: string): readonly Balancer[] {
  const values = new Map(properties.map(({ name, value }) => [name.text, value.text]));
  const expand = remembered(({ value }: WorkerProperty) => expanded(value.text, values));
  const named = groupBy(properties, ({ name }) => /^worker\.(.+)\.[^.]+$/.exec(name.text)?.[1]);
  const own = new Map([...named].map(([name, list]) => [name, groupBy(list, lastName)]));
  const workers = new Map<string, Worker>();
  /** Where each worker is written first. */
  const firsts = new Map<string, WorkerProperty>();
  for (const [name, list] of named) {
    if (name === undefined) continue;
    workers.set(name, withReferences(name, own, expand));
    firsts.set(name, list[0]);
  }
  const listed = properties.filter(({ name }) => name.text === "worker.list").flatMap(({ value }) => wordsIn(value));
  const listedNames = new Set(listed.map(({ text: each }) => each));
  const allUsed = listed.length === 0 || listed.some(({ text: each }) => each.includes("$("));
  const namesIn = remembered((lists: readonly WorkerProperty[]) => firstWordsIn(lists));

  const found: Balancer[] = [];
  const taken = new Set<string>();
  let room = MOST_IN_FILE;
  for (const [name, worker] of workers) {
    if (room === 0) break;
    if (RESERVED.has(name) || valueIn(worker, "type", expand)?.text !== "lb") continue;
    const lists = ["balance_workers", "balanced_workers"].flatMap((key) => {
      const properties = worker.get(key);
      return properties ? [properties] : [];
    });
    const all = lists.flatMap(namesIn);
    const names = all.slice(0, Math.min(MOST_MEMBERS - 1, room));
    room -= names.length;
    for (const each of names) taken.add(each.text);
    found.push({
      product: "mod_jk",
      name,
      at: lists[0]?.[0]?.value.at ?? placeOf(worker),
      members: names.flatMap((each) => {
        const member = workers.get(each.text);
        if (!member) return [];
        return [memberOf(each, member, { first: firsts.get(each.text), expand, text, around: worker })];
      }),
      // One that is not listed is not used, as far as this file tells.
      affinity: allUsed || listedNames.has(name) ? affinityOf(worker, expand) : { kind: "unknown" },
      // AJP tells the node by itself.
      tls: undefined,
      moved: [],
      whole: names.length === all.length && names.every((each) => !each.text.includes("$(") && workers.has(each.text)),
    });
  }
  for (const word of listed) {
    const worker = workers.get(word.text);
    if (!worker || taken.has(word.text) || !AJP.has(valueIn(worker, "type", expand)?.text ?? "ajp13")) continue;
    taken.add(word.text);
    found.push({
      product: "mod_jk",
      name: word.text,
      at: word.at,
      members: [memberOf(word, worker, { first: firsts.get(word.text), expand, text })],
      affinity: { kind: "unknown" },
      tls: undefined,
      moved: [],
      whole: true,
    });
  }
  return found;
}

function lastName({ name }: WorkerProperty): string {
  return name.text.slice(name.text.lastIndexOf(".") + 1);
}

/** A worker's own properties, and those of the worker it refers to where it has none of that name. */
function withReferences(name: string, own: ReadonlyMap<string | undefined, Worker>, expand: Expand): Worker {
  const found = new Map<string, readonly WorkerProperty[]>();
  let from: string | undefined = name;
  for (let depth = 0; from !== undefined && depth < DEEPEST; depth++) {
    const listed: Worker | undefined = own.get(from);
    for (const key of LOOKED_AT) {
      const properties = listed?.get(key);
      if (properties && !found.has(key)) found.set(key, properties);
    }
    const reference: WorkerProperty | undefined = listed?.get("reference")?.at(-1);
    from = reference && /^worker\.(.+)$/.exec(expand(reference) ?? "")?.[1];
  }
  return found;
}

/** A function that is asked for each object once: any number of workers may take one worker's properties. */
function remembered<Key extends object, Value>(of: (key: Key) => Value): (key: Key) => Value {
  const known = new Map<Key, { readonly value: Value }>();
  return (key) => {
    const found = known.get(key) ?? { value: of(key) };
    known.set(key, found);
    return found.value;
  };
}

/** As many names as a balancer may have members. */
function firstWordsIn(lists: readonly WorkerProperty[]): ReturnType<typeof wordsIn> {
  const found: ReturnType<typeof wordsIn>[number][] = [];
  for (const { value } of lists) {
    for (const word of wordsIn(value)) {
      if (found.length === MOST_MEMBERS) return found;
      found.push(word);
    }
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

/** A property's value with its variables filled in; undefined where that cannot be known. */
type Expand = (property: WorkerProperty) => string | undefined;

function valueIn(worker: Worker, key: string, expand: Expand): Written | undefined {
  const property = worker.get(key)?.at(-1);
  return property && { text: expand(property), at: property.value.at };
}

function placeOf(worker: Worker): Span {
  return [...worker.values()][0]?.[0]?.name.at ?? { start: 0, end: 0 };
}

/** `$(name)` stands for a property, else for a variable of the environment, which no file tells. */
function expanded(text: string, variables: ReadonlyMap<string, string>): string | undefined {
  if (!text.includes("$(")) return text;
  const filled = filledIn(text, /\$\(([^()]*)\)/g, variables);
  return filled?.includes("$(") ? undefined : filled;
}

function affinityOf(worker: Worker, expand: Expand): Affinity {
  const sticky = valueIn(worker, "sticky_session", expand);
  const at = sticky?.at ?? placeOf(worker);
  if (sticky && sticky.text === undefined) return { kind: "unknown" };
  // jk_get_bool_code: what is neither true nor false leaves the default, which is true.
  if (/^(?:[fn]|(?:off|0)$)/i.test(sticky?.text ?? "")) return { kind: "none" };
  const path = valueIn(worker, "session_path", expand);
  return {
    kind: "route",
    at,
    cookie: valueIn(worker, "session_cookie", expand) ?? { text: "JSESSIONID", at },
    parameter: path ? { text: path.text?.replace(/^;/, ""), at: path.at } : { text: "jsessionid", at },
  };
}

interface Surroundings {
  readonly first: WorkerProperty | undefined;
  readonly expand: Expand;
  /** The text to which a line may be added. */
  readonly text: string | undefined;
  /** The balancer: its secret is that of members without one. */
  readonly around?: Worker;
}

function memberOf(
  word: { readonly text: string; readonly at: Span },
  worker: Worker,
  { first, expand, text, around }: Surroundings,
): BalancerMember {
  const value = (key: string) => valueIn(worker, key, expand);
  const type = value("type");
  const host = value("host");
  const port = value("port");
  const number = port ? Number(port.text ?? Number.NaN) : (DEFAULT_PORTS[type?.text ?? "ajp13"] ?? 8009);
  const route = value("route") ?? value("jvm_route");
  const activation = value("activation")?.text ?? "";
  const secret = value("secret") ?? (around && valueIn(around, "secret", expand));
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
    // A request that meets a closed one is sent again, whatever it is.
    idle: undefined,
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
