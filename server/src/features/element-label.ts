import type { Locale } from "../base/localized.ts";
import { hideSecrets, subjectOfValue } from "../base/secrets.ts";
import { MCAST_SERVICE } from "../config/classes.ts";
import type { Component } from "../config/component.ts";
import { STARS } from "../config/effective/secrets.ts";
import { parseSendOptions, sendingWords } from "../config/options.ts";
import { simpleNameOf } from "../schema/catalog.ts";
import type { XmlElement } from "../syntax/tree.ts";

/** The label of an element: `Connector 8080`, and a detail that distinguishes it. */
export interface ElementLabel {
  /** Never empty. */
  readonly name: string;
  readonly detail: string | undefined;
}

/** Attributes that name an element, and those for its detail; without either, the class names it. */
const TOLD_BY: Readonly<Record<string, { readonly name: string; readonly detail?: string }>> = {
  Server: { name: "port" },
  Service: { name: "name" },
  Engine: { name: "name", detail: "jvmRoute" },
  Host: { name: "name", detail: "appBase" },
  Context: { name: "path", detail: "docBase" },
  Connector: { name: "port", detail: "protocol" },
  Executor: { name: "name" },
  LocalMember: { name: "uniqueId" },
  Resource: { name: "name", detail: "type" },
  ResourceEnvRef: { name: "name", detail: "type" },
  ResourceLink: { name: "name", detail: "global" },
  Environment: { name: "name", detail: "value" },
  Parameter: { name: "name", detail: "value" },
  Ejb: { name: "name" },
  SSLHostConfig: { name: "hostName" },
  Certificate: { name: "type" },
};

/** Longer texts are cut, because labels are on one line. */
const LONGEST = 80;

/** A label from written attributes or else from Tomcat's defaults. Placeholders stay. */
export function elementLabel(element: XmlElement, component: Component | undefined, locale: Locale): ElementLabel {
  const { name } = element;
  const className = element.attributes.find((attribute) => attribute.name === "className")?.value?.raw;
  const simple = className === undefined ? undefined : simpleNameOf(className);
  const value = (attribute: string) => shown(element, component, attribute);
  if (name === "Member" || name === "Receiver") {
    const address = endpoint(value(name === "Member" ? "host" : "address"), value("port"));
    return label(name, address ?? simple, name === "Member" ? value("uniqueId") : simple);
  }
  if (name === "Membership" && className === MCAST_SERVICE) {
    return label(name, endpoint(value("address"), value("port")), simple);
  }
  const told = TOLD_BY[name];
  if (told) {
    const named = value(told.name);
    const detail = told.detail === undefined ? undefined : value(told.detail);
    const shownDetail = detail && told.detail && hideSecrets(subjectOfValue(told.detail, named), detail, STARS);
    return label(name, named ?? simple, shownDetail);
  }
  if (name === "Cluster") {
    const mask = parseSendOptions(value("channelSendOptions") ?? "") ?? 0;
    return label(name, simple, mask > 0 ? sendingWords(mask)[locale] : undefined);
  }
  // The package of Tomcat's own classes adds nothing.
  return label(name, simple, component?.type ? undefined : className);
}

function label(name: string, told: string | undefined, detail: string | undefined): ElementLabel {
  return { name: told ? cut(`${name} ${told}`) : name, detail: detail ? cut(detail) : undefined };
}

function shown(element: XmlElement, component: Component | undefined, name: string): string | undefined {
  const written = component ? component.attribute(name) : element.attributes.find((each) => each.name === name);
  if (written) return written.value?.raw;
  const fallback = component?.read ? component.defaultText(name) : undefined;
  // `{…}` is Java's notation of byte arrays, which is of no use in a label.
  return fallback?.startsWith("{") ? undefined : fallback;
}

function endpoint(host: string | undefined, port: string | undefined): string | undefined {
  if (!host) return port && port !== "0" ? `:${port}` : undefined;
  return port ? `${host}:${port}` : host;
}

/**
 * The label of an element of web.xml: most have a name in a child, such as `<servlet-name>`; those with text only show
 * it.
 */
export function webLabel(element: XmlElement, text: string): ElementLabel {
  const { name, elements } = element;
  const textOf = (wanted: RegExp) => {
    const child = elements.find((each) => wanted.test(each.name));
    return child && ownText(child, text);
  };
  if (elements.length === 0) return { name, detail: ownText(element, text) };
  return label(name, textOf(NAMING), textOf(DESCRIBING));
}

const NAMING = /^(?!display-name)(?:.*-name|listener-class|error-code|exception-type|extension|location)$/;
const DESCRIBING = /^(?:(?:servlet|filter)-class|param-value|url-pattern|env-entry-value|res-type|mime-type|location)$/;

/** The text of an element that contains only text; undefined for others. */
function ownText({ content }: XmlElement, text: string): string | undefined {
  const [only, ...more] = content;
  if (only?.kind !== "text" || more.length > 0) return undefined;
  return cut(text.slice(only.span.start, only.span.end).trim()) || undefined;
}

function cut(whole: string): string {
  const text = whole.replace(/\s+/g, " ");
  return text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
}
