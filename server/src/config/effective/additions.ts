import { Change } from "../../schema/change.ts";
import { FARM_WAR_DEPLOYER, STATIC_MEMBERSHIP } from "../classes.ts";
import type { Component } from "../component.ts";
import { added } from "./added.ts";
import { type Reading, sortedByName } from "./attributes.ts";
import { channelParts, clusterParts } from "./cluster-additions.ts";
import type { EffectiveAttribute, EffectiveObject } from "./model.ts";
import { ADDED, REASONS } from "./reasons.ts";

type Addition = (component: Component, object: EffectiveObject, reading: Reading) => EffectiveObject;

const CORE = "org.apache.catalina.core.";
const STARTUP = "org.apache.catalina.startup.";
const ERROR_REPORT_VALVE = "org.apache.catalina.valves.ErrorReportValve";
const CREDENTIAL_HANDLER = "org.apache.catalina.realm.MessageDigestCredentialHandler";

/** CredentialHandler, and NullRealm as the default of an Engine, came with 8.0. */
const CREDENTIAL_HANDLERS = new Change("8.0.0");

const COMBINED = new Set(["org.apache.catalina.realm.CombinedRealm", "org.apache.catalina.realm.LockOutRealm"]);
const ADDRESS = new Set(["host", "port", "securePort", "udpPort"]);

const ADDITIONS: Readonly<Record<string, Addition>> = {
  /** StandardServer's constructor; `catalina.useNaming` switches it off. */
  Server(_, object, reading) {
    if (reading.file.reading.properties.valueOf("catalina.useNaming") === "false") return object;
    return withFirst(object, added("Listener", `${CORE}NamingContextListener`, ADDED.naming, reading));
  },

  /** EngineRuleSet, StandardEngine's constructor and getRealm; before 8.0 its Realm is another. */
  Engine(component, object, reading) {
    const listener = configListener(component, "engineConfigClass", `${STARTUP}EngineConfig`, reading);
    const hasRealm = object.children.some(({ element }) => element === "Realm");
    const realm = withLast(
      added("Realm", "org.apache.catalina.realm.NullRealm", ADDED.noneWritten, reading),
      added("CredentialHandler", CREDENTIAL_HANDLER, ADDED.noneWritten, reading),
    );
    const all = {
      ...object,
      children: [...object.children, ...(hasRealm || !CREDENTIAL_HANDLERS.isIn(reading.file.version) ? [] : [realm])],
    };
    return withFirst(lowerCased(withBasic(all, "StandardEngineValve", reading), "defaultHost"), listener);
  },

  /** HostRuleSet, StandardHost's constructor and startInternal. */
  Host(component, object, reading) {
    const listener = configListener(component, "hostConfigClass", `${STARTUP}HostConfig`, reading);
    const errorClass = object.attributes.find(({ name }) => name === "errorReportValveClass")?.value;
    const there = object.children.some(({ element, className }) => element === "Valve" && className === errorClass);
    const valve = errorClass === undefined || errorClass === "" || there ? [] : [errorValve(errorClass, reading)];
    const all = { ...object, children: [...object.children, ...valve] };
    return withFirst(lowerCased(withBasic(all, "StandardHostValve", reading), "name"), listener);
  },

  /** ContextRuleSet and StandardContext's constructor; two more files have their say. */
  Context(component, object, reading) {
    const listener = configListener(component, "configClass", `${STARTUP}ContextConfig`, reading);
    const all = { ...object, notes: [...object.notes, REASONS.contextFiles] };
    return withFirst(withBasic(all, "StandardContextValve", reading), listener);
  },

  /** RealmBase.startInternal, from 8.0 on. */
  Realm(_, object, reading) {
    const has = object.children.some(({ element }) => element === "CredentialHandler");
    // A CombinedRealm has one of its own that no element can name.
    if (has || !object.known || COMBINED.has(object.className ?? "") || !CREDENTIAL_HANDLERS.isIn(reading.file.version))
      return object;
    return withLast(object, added("CredentialHandler", CREDENTIAL_HANDLER, ADDED.noneWritten, reading));
  },

  /** StaticMembershipInterceptor.start and StaticMembershipService.start. */
  LocalMember(_, object) {
    const attributes = object.attributes.filter(({ name, origin }) => origin !== "default" || !ADDRESS.has(name));
    return { ...object, attributes, notes: [...object.notes, REASONS.receiversAddress] };
  },

  /** FarmWarDeployer.start, which does no more than log an error elsewhere. */
  Deployer(component, object) {
    const outside = object.className === FARM_WAR_DEPLOYER && component.parent?.parent?.name === "Engine";
    return outside ? { ...object, notes: [...object.notes, REASONS.hostOnly] } : object;
  },

  /** StaticMembershipInterceptor.addStaticMember and MemberImpl.equals. */
  Interceptor(_, object) {
    return object.className === STATIC_MEMBERSHIP ? withoutTwins(object) : object;
  },

  Cluster: clusterParts,
  Channel: channelParts,
};

