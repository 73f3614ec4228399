import type { Localized } from "../../base/localized.ts";
import { authenticatorProse } from "./authenticators.ts";
import { channelProse } from "./channel.ts";
import { clusterProse } from "./cluster.ts";
import { connectorProse } from "./connector.ts";
import { serverProse } from "./container.ts";
import { contextProse } from "./context.ts";
import { contextPartsProse } from "./context-parts.ts";
import { directoryRealmProse } from "./directory-realm.ts";
import { elementProse } from "./elements.ts";
import { generalValveProse } from "./general-valves.ts";
import { http2Prose } from "./http2.ts";
import { interceptorProse } from "./interceptors.ts";
import { listenerProse } from "./listeners.ts";
import { logValveProse } from "./log-valves.ts";
import { managerProse } from "./managers.ts";
import type { ClassProse, ElementProse, ProseBook } from "./model.ts";
import { namingProse } from "./naming.ts";
import { type ConnectionPool, type PoolAttribute, poolProse } from "./pool.ts";
import { realmsProse } from "./realms.ts";
import { sessionStoreProse } from "./session-stores.ts";
import { sessionProse } from "./sessions.ts";
import { tlsProse } from "./tls.ts";
import { transportProse } from "./transport.ts";
import { valveProse } from "./valves.ts";
import { webProse } from "./web.ts";

export type { AttributeProse, ClassProse, ElementProse, Unit } from "./model.ts";
export type { ConnectionPool } from "./pool.ts";

const BOOKS: readonly (() => ProseBook)[] = [
  serverProse,
  connectorProse,
  tlsProse,
  http2Prose,
  contextProse,
  contextPartsProse,
  namingProse,
  sessionProse,
  realmsProse,
  directoryRealmProse,
  authenticatorProse,
  logValveProse,
  generalValveProse,
  listenerProse,
  clusterProse,
  managerProse,
  valveProse,
  channelProse,
  transportProse,
  interceptorProse,
];

/** Built on first use, within some milliseconds: V8 does not even compile a book before. */
let classes: ProseBook | undefined;
let elements: Readonly<Record<string, ElementProse>> | undefined;
let pool: Readonly<Record<string, PoolAttribute>> | undefined;
let stores: ProseBook | undefined;
let web: Readonly<Record<string, Localized>> | undefined;

/** The explanation of a class by its full name; undefined for classes Tomcat's reference does not describe. */
export function proseOf(className: string): ClassProse | undefined {
  return own(allClasses(), className);
}

/** Full names of all classes that are explained. */
export function explainedClasses(): readonly string[] {
  return Object.keys(allClasses());
}

function allClasses(): ProseBook {
  classes ??= Object.fromEntries(BOOKS.flatMap((book) => Object.entries(book())));
  return classes;
}

/** The explanation of an element of server.xml or context.xml by its name. */
export function elementProseOf(name: string): ElementProse | undefined {
  elements ??= elementProse();
  return own(elements, name);
}

/** The explanation of a data source's attribute, with the pools that have it. */
export function poolAttribute(name: string): PoolAttribute | undefined {
  pool ??= poolProse();
  return own(pool, name);
}

/** The attributes of one pool. */
export function poolAttributes(of: ConnectionPool): readonly string[] {
  pool ??= poolProse();
  return Object.entries(pool).flatMap(([name, { pools }]) => (pools.includes(of) ? [name] : []));
}

/** The explanation of another project's Manager that keeps sessions in a shared store. */
export function sessionStoreProseOf(className: string): ClassProse | undefined {
  stores ??= sessionStoreProse();
  return own(stores, className);
}

/** The explanation of an element of web.xml by its path below the root: `session-config/session-timeout`. */
export function webProseOf(path: string): Localized | undefined {
  web ??= webProse();
  return own(web, path);
}

/** Looks up own properties only: names come from files, and may be `constructor`. */
function own<T>(book: Readonly<Record<string, T>>, name: string): T | undefined {
  return Object.hasOwn(book, name) ? book[name] : undefined;
}
