import { josa } from "../../base/josa.ts";
import type { Edit } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import { childInsertion, escapeAttribute } from "../../config/edits.ts";
import { simpleNameOf } from "../../schema/catalog.ts";
import type { FoundChange } from "../model.ts";
import { byHand, type ChangeFinder, changed, componentsOf, leadsTo, type Passage } from "./change.ts";

const REALM = "org.apache.catalina.realm.";
const HANDLER = `${REALM}MessageDigestCredentialHandler`;
/** Realms that pass a login on to their nested Realms and compare no passwords. */
const COMBINED: ReadonlySet<string> = new Set([`${REALM}CombinedRealm`, `${REALM}LockOutRealm`]);

/** Moves the digest of stored passwords, which 7.0 has on the Realm, and 8.5 and later in its CredentialHandler. */
export const digests: ChangeFinder = function* ({ file, step, next }) {
  if (!leadsTo(step, "8.5.0")) return;
  const { to } = step;
  for (const realm of componentsOf(file)) {
    const digest = realm.name === "Realm" ? realm.attribute("digest") : undefined;
    if (!digest || realm.type?.attributes.has("digest") !== true || !next.classNamed(realm.type.name)) continue;
    const why = {
      text: {
        en: "The CredentialHandler in a Realm says how passwords are stored.",
        ko: "비밀번호의 저장 방식은 Realm 안의 CredentialHandler가 정합니다.",
      },
      source: "RealmBase.setCredentialHandler, 8.5; Migration Guide 8.5, Internal APIs",
      since: to.line,
    } as const;
    const edits = handlerEdits(realm, file.document.text);
    yield edits ? changed(digest.nameSpan, "Realm", why, edits) : byHand(digest.nameSpan, "Realm", why);
  }
};

function handlerEdits(realm: Component, text: string): readonly Edit[] | undefined {
  const written = [realm.attribute("digest"), realm.attribute("digestEncoding")].flatMap((each) => each ?? []);
  const removals = written.map((attribute) => realm.removeAttribute(attribute));
  if (COMBINED.has(realm.className ?? "")) return removals;
  const algorithm = realm.written("digest");
  const encoding = realm.written("digestEncoding");
  if (algorithm === undefined || realm.element.elements.some(({ name }) => name === "CredentialHandler"))
    return undefined;
  const more = encoding === undefined ? "" : ` encoding="${escapeAttribute(encoding, '"')}"`;
  const xml = `<CredentialHandler className="${HANDLER}" algorithm="${escapeAttribute(algorithm, '"')}"${more}/>`;
  return [...removals, childInsertion(text, realm.element, [xml])];
}

/** Connection attributes of a JDBCRealm and a JDBCStore, and their names in a connection pool. */
const CONNECTION: Readonly<Record<string, string>> = {
  driverName: "driverClassName",
  connectionURL: "url",
  connectionName: "username",
  connectionPassword: "password",
};

interface Replaced {
  readonly was: string;
  readonly is: string;
}

const POOLED: readonly Replaced[] = [
  { was: `${REALM}JDBCRealm`, is: `${REALM}DataSourceRealm` },
  { was: "org.apache.catalina.session.JDBCStore", is: "org.apache.catalina.session.DataSourceStore" },
];

/** Replaces the connections that Realms and Stores open themselves by a named pool, which 10.1 and later require. */
export const databases: ChangeFinder = function* (passage) {
  if (!leadsTo(passage.step, "10.1.0")) return;
  for (const component of componentsOf(passage.file)) {
    const change = POOLED.find(({ was }) => was === component.className);
    if (change) yield pooled(component, change, passage);
  }
};

function pooled(component: Component, change: Replaced, { file, step: { to } }: Passage): FoundChange {
  const at = component.spanOf("className");
  const edits = poolEdits(component, change.is, file.document.text);
  const [was, is] = [simpleNameOf(change.was), simpleNameOf(change.is)];
  const why = {
    source: `${was}, deleted in 10.0; ${is}`,
    since: to.line,
    text: edits
      ? {
          en: `${was} is gone: ${is} takes its connections from a pool, a Resource with the same address and user. Its driver has to be in Tomcat's lib.`,
          ko: `${josa(was, "은")} 없어졌습니다. ${josa(is, "이")} 같은 주소와 사용자의 Resource, 곧 커넥션 풀에서 연결을 얻습니다. 드라이버는 Tomcat의 lib에 있어야 합니다.`,
        }
      : {
          en: `${was} is gone: write a DataSource as Resource, and ${is} with its name in dataSourceName.`,
          ko: `${josa(was, "은")} 없어졌습니다. DataSource를 Resource로 쓰고, ${is}의 dataSourceName에 그 이름을 쓰십시오.`,
        },
  } as const;
  return edits ? changed(at, component.name, why, edits) : byHand(at, component.name, why);
}

/** Undefined where this file alone does not tell all of the connection. */
function poolEdits(component: Component, by: string, text: string): readonly Edit[] | undefined {
  const written = Object.keys(CONNECTION).flatMap((name) => component.attribute(name) ?? []);
  const edits = written.map((attribute) => component.removeAttribute(attribute));
  edits.push(component.setAttribute("className", by));
  if (component.has("dataSourceName")) return edits;
  const values = Object.entries(CONNECTION).map(([name, to]) => [to, component.written(name)] as const);
  const missing = component.written("driverName") === undefined || component.written("connectionURL") === undefined;
  const unread = written.some(({ value }) => value?.text === undefined);
  if (missing || unread) return undefined;
  const name = freeName(component, text);
  const attributes = [["name", name], ["auth", "Container"], ["type", "javax.sql.DataSource"], ...values];
  const xml = attributes
    .flatMap(([key, value]) => (value === undefined ? [] : ` ${key}="${escapeAttribute(value, '"')}"`))
    .join("");
  const pool = poolEdit(component, `<Resource${xml}/>`, text);
  if (!pool) return undefined;
  edits.push(pool.edit, component.setAttribute("dataSourceName", name));
  if (pool.isLocal) edits.push(component.setAttribute("localDataSource", "true"));
  return edits;
}

/** A pool that is written down. */
interface Pool {
  readonly edit: Edit;
  /** True for a Context's own. */
  readonly isLocal: boolean;
}

/**
 * A Realm's pool stands in the Server's resources, which no application sees, or, in a file without a Server, in the
 * Context's. So does that of a Store: up to 10.1.33 and 11.0.1 it looks in no other place.
 */
function poolEdit(component: Component, resource: string, text: string): Pool | undefined {
  const server = component.name === "Realm" ? component.ancestor("Server") : undefined;
  if (!server) {
    const context = component.ancestor("Context");
    return context && { edit: childInsertion(text, context.element, [resource]), isLocal: true };
  }
  const [global, ...others] = server.childrenNamed("GlobalNamingResources");
  if (others.length > 0) return undefined;
  const edit = global
    ? childInsertion(text, global.element, [resource])
    : childInsertion(text, server.element, [`<GlobalNamingResources>${resource}</GlobalNamingResources>`]);
  return { edit, isLocal: false };
}

/** `jdbc/realm`, with a number where the file already contains that name. */
function freeName({ name }: Component, text: string): string {
  const base = `jdbc/${name.toLowerCase()}`;
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? base : `${base}${number}`;
    if (!text.includes(`"${candidate}"`) && !text.includes(`'${candidate}'`)) return candidate;
  }
}
