import type { Localized } from "../../base/localized.ts";
import type { AttributeFacts, ClassFacts, TomcatVersion } from "../../schema/model.ts";
import { certificateTypes } from "../certificate-types.ts";
import { patternProblem } from "../java-pattern.ts";
import { parseSendOptions } from "../options.ts";
import { bytesIn, bytesOf, writtenId } from "../unique-ids.ts";
import { canonicalLong, isJavaInt, isJavaLong, isNetwork, isNoAddress, parseBoolean, parseInteger } from "../values.ts";
import { allRolesMode, hasAlgorithm } from "../words.ts";
import { REASONS } from "./reasons.ts";

/** What a setter makes of a text, as text again, or why it keeps what it had, or why the file does not tell. */
export type Taken =
  | { readonly value: string; readonly why?: Localized | undefined }
  | { readonly rejected: Localized }
  | { readonly unknown: Localized };

/** An attribute by the name that Tomcat sets, with what is known of it and of its class. */
interface Setting {
  readonly name: string;
  readonly facts: AttributeFacts | undefined;
  readonly type: ClassFacts | undefined;
}

type Setter = (text: string, version: TomcatVersion) => Taken;

/** What Tomcat makes of a text: IntrospectionUtils.setProperty by type, and setters that judge themselves. Without facts any text. */
export function setterTakes(text: string, { name, facts, type }: Setting, version: TomcatVersion): Taken {
  if (name.endsWith("SendOptions") && facts?.type === "string") return sendOptions(text);
  const own = SETTERS[`${type?.simpleName}#${name}`] ?? BY_NAME[name];
  if (own) return own(text, version);
  if (name === "algorithm" && type && hasAlgorithm(type.simpleName, text) === false)
    return { rejected: REASONS.noJavaAlgorithm };
  switch (facts?.type) {
    case "int":
      if (!isJavaInt(text)) return { rejected: REASONS.noNumber };
      if (AT_LEAST_ONE.has(name) && +text < 1) return { value: "1", why: REASONS.atLeastOne };
      return { value: `${parseInteger(text)}` };
    case "long":
      return isJavaLong(text) ? { value: canonicalLong(text) } : { rejected: REASONS.noNumber };
    case "boolean": {
      const value = parseBoolean(text);
      return { value: `${value}`, why: value || text.toLowerCase() === "false" ? undefined : REASONS.notTrue };
    }
    case "inet":
      return isNoAddress(text) ? { rejected: REASONS.noAddress } : { value: text };
    default:
      return { value: text };
  }
}

/** A Receiver tries one port at least (ReceiverBase.setAutoBind). */
const AT_LEAST_ONE = new Set(["autoBind"]);

/** Attributes of a class that all of its kind share. */
const BY_NAME: Readonly<Record<string, Setter>> = {
  // Compiled as Java regular expressions (ManagerBase, 8.5 on).
  sessionAttributeNameFilter: pattern,
  sessionAttributeValueClassNameFilter: pattern,

  /** RealmBase.setAllRolesMode. */
  allRolesMode: (text) => {
    const value = allRolesMode(text);
    return value === undefined ? { rejected: REASONS.noMode } : { value };
  },
};

const SETTERS: Readonly<Record<string, Setter>> = {
  /** 10.1.60 refuses zero and below, 9.0.121 and 11.0.25 take it; what others do is not known. */
  "DeltaManager#sendAllSessionsSize": (text) => {
    if (!isJavaInt(text)) return { rejected: REASONS.noNumber };
    return +text < 1 ? { unknown: REASONS.byRelease } : { value: `${parseInteger(text)}` };
  },

  /** HexUtils.fromHexString, of the trimmed text. */
  "EncryptInterceptor#encryptionKey": (text) =>
    /^(?:[\da-f]{2})*$/i.test(text.trim()) ? { value: text.trim() } : { rejected: REASONS.noHex },

  /** EncryptInterceptor.setEncryptionAlgorithm. */
  "EncryptInterceptor#encryptionAlgorithm": (text) =>
    text.split("/").length >= 3 ? { value: text } : { rejected: REASONS.noAlgorithm },

  "ReplicationValve#filter": pattern,
  "StandardHost#deployIgnore": pattern,
  "Connector#defaultSSLHostConfigName": lowerCased,
  "Connector#noCompressionUserAgents": pattern,
  "Connector#restrictedUserAgents": pattern,
  "RemoteIpValve#internalProxies": proxies,
  "RemoteIpValve#trustedProxies": proxies,
  "RemoteCIDRValve#allow": networks,
  "RemoteCIDRValve#deny": networks,

  /** SSLHostConfig.CertificateVerification.fromString. */
  "SSLHostConfig#certificateVerification": (text) => {
    const found = VERIFICATIONS.find(([, ...words]) => words.includes(text.toLowerCase()))?.[0];
    return found ? { value: found } : { value: "REQUIRED", why: REASONS.strictest };
  },

  "SSLHostConfig#hostName": lowerCased,

  /** CertificateCreateRule.begin; releases that stop at another type do not come this far. */
  "SSLHostConfigCertificate#type": (text, version) =>
    text === "" || certificateTypes(version).includes(text)
      ? { value: text || "UNDEFINED" }
      : { value: "UNDEFINED", why: REASONS.noCertificateType },

  /** StaticMember.setHost: bytes in braces, or a name that may or may not resolve. */
  "StaticMember#host": (text) =>
    text.startsWith("{") && !bytesIn(text) ? { rejected: REASONS.noBytes } : { value: text },

  "StaticMember#uniqueId": (text) => {
    const bytes = bytesOf(text);
    return bytes ? { value: writtenId(bytes) } : { rejected: REASONS.noUniqueId };
  },
};

const VERIFICATIONS: readonly (readonly [value: string, ...words: string[]])[] = [
  ["REQUIRED", "true", "yes", "require", "required"],
  ["OPTIONAL", "optional", "want"],
  ["OPTIONAL_NO_CA", "optionalnoca", "optional_no_ca"],
  ["NONE", "false", "no", "none"],
];

/** SSLHostConfig.setHostName, AbstractEndpoint.setDefaultSSLHostConfigName. */
function lowerCased(text: string): Taken {
  const value = text.toLowerCase();
  return { value, why: value === text ? undefined : REASONS.lowerCase };
}

/** Tomcat 11 reads what has a slash as networks, any other a pattern. */
function proxies(text: string): Taken {
  return text.includes("/") ? { value: text } : pattern(text);
}

/** RemoteCIDRValve.fillFromInput. */
function networks(text: string): Taken {
  const all = text.split(",").map((each) => each.trim());
  const taken = all.filter((each) => each !== "" && isNetwork(each));
  return { value: taken.join(", "), why: taken.length < all.length ? REASONS.noNetworks : undefined };
}

/** Only lines that know names take a text; they drop zero and below (SimpleTcpCluster.setChannelSendOptions, 9.0 on). */
function sendOptions(text: string): Taken {
  const mask = parseSendOptions(text);
  return mask === undefined || mask <= 0 || !isJavaInt(`${mask}`)
    ? { rejected: REASONS.noOptions }
    : { value: `${mask}` };
}

function pattern(text: string): Taken {
  return patternProblem(text) ? { rejected: REASONS.noPattern } : { value: text };
}
