import type { Localized } from "../base/localized.ts";
import type { Edit } from "../base/span.ts";
import type { Component } from "../config/component.ts";
import { childInsertion, escapeAttribute, indentUnit } from "../config/edits.ts";
import type { ConfigFile } from "../config/file.ts";
import type { Catalog } from "../schema/catalog.ts";
import { tlsAttribute } from "../schema/replacements.ts";
import type { XmlAttribute } from "../syntax/tree.ts";
import type { Fix } from "./rule.ts";

/** The SSLHostConfig of a Connector's own TLS attributes, unless `defaultSSLHostConfigName` names another. */
const DEFAULT_HOST = "_default_";

/** Where this Tomcat reads a TLS attribute, and under which name. */
export interface MovedAttribute {
  readonly target: string;
  readonly into: "SSLHostConfig" | "Certificate";
}

/** The new place of a TLS attribute of a Connector or an SSLHostConfig; undefined for any other attribute. */
export function movedAttribute(name: string, component: Component, catalog: Catalog): MovedAttribute | undefined {
  const renamed = tlsAttribute(name);
  if (component.name !== "SSLHostConfig" && (component.name !== "Connector" || renamed === undefined)) return undefined;
  const target = renamed ?? name;
  const knows = (element: string) =>
    catalog
      .placesOf(element)
      .some(({ defaultClass }) => defaultClass && catalog.classNamed(defaultClass)?.attributes.has(target));
  if (knows("Certificate")) return { target, into: "Certificate" };
  return component.name === "Connector" && knows("SSLHostConfig") ? { target, into: "SSLHostConfig" } : undefined;
}

export function textOfMoved(name: string, { target, into }: MovedAttribute, component: Component): Localized {
  const place = into === "Certificate" ? "the Certificate of an SSLHostConfig" : "SSLHostConfig";
  const placeKo = into === "Certificate" ? "SSLHostConfig 안의 Certificate" : "SSLHostConfig";
  return {
    en: `Tomcat ignores ${name} here: it reads it in ${place}, as ${target}. Move it.`,
    ko: `${component.name}의 ${name} 속성은 무시됩니다. 이 Tomcat은 ${placeKo} 요소에서 ${target} 속성으로 읽습니다. 옮기십시오.`,
  };
}

/**
 * Moves all TLS attributes of an element at once, because a part of them is no TLS configuration. No fix where the
 * place is not certain or has another value already.
 */
export function move(
  component: Component,
  attributes: readonly XmlAttribute[],
  { document: { text }, catalog }: ConfigFile,
): { readonly fix?: Fix } {
  const values = new Map<string, Map<string, string>>([
    ["SSLHostConfig", new Map()],
    ["Certificate", new Map()],
  ]);
  for (const { name, value } of attributes) {
    const moved = movedAttribute(name, component, catalog);
    if (!moved || value?.text === undefined) return {};
    // Of two names of one attribute, the one that is read last counts.
    values.get(moved.into)?.set(moved.target, value.text);
  }
  const edits = insertions(component, values.get("SSLHostConfig") ?? [], [...(values.get("Certificate") ?? [])], text);
  if (!edits) return {};
  return {
    fix: {
      title: { en: "Move the TLS attributes to where they are read", ko: "TLS 속성을 읽히는 위치로 이동" },
      edits: [...attributes.map((attribute) => component.removeAttribute(attribute)), ...edits],
      asked: true,
    },
  };
}

type Values = Iterable<readonly [string, string]>;

function insertions(
  component: Component,
  ofHost: Values,
  ofCertificate: readonly (readonly [string, string])[],
  text: string,
): readonly Edit[] | undefined {
  const certificate = ofCertificate.length > 0 ? [`<Certificate${written(ofCertificate)}/>`] : [];
  const host = component.name === "SSLHostConfig" ? component : hostOf(component);
  if (host === "unknown") return undefined;
  if (!host) {
    const name = component.text("defaultSSLHostConfigName");
    const start = `<SSLHostConfig${name === undefined ? "" : written([["hostName", name]])}${written(ofHost)}`;
    const lines =
      certificate.length > 0
        ? [`${start}>`, ...certificate.map((line) => indentUnit(text) + line), "</SSLHostConfig>"]
        : [`${start}/>`];
    return [childInsertion(text, component.element, lines)];
  }
  const edits: Edit[] = [];
  for (const [name, value] of ofHost) {
    if (host.has(name)) return undefined;
    edits.push(host.setAttribute(name, value));
  }
  const [existing, ...others] = host.childrenNamed("Certificate");
  if (others.length > 0) return undefined;
  if (!existing) return certificate.length > 0 ? [...edits, childInsertion(text, host.element, certificate)] : edits;
  for (const [name, value] of ofCertificate) {
    if (existing.has(name)) return undefined;
    edits.push(existing.setAttribute(name, value));
  }
  return edits;
}

/** The SSLHostConfig that the Connector's own attributes belong to. */
function hostOf(connector: Component): Component | "unknown" | undefined {
  if (connector.has("defaultSSLHostConfigName") && connector.text("defaultSSLHostConfigName") === undefined)
    return "unknown";
  const name = connector.text("defaultSSLHostConfigName") ?? DEFAULT_HOST;
  const hosts = connector.childrenNamed("SSLHostConfig");
  if (hosts.some((each) => each.has("hostName") && each.text("hostName") === undefined)) return "unknown";
  const named = hosts.filter((each) => (each.text("hostName") ?? DEFAULT_HOST).toLowerCase() === name.toLowerCase());
  return named.length > 1 ? "unknown" : named[0];
}

function written(values: Values): string {
  return [...values].map(([name, value]) => ` ${name}="${escapeAttribute(value, '"')}"`).join("");
}
