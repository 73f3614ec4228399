import { Change } from "./change.ts";

/**
 * Encrypted replication by the Channel itself: attributes of GroupChannel, a securePort that listens, send option 16
 * that encrypts, and EncryptInterceptor marked as deprecated.
 *
 * These changes are reported of the releases of autumn 2026. The facts are older and neither a source nor a run
 * confirms them, so they make no error of a file's content.
 */
export const CHANNEL_TLS = new Change("9.0.124", "10.1.62", "11.0.28");

const GROUP_CHANNEL = "org.apache.catalina.tribes.group.GroupChannel";
const CHANNEL_ATTRIBUTES: ReadonlySet<string> = new Set([
  "secure",
  "pskIdentity",
  "pskKey",
  "pskDigest",
  "pskProtocol",
]);

/** The change that is reported to have introduced an attribute of a class; undefined for all other attributes. */
export function reportedAttribute(className: string, attribute: string): Change | undefined {
  return className === GROUP_CHANNEL && CHANNEL_ATTRIBUTES.has(attribute) ? CHANNEL_TLS : undefined;
}
