import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { distance } from "../../base/suggest.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import type { ComponentRule } from "../rule.ts";

/** The type for which Tomcat needs a `factory` attribute. */
const USER_DATABASE = "org.apache.catalina.UserDatabase";

/** Tomcat's factories of user databases, which answer null for any other type (getObjectInstance). */
const FACTORIES: readonly string[] = [
  "org.apache.catalina.users.MemoryUserDatabaseFactory",
  "org.apache.catalina.users.DataSourceUserDatabaseFactory",
];

/** Names that Java can load. */
const JAVA_NAME = /^[\p{L}_$][\p{L}\p{N}_$]*(?:\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u;

/**
 * A UserDatabaseRealm looks up a global Resource by name when it starts. Without it Tomcat stops, or, if the Realm is
 * in a CombinedRealm, goes on without that Realm.
 *
 * Source: UserDatabaseRealm.startInternal, ContainerBase.startInternal, CombinedRealm.startInternal, ResourceFactory and
 * MemoryUserDatabaseFactory.getObjectInstance, 7.0 to 11.0.
 */
export const rule: ComponentRule = {
  id: "user-database-missing",
  group: "tomcat",
  severity: "error",
  summary: {
    en: "A UserDatabaseRealm needs a global Resource of the name it gives.",
    ko: "UserDatabaseRealm에는 지정한 이름의 전역 Resource가 필요합니다.",
  },
  target: "org.apache.catalina.realm.UserDatabaseRealm",

  check(realm, report, file) {
    const name = realm.effective("resourceName");
    // A local name is looked up in the application's Context, when it is first needed.
    if (name === undefined || realm.unfinished || file.template || realm.boolean("localJndiResource") !== false) return;
    const server = realm.ancestor("Server");
    const resources = server && globalResources(server, file);
    if (!resources) return;
    const [resource, ...others] = resources.filter((each) => each.text("name") === name);
    const fault = resource && faultOf(resource);
    if (others.length > 0 || (resource && !fault)) return;
    const nested = realm.parent?.name === "Realm";
    const outcome = nested
      ? {
          en: "Tomcat goes on without this Realm, and nobody can log in by it",
          ko: "Tomcat이 이 Realm 없이 시작되어 이 Realm으로는 아무도 로그인할 수 없습니다",
        }
      : { en: "Tomcat does not start", ko: "Tomcat이 시작되지 않습니다" };
    report({
      at: realm.spanOf("resourceName", "className"),
      ...(nested ? { severity: "warning" } : {}),
      text: fault
        ? {
            en: `The Resource "${name}" ${fault.en}, so it gives no users: ${outcome.en}.`,
            ko: `Resource "${name}"의 ${fault.ko} 사용자를 얻을 수 없으므로 ${outcome.ko}.`,
          }
        : {
            en: `GlobalNamingResources has no "${name}": ${outcome.en}. Add the Resource, or give the name of one.`,
            ko: `GlobalNamingResources에 ${josa(`"${name}"`, "이")} 없어 ${outcome.ko}. Resource를 추가하거나 있는 이름을 쓰십시오.`,
          },
      ...(resource
        ? { related: [{ file, at: resource.nameSpan, text: { en: "The Resource.", ko: "해당 Resource입니다." } }] }
        : {}),
    });
  },
};

/** All global Resources; undefined where an entity may add some or a name is not known. */
function globalResources(server: Component, { hasDoctype }: ConfigFile): readonly Component[] | undefined {
  if (hasDoctype) return undefined;
  const all = server
    .childrenNamed("GlobalNamingResources")
    .flatMap(({ children }) => children.filter(({ read }) => read));
  return all.some((each) => each.has("name") && each.text("name") === undefined) ? undefined : all;
}

/** Why Tomcat makes no user database of a Resource; undefined where it may. */
function faultOf(resource: Component): Localized | undefined {
  const type = resource.text("type");
  if (resource.name !== "Resource" || type === undefined) return undefined;
  if (!resource.has("factory")) {
    return type === USER_DATABASE
      ? { en: "has no factory, such as MemoryUserDatabaseFactory", ko: "factory(예: MemoryUserDatabaseFactory)가 없어" }
      : undefined;
  }
  const factory = resource.text("factory");
  if (factory === undefined) return undefined;
  if (type !== USER_DATABASE && FACTORIES.includes(factory))
    return { en: `is no ${USER_DATABASE} by its type`, ko: `type이 ${josa(USER_DATABASE, "이")} 아니어서` };
  const isNone = !JAVA_NAME.test(factory) || FACTORIES.some((each) => each !== factory && isSlip(each, factory));
  return isNone ? { en: "has a factory that is no class", ko: "factory가 없는 클래스여서" } : undefined;
}

/** True for a name that differs in letter case or in one letter. */
function isSlip(right: string, written: string): boolean {
  return right.toLowerCase() === written.toLowerCase() || distance(right, written) === 1;
}
