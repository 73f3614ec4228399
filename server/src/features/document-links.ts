import type { Span } from "../base/span.ts";
import { FARM_WAR_DEPLOYER } from "../config/classes.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import { isUnknownText } from "../config/placeholder.ts";
import { Change } from "../schema/change.ts";

/** A value that names a file or folder of this Tomcat. */
export interface FileReference {
  readonly at: Span;
  /** Names below CATALINA_BASE, outermost first; never empty. */
  readonly below: readonly string[];
}

/** Files of TLS: Tomcat looks for relative ones below CATALINA_BASE (SSLHostConfig.adjustRelativePath, ConfigFileLoader). */
const TLS_FILES = new Set([
  "caCertificateFile",
  "certificateChainFile",
  "certificateFile",
  "certificateKeyFile",
  "certificateKeyPasswordFile",
  "certificateKeystoreFile",
  "certificateKeystorePasswordFile",
  "certificateRevocationListFile",
  "crlFile",
  "keyPassFile",
  "keystoreFile",
  "keystorePassFile",
  "truststoreFile",
]);

/** From this release on, every connector reads the native connector's names. */
const NATIVE_NAMES_SHARED = new Change("8.5.0");

/** Names of the native connector, which 7.0 hands on to OpenSSL as they are (AprEndpoint). */
const NATIVE_FILES = new Set([
  "SSLCACertificateFile",
  "SSLCARevocationFile",
  "SSLCertificateChainFile",
  "SSLCertificateFile",
  "SSLCertificateKeyFile",
  "SSLPasswordFile",
]);

/** Folders of FarmWarDeployer: relative ones start at CATALINA_BASE (getAbsolutePath, all lines). */
const DEPLOYER_FOLDERS = ["watchDir", "deployDir", "tempDir"];

/** `${catalina.base}` is known: it is the folder that all paths are relative to. */
const BASE = "${catalina.base}/";

/**
 * The files and folders a configuration names, by Tomcat's own rules: appBase below CATALINA_BASE, docBase below the
 * Host's appBase, keys, user files and the deployer's folders below CATALINA_BASE. Paths that lead out of CATALINA_BASE
 * or cannot be known are left out. Whether the files exist is not checked.
 *
 * `appBase` is the one of the Host that the file of a Context (`conf/Catalina/localhost/shop.xml`) belongs to.
 */
export function fileReferences(file: ConfigFile, appBase?: string): readonly FileReference[] {
  const found: FileReference[] = [];
  const add = (component: Component, name: string, folder: string | undefined) => {
    const value = component.attribute(name)?.value;
    if (!value?.text || folder === undefined) return;
    const below = resolve(folder, value.text);
    if (below) found.push({ at: value.inner, below });
  };
  for (const component of file.root?.descendants() ?? []) {
    switch (component.name) {
      case "Host":
        add(component, "appBase", "");
        break;
      case "Context":
        add(component, "docBase", component.parent ? appBaseOf(component.parent) : appBase);
        break;
      case "Connector":
      case "SSLHostConfig":
      case "Certificate":
        for (const { name } of component.element.attributes)
          if (namesKey(component, name, file)) add(component, name, "");
        break;
      case "Deployer":
        if (component.className === FARM_WAR_DEPLOYER) for (const name of DEPLOYER_FOLDERS) add(component, name, "");
        break;
      case "Realm":
      case "Resource":
        if (hasUserFile(component)) add(component, "pathname", "");
        break;
    }
  }
  return found;
}

/** The folder of a Host's applications, below CATALINA_BASE or absolute; undefined where it cannot be known. */
export function appBaseOf(host: Component): string | undefined {
  return host.has("appBase") ? (host.attribute("appBase")?.value?.text ?? undefined) : "webapps";
}

/** True for a TLS file that this Tomcat reads here: from 10.1 on, a Connector has none itself. */
function namesKey(component: Component, name: string, { catalog, version }: ConfigFile): boolean {
  if (!(TLS_FILES.has(name) || (NATIVE_FILES.has(name) && NATIVE_NAMES_SHARED.isIn(version)))) return false;
  if (component.name !== "Connector") return component.attributeFacts(name) !== undefined;
  const protocol = component.has("protocol") ? component.text("protocol") : "HTTP/1.1";
  return protocol !== undefined && catalog.connectorAttributes(protocol)?.has(name) === true;
}

/** MemoryRealm and the UserDatabase read a file; on other Resources, `pathname` may mean anything. */
function hasUserFile(component: Component): boolean {
  if (component.name === "Realm") return component.className === "org.apache.catalina.realm.MemoryRealm";
  return component.text("type") === "org.apache.catalina.UserDatabase";
}

/**
 * The names of a path below CATALINA_BASE; undefined when it leads out of it, is the folder itself, or cannot be known.
 */
function resolve(folder: string, text: string): readonly string[] | undefined {
  const fromBase = text.startsWith(BASE);
  const path = fromBase ? text.slice(BASE.length) : text;
  const parent = fromBase ? "" : folder.startsWith(BASE) ? folder.slice(BASE.length) : folder;
  const names: string[] = [];
  for (const part of [parent, path]) {
    // An absolute path, a drive or a URL.
    if (isUnknownText(part) || part.includes("${") || /^[/\\]|:/.test(part)) return undefined;
    for (const name of part.split(/[/\\]/)) {
      if (name === "" || name === ".") continue;
      if (name !== "..") names.push(name);
      else if (names.pop() === undefined) return undefined;
    }
  }
  return names.length > 0 ? names : undefined;
}
