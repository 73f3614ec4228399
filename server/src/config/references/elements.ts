import { span } from "../../base/span.ts";
import type { Component } from "../component.ts";
import type { ConfigFile } from "../file.ts";
import { type Mention, type NameKind, type NameSources, scopeOf, type WrittenText, writtenText } from "./mention.ts";

const REALM = "org.apache.catalina.realm.";
const USER_DATABASE_REALM = `${REALM}UserDatabaseRealm`;
const DATA_SOURCE_REALM = `${REALM}DataSourceRealm`;
const JDBC_STORE = "org.apache.catalina.session.JDBCStore";
const DATA_SOURCE_STORE = "org.apache.catalina.session.DataSourceStore";

/** Elements that put a name into a naming context (NamingRuleSet, NamingContextListener, all lines). */
const NAMED_RESOURCES = ["Resource", "Environment", "Ejb", "LocalEjb", "ResourceEnvRef", "ServiceRef", "ResourceLink"];

/**
 * What elements of one Tomcat's files name one another by.
 *
 * An Executor by its name within the Service (ConnectorCreateRule, StandardService.getExecutor), a resource by its name
 * in the global naming context or in the application's (ResourceLinkFactory, UserDatabaseRealm, DataSourceRealm,
 * JDBCStore), all letter by letter; a Host in any case, by an Alias as well (MapperListener.findDefaultHost). All lines.
 */
export function* elementMentions(sources: NameSources): Generator<Mention> {
  const resources = [...resourceDefinitions(sources)];
  yield* resources;
  for (const file of sources.files) {
    if (!file.root) continue;
    for (const component of file.root.descendants()) {
      yield* mentionsOf(component, { file, sources, resources });
    }
  }
}

interface Surroundings {
  readonly file: ConfigFile;
  readonly sources: NameSources;
  readonly resources: readonly Mention[];
}

function* mentionsOf(component: Component, around: Surroundings): Generator<Mention> {
  const { file } = around;
  const service = () => scopeOf(file, component.ancestor("Service"));
  switch (component.name) {
    case "Executor":
      yield* named("executor", service(), true, component, "name", around);
      break;
    case "Connector":
      yield* named("executor", service(), false, component, "executor", around);
      break;
    case "Engine":
      yield* named("host", scopeOf(file, component), false, component, "defaultHost", around);
      break;
    case "Host":
      yield* named("host", scopeOf(file, component.parent), true, component, "name", around);
      for (const alias of component.childrenNamed("Alias")) yield* aliasOf(alias, component, file);
      break;
    case "ResourceLink":
      yield* resourceUse(component, "global", globalScope(around), around);
      break;
    case "Realm":
      if (component.className === USER_DATABASE_REALM)
        yield* realmUse(component, "resourceName", "localJndiResource", around);
      if (component.className === DATA_SOURCE_REALM)
        yield* realmUse(component, "dataSourceName", "localDataSource", around);
      break;
    case "Store":
      yield* storeUse(component, around);
      break;
  }
}

/** A realm looks in the global naming context, unless it is told to look in the application's and its class can. */
function realmUse(realm: Component, name: string, local: string, around: Surroundings): Iterable<Mention> {
  if (!realm.has(local) || !realm.attributeFacts(local) || realm.boolean(local) === false)
    return resourceUse(realm, name, globalScope(around), around);
  return realm.boolean(local) ? resourceUse(realm, name, localScope(realm, name, around), around) : [];
}

/** A JDBCStore looks in the application's naming context alone, a DataSourceStore of late releases in the global as well. */
function storeUse(store: Component, around: Surroundings): Iterable<Mention> {
  const { className } = store;
  if (className !== JDBC_STORE && className !== DATA_SOURCE_STORE) return [];
  const local = localScope(store, "dataSourceName", around);
  const global = className === DATA_SOURCE_STORE && store.boolean("localDataSource") !== true;
  return resourceUse(store, "dataSourceName", local ?? (global ? globalScope(around) : undefined), around);
}

function resourceUse(
  component: Component,
  name: string,
  scope: string | undefined,
  around: Surroundings,
): Iterable<Mention> {
  return scope === undefined ? [] : named("resource", scope, false, component, name, around);
}

function globalScope({ sources: { server } }: Surroundings): string | undefined {
  return server && scopeOf(server, undefined);
}

/** The Context around a component, or the default conf/context.xml: whichever has a resource of that name. */
function localScope(
  component: Component,
  attribute: string,
  { file, sources, resources }: Surroundings,
): string | undefined {
  const context = component.ancestor("Context");
  const written = writtenText(component, attribute, sources.properties);
  if (!context || !written) return undefined;
  const scopes = [scopeOf(file, context), ...defaultContexts(sources)];
  return scopes.find((scope) => resources.some((each) => each.scope === scope && each.name === written.text));
}

function defaultContexts({ files }: NameSources): readonly string[] {
  return files.filter(({ path }) => /(^|\/)conf\/context\.xml$/.test(path)).map((file) => scopeOf(file, file.root));
}

function* resourceDefinitions(sources: NameSources): Generator<Mention> {
  for (const file of sources.files) {
    if (!file.root) continue;
    for (const component of file.root.descendants()) {
      if (!NAMED_RESOURCES.includes(component.name)) continue;
      const holder = component.parent;
      if (holder?.name !== "Context" && holder?.name !== "GlobalNamingResources") continue;
      const scope = scopeOf(file, holder.name === "Context" ? holder : undefined);
      const written = writtenText(component, "name", sources.properties);
      if (written) yield mention("resource", scope, true, file, written);
    }
  }
}

function* named(
  kind: NameKind,
  scope: string,
  defines: boolean,
  component: Component,
  attribute: string,
  { file, sources }: Surroundings,
): Generator<Mention> {
  const written = writtenText(component, attribute, sources.properties);
  if (written && written.text !== "") yield mention(kind, scope, defines, file, written);
}

function mention(kind: NameKind, scope: string, defines: boolean, file: ConfigFile, written: WrittenText): Mention {
  const { text, at, rewrite } = written;
  return { kind, scope, name: kind === "host" ? text.toLowerCase() : text, text, defines, file, at, rewrite };
}

/** A further name of a Host, which stands in the element's text. */
function* aliasOf({ element }: Component, host: Component, file: ConfigFile): Generator<Mention> {
  const [only, ...others] = element.content;
  if (only?.kind !== "text" || others.length > 0) return;
  const raw = file.document.text.slice(only.span.start, only.span.end);
  const text = raw.trim();
  if (text === "" || /[&$]/.test(text)) return;
  const start = only.span.start + raw.indexOf(text);
  const escaped = (name: string) => name.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  yield mention("host", scopeOf(file, host.parent), true, file, {
    text,
    at: span(start, start + text.length),
    rewrite: escaped,
  });
}
