import { AJP_CLOSED, AJP_PROTOCOL } from "../config/ajp.ts";
import type { Component } from "../config/component.ts";
import type { ConfigFile } from "../config/file.ts";
import type { XmlAttribute } from "../syntax/tree.ts";

/** The attribute's name in former releases, which 7.0 to 10.1 still take. */
const FORMER_NAME = "requiredSecret";

/** True for an AJP Connector that has no secret in this release, and is not told to do without one. */
export function lacksSecret(connector: Component): boolean {
  return (!connector.has("secretRequired") || connector.boolean("secretRequired") === true) && hasNoSecret(connector);
}

/** True for an AJP Connector that has no secret in this release. */
export function hasNoSecret(connector: Component): boolean {
  if (!AJP_PROTOCOL.test(connector.text("protocol") ?? "")) return false;
  return !["secret", FORMER_NAME].some((name) => {
    return connector.has(name) && connector.attributeFacts(name) !== undefined && connector.text(name) !== "";
  });
}

/**
 * The secret under its former name, of a Connector that does not start because this release reads only the new one.
 * Undefined where that is not certain.
 */
export function secretOfFormerName(connector: Component, { version, template }: ConfigFile): XmlAttribute | undefined {
  if (template || connector.unfinished || version.standsFor !== undefined) return undefined;
  if (AJP_CLOSED.isIn(version) !== true || connector.attributeFacts(FORMER_NAME) !== undefined) return undefined;
  return connector.has("secret") || !lacksSecret(connector) ? undefined : connector.attribute(FORMER_NAME);
}
