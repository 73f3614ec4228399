import { Change } from "./change.ts";

/**
 * Encrypted replication by the Channel itself, and what it brings: attributes of GroupChannel, a securePort that
 * listens, send option 16 that encrypts, and EncryptInterceptor marked as deprecated.
 *
 * As reported of the releases of autumn 2026. The facts are older, so none of it was seen in a source or a run, and
 * nothing here makes an error of what a file says.
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

/** The change that is reported to have brought an attribute of a class; undefined where no report tells of it. */
export function reportedAttribute(className: string, attribute: string): Change | undefined {
  return className === GROUP_CHANNEL && CHANNEL_ATTRIBUTES.has(attribute) ? CHANNEL_TLS : undefined;
}
