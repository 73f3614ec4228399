import type { Locale } from "../base/localized.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { Change } from "../schema/change.ts";
import { type ConnectionPool, poolAttribute, poolAttributes } from "../schema/prose/index.ts";
import { explainText } from "./explain.ts";

/**
 * An attribute of a data source in Markdown. Undefined for other resources, and where the pool and thus its attributes
 * are not known.
 */
export function explainPoolAttribute(component: Component, name: string, file: ConfigFile, locale: Locale) {
  const pool = poolOf(component, file);
  const known = pool && poolAttribute(name);
  if (!known) return undefined;
  const text = explainText(name, known.prose, locale);
  // Where the line is only assumed, the attribute may belong to another line's pool.
  return known.pools.includes(pool) || file.version.assumed ? text : `${text}\n\n${NOT_HERE[locale]}`;
}

/** The same for a completion item, which is offered only where it applies. */
export function documentPoolAttribute(element: string, name: string, locale: Locale): string | undefined {
  const known = element === "Resource" ? poolAttribute(name) : undefined;
  return known && explainText(name, known.prose, locale);
}

/** The attributes of a data source's pool; none for other resources. */
export function poolAttributesOf(component: Component, file: ConfigFile): readonly string[] {
  const pool = poolOf(component, file);
  return pool ? poolAttributes(pool) : [];
}

const NOT_HERE = {
  en: "The pool at work here does not know it and ignores it.",
  ko: "여기에서 사용되는 풀은 이 속성을 모르므로 무시합니다.",
} as const;

/** From this release on, the pool is Commons DBCP 2. */
const DBCP_2 = new Change("8.0.0");

/** Tomcat's default pool, or its second one where `factory` names it. */
function poolOf(component: Component, { version }: ConfigFile): ConnectionPool | undefined {
  if (component.name !== "Resource" || !component.read) return undefined;
  if (component.text("type") !== "javax.sql.DataSource") return undefined;
  if (!component.has("factory")) return DBCP_2.isIn(version) ? "dbcp2" : "dbcp1";
  return component.text("factory") === "org.apache.tomcat.jdbc.pool.DataSourceFactory" ? "tomcat-jdbc" : undefined;
}
