import { span } from "../../base/span.ts";
import type { Component } from "../component.ts";
import type { ConfigFile } from "../file.ts";
import { type AttributeText, addingTo, type Mention, type NameSources, scopeOf, writtenText } from "./mention.ts";

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
 * JDBCStore), all letter by letter; a Host in any case, by an Alias as well (MapperListener.findDefaultHost). All
 * lines.
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

/** The scope within which names are unique. */
type Scope = Pick<Mention, "kind" | "scope">;

/** What a name is to its scope: what defines it there, or what uses it. */
type Role = Scope & Pick<Mention, "defines">;

interface Surroundings {
  readonly file: ConfigFile;
  readonly sources: NameSources;
  readonly resources: readonly Mention[];
}

function* mentionsOf(component: Component, around: Surroundings): Generator<Mention> {
  const { file } = around;
  const executors = (): Scope => ({ kind: "executor", scope: scopeOf(file, component.ancestor("Service")) });
  const hosts = (engine: Component | undefined): Scope => ({ kind: "host", scope: scopeOf(file, engine) });
  switch (component.name) {
    case "Executor":
      yield* named(defining(executors()), component, "name", file);
      break;
    case "Connector":
      yield* named(using(executors()), component, "executor", file);
      break;
    case "Engine":
      yield* named(using(hosts(component)), component, "defaultHost", file);
      break;
    case "Host":
      yield* named(defining(hosts(component.parent)), component, "name", file);
      for (const alias of component.childrenNamed("Alias")) yield* aliasOf(alias, hosts(component.parent), file);
      break;
    case "ResourceLink":
      yield* resourceUse(component, "global", globalScope(around), file);
      break;
    case "Realm":
      yield* realmUse(component, around);
      break;
    case "Store":
      yield* storeUse(component, around);
      break;
  }
}

/** How a realm names its resource, and what makes it look in the application's naming context. */
const REALMS: ReadonlyMap<string | undefined, readonly [name: string, local: string]> = new Map([
  [USER_DATABASE_REALM, ["resourceName", "localJndiResource"]],
  [DATA_SOURCE_REALM, ["dataSourceName", "localDataSource"]],
]);

/** A realm looks in the global naming context, unless it is told to look in the application's and its class can. */
function realmUse(realm: Component, around: Surroundings): Iterable<Mention> {
  const [name, local] = REALMS.get(realm.className) ?? [];
  if (name === undefined || local === undefined) return [];
  const told = realm.has(local) && realm.attributeFacts(local) !== undefined;
  const isLocal = told ? realm.boolean(local) : false;
  if (isLocal === undefined) return [];
  const scope = isLocal ? localScope(realm, name, around) : globalScope(around);
  if (realm.has(name)) return resourceUse(realm, name, scope, around.file);
  return isLocal ? [] : defaultUse(realm, name, scope, around.file);
}

/** The resource a class uses when none is named: a mention too, so that a rename does not break the class. */
function* defaultUse(
  realm: Component,
  attribute: string,
  scope: Scope | undefined,
  file: ConfigFile,
): Generator<Mention> {
  const text = realm.defaultText(attribute);
  if (!text || !scope) return;
  yield mention(using(scope), file, { text, at: realm.nameSpan, rewrite: addingTo(realm, attribute) });
}

/**
 * A JDBCStore looks in the application's naming context alone, a DataSourceStore of late releases in the global as
 * well.
 */
function storeUse(store: Component, around: Surroundings): Iterable<Mention> {
  const { className } = store;
  if (className !== JDBC_STORE && className !== DATA_SOURCE_STORE) return [];
  const local = localScope(store, "dataSourceName", around);
  const global = className === DATA_SOURCE_STORE && store.boolean("localDataSource") !== true;
  return resourceUse(store, "dataSourceName", local ?? (global ? globalScope(around) : undefined), around.file);
}

function resourceUse(
  component: Component,
  name: string,
  scope: Scope | undefined,
  file: ConfigFile,
): Iterable<Mention> {
  return scope ? named(using(scope), component, name, file) : [];
}

function globalScope({ sources: { server } }: Surroundings): Scope | undefined {
  return server && { kind: "global-resource", scope: scopeOf(server, undefined) };
}

/** The Context around a component, or the default conf/context.xml: whichever has a resource of that name. */
function localScope(
  component: Component,
  attribute: string,
  { file, sources, resources }: Surroundings,
): Scope | undefined {
  const context = component.ancestor("Context");
  const written = writtenText(component, attribute);
  if (!context || !written) return undefined;
  const scope = [scopeOf(file, context), ...defaultContexts(sources)].find((each) =>
    resources.some((resource) => resource.scope === each && resource.name === written.text),
  );
  return scope === undefined ? undefined : { kind: "application-resource", scope };
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
      const scope: Scope =
        holder.name === "Context"
          ? { kind: "application-resource", scope: scopeOf(file, holder) }
          : { kind: "global-resource", scope: scopeOf(file, undefined) };
      yield* named(defining(scope), component, "name", file);
    }
  }
}

function defining(scope: Scope): Role {
  return { ...scope, defines: true };
}

function using(scope: Scope): Role {
  return { ...scope, defines: false };
}

function* named(role: Role, component: Component, attribute: string, file: ConfigFile): Generator<Mention> {
  const written = writtenText(component, attribute);
  if (written && written.text !== "") yield mention(role, file, written);
}

function mention(role: Role, file: ConfigFile, written: AttributeText): Mention {
  const name = role.kind === "host" ? written.text.toLowerCase() : written.text;
  return { ...role, name, file, ...written };
}

/** A further name of a Host, which stands in the element's text. */
function* aliasOf({ element }: Component, scope: Scope, file: ConfigFile): Generator<Mention> {
  const [only, ...others] = element.content;
  if (only?.kind !== "text" || others.length > 0) return;
  const raw = file.document.text.slice(only.span.start, only.span.end);
  const text = raw.trim();
  if (text === "" || /[&$]/.test(text)) return;
  const start = only.span.start + raw.indexOf(text);
  const escaped = (name: string) => name.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
  yield mention(defining(scope), file, { text, at: span(start, start + text.length), rewrite: escaped });
}
