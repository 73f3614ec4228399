import { josa } from "../../base/josa.ts";
import type { Component } from "../../config/component.ts";
import type { FoundChange } from "../model.ts";
import { byHand, type ChangeFinder, changed, componentsOf, leadsTo } from "./change.ts";

/** Settings of DBCP 1, the pool of 7.0, and their names in DBCP 2, the pool from 8.0 on. */
const DBCP: Readonly<Record<string, string>> = {
  maxActive: "maxTotal",
  maxWait: "maxWaitMillis",
  removeAbandoned: "removeAbandonedOnBorrow",
};

/** Factories of other pools, such as Tomcat's second one, whose settings kept their names. */
const OWN_NAMES = /^(?!org\.apache\.tomcat\.dbcp\.dbcp\.BasicDataSourceFactory$)./;

/** A Resource that is a pool of connections and names no factory of its own. */
export const pools: ChangeFinder = function* ({ file, step }) {
  if (!leadsTo(step, "8.5.0")) return;
  for (const resource of componentsOf(file)) {
    if (resource.name !== "Resource" || resource.text("type") !== "javax.sql.DataSource") continue;
    const factory = resource.has("factory") ? (resource.text("factory") ?? "?") : "";
    if (factory !== "" && OWN_NAMES.test(factory)) continue;
    for (const [name, by] of Object.entries(DBCP)) {
      const finding = renamed(resource, name, by);
      if (finding) yield finding;
    }
    if (factory !== "") yield movedFactory(resource);
  }
};

function renamed(resource: Component, name: string, by: string): FoundChange | undefined {
  const attribute = resource.attribute(name);
  if (!attribute) return undefined;
  const why = {
    text: { en: `${name} is called ${by} in DBCP 2.`, ko: `DBCP 2에서 ${name}의 이름은 ${by}입니다.` },
    source: "Migration Guide 8.0, Database Connection Pooling",
    since: "8.5.0",
  } as const;
  return resource.has(by)
    ? byHand(attribute.nameSpan, "Resource", why)
    : changed(attribute.nameSpan, "Resource", why, [{ span: attribute.nameSpan, newText: by }]);
}

function movedFactory(resource: Component): FoundChange {
  const by = "org.apache.tomcat.dbcp.dbcp2.BasicDataSourceFactory";
  const why = {
    text: { en: "The pool is DBCP 2, in a package of its own.", ko: "커넥션 풀은 DBCP 2이며 패키지가 다릅니다." },
    source: "org.apache.tomcat.dbcp.dbcp2, 8.0; Migration Guide 8.0, Database Connection Pooling",
    since: "8.5.0",
  } as const;
  return changed(resource.spanOf("factory"), "Resource", why, [resource.setAttribute("factory", by)]);
}

/** Packages of Java EE that are Jakarta's from Tomcat 10 on; Java's own, such as javax.sql, stay. */
const MOVED_PACKAGES =
  /^javax\.(annotation|ejb|el|jms|mail|persistence|resource|servlet|transaction|websocket)\.(?!xa\.)/;

/** The element that makes an application's UserTransaction, which needs no type. */
const TRANSACTION = "Transaction";

/** Renames the types of JNDI objects, in all elements that name one. */
export const jakartaTypes: ChangeFinder = function* ({ file, step }) {
  if (!leadsTo(step, "10.1.0")) return;
  for (const component of componentsOf(file)) {
    if (component.name === TRANSACTION && component.has("factory")) yield transaction(component, step.to.line);
    else if (NAMED.has(component.name) && component.has("type")) yield* renamedType(component, step.to.line);
  }
};

const SOURCE = "ResourceFactory, 10.0; Migration Guide 10.0, Specification APIs";

function* renamedType(component: Component, since: string): Generator<FoundChange> {
  const at = component.spanOf("type");
  const read = component.text("type");
  const common = { at, element: component.name, source: SOURCE, since, edits: [] };
  if (read === undefined) {
    yield {
      ...common,
      bucket: "unknown",
      text: {
        en: "What stands for the type no file tells: packages such as javax.mail are jakarta from Tomcat 10 on.",
        ko: "type의 값을 알려 주는 파일이 없습니다. Tomcat 10부터 javax.mail 같은 패키지는 jakarta입니다.",
      },
    };
  }
  if (read === undefined || !MOVED_PACKAGES.test(read)) return;
  const by = read.replace(/^javax/, "jakarta");
  const text = {
    en: `${read} is ${by} from Tomcat 10 on. The library that makes it has to be the one for Jakarta.`,
    ko: `Tomcat 10부터 ${josa(read, "은")} ${by}입니다. 그것을 만드는 라이브러리도 Jakarta용이어야 합니다.`,
  };
  const isWritten = component.written("type") === read;
  if (isWritten) yield { ...common, bucket: "changed", text, edits: [component.setAttribute("type", by)] };
  else yield { ...common, bucket: "by-hand", text };
}

function transaction(component: Component, since: string): FoundChange {
  return byHand(component.spanOf("factory"), component.name, {
    text: {
      en: "Applications ask for jakarta.transaction.UserTransaction from Tomcat 10 on: the library of this factory has to be the one for Jakarta.",
      ko: "Tomcat 10부터 애플리케이션은 jakarta.transaction.UserTransaction을 찾습니다. 이 factory의 라이브러리도 Jakarta용이어야 합니다.",
    },
    source: SOURCE,
    since,
  });
}

const NAMED: ReadonlySet<string> = new Set(["Resource", "ResourceLink", "ResourceEnvRef", "Ejb", "Service"]);