/** The object with what Tomcat adds to it. */
export function addedBy(component: Component, object: EffectiveObject, reading: Reading): EffectiveObject {
  return ADDITIONS[component.name]?.(component, object, reading) ?? object;
}

function errorValve(className: string, reading: Reading): EffectiveObject {
  const known = className === ERROR_REPORT_VALVE || reading.file.catalog.classNamed(className) !== undefined;
  return withKnown(added("Valve", className, ADDED.errorReport, reading), known);
}

/** The listener that deploys applications: its class is an attribute of the container, else the default (LifecycleListenerRule). */
function configListener(component: Component, attribute: string, fallback: string, reading: Reading): EffectiveObject {
  if (!component.has(attribute)) return added("Listener", fallback, ADDED.always, reading);
  const className = component.text(attribute);
  const known = className !== undefined && reading.file.catalog.classNamed(className) !== undefined;
  return withKnown(added("Listener", className, ADDED.always, reading), known);
}

function withKnown(object: EffectiveObject, known: boolean): EffectiveObject {
  if (known) return object;
  return { ...object, known, notes: [object.className === undefined ? REASONS.unknownName : REASONS.unknownClass] };
}

function withBasic(object: EffectiveObject, valve: string, reading: Reading): EffectiveObject {
  return withLast(object, added("Valve", `${CORE}${valve}`, ADDED.basic, reading));
}

function withFirst(object: EffectiveObject, child: EffectiveObject): EffectiveObject {
  return { ...object, children: [child, ...object.children] };
}

function withLast(object: EffectiveObject, child: EffectiveObject): EffectiveObject {
  return { ...object, children: [...object.children, child] };
}

/** Tomcat keeps names of hosts in lower case (StandardHost.setName, StandardEngine.setDefaultHost). */
function lowerCased(object: EffectiveObject, name: string): EffectiveObject {
  const attributes = object.attributes.map((each): EffectiveAttribute => {
    const value = each.value?.toLowerCase();
    return each.name !== name || value === each.value || value === undefined
      ? each
      : { ...each, value, origin: "derived", why: REASONS.lowerCase };
  });
  return { ...object, attributes: sortedByName(attributes) };
}

/** Members that are equal to an earlier one are not added; one with a value that is not known may be another. */
function withoutTwins(object: EffectiveObject): EffectiveObject {
  const seen = new Set<string>();
  const dropped = [...object.dropped];
  const children = object.children.filter(({ element, className, attributes }) => {
    if (element !== "Member") return true;
    const values = ["host", "port", "uniqueId"].map((key) => attributes.find(({ name }) => name === key));
    if (values.some((each) => each?.origin === "unknown")) return true;
    const key = values.map((each) => each?.value ?? "").join(" ");
    if (!seen.has(key)) return Boolean(seen.add(key));
    dropped.push({ element, className, why: REASONS.sameMember, stops: false });
    return false;
  });
  return { ...object, children, dropped };
}
