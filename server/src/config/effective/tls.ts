import { tlsAttribute } from "../../schema/replacements.ts";
import { added } from "./added.ts";
import { type Reading, sortedByName } from "./attributes.ts";
import type { EffectiveAttribute, EffectiveObject } from "./model.ts";
import { ADDED, REASONS } from "./reasons.ts";
import { setterTakes } from "./setters.ts";

const HOST = "org.apache.tomcat.util.net.SSLHostConfig";
const CERTIFICATE = "org.apache.tomcat.util.net.SSLHostConfigCertificate";

/**
 * A Connector with the SSLHostConfig `_default_` that its own TLS attributes make: 8.5 to 10.0 pass them on to it, and
 * what is about the certificate to the first Certificate in it.
 *
 * Source: the setters of AbstractHttp11Protocol, SSLHostConfig.registerDefaultCertificate.
 */
export function withDefaultHost(connector: EffectiveObject, reading: Reading): EffectiveObject {
  const passed = connector.attributes.flatMap((attribute): Passed[] => {
    const name = tlsAttribute(attribute.name);
    return name !== undefined && attribute.written !== undefined ? [{ attribute, name }] : [];
  });
  if (passed.length === 0 || !reading.file.catalog.classNamed(HOST)) return connector;
  const certificate = reading.file.catalog.classNamed(CERTIFICATE);
  const ofCertificate = passed.filter(({ name }) => certificate?.attributes.has(name));
  const ofHost = passed.filter((each) => !ofCertificate.includes(each));
  const certificates =
    ofCertificate.length > 0
      ? [withValues(added("Certificate", CERTIFICATE, ADDED.tlsAttributes, reading), ofCertificate, reading)]
      : [];
  const made = { ...added("SSLHostConfig", HOST, ADDED.tlsAttributes, reading), children: certificates };
  const host = withName(withValues(made, ofHost, reading), connector);
  return {
    ...connector,
    attributes: connector.attributes.filter((each) => !passed.some(({ attribute }) => attribute === each)),
    children: [...connector.children, host],
  };
}

/** Its name is the Connector's default one, whichever of the attributes comes first (setDefaultSSLHostConfigName). */
function withName(host: EffectiveObject, { attributes }: EffectiveObject): EffectiveObject {
  const given = attributes.find(({ name, written }) => name === "defaultSSLHostConfigName" && written !== undefined);
  if (!given) return host;
  const others = host.attributes.filter(({ name }) => name !== "hostName");
  const why = given.why ?? REASONS.writtenOnConnector(given.name);
  return { ...host, attributes: sortedByName([...others, { ...given, name: "hostName", why }]) };
}

/** An attribute of a Connector that it passes on, and its name where it comes to. */
interface Passed {
  readonly attribute: EffectiveAttribute;
  readonly name: string;
}

function withValues(object: EffectiveObject, passed: readonly Passed[], { file }: Reading): EffectiveObject {
  const type = object.className === undefined ? undefined : file.catalog.classNamed(object.className);
  const attributes = new Map(object.attributes.map((each) => [each.name, each]));
  for (const { attribute, name } of passed) {
    const { value, origin, written, why } = attribute;
    const facts = type?.attributes.get(name);
    const taken = facts && value !== undefined ? setterTakes(value, { name, facts, type }, file.version) : { value };
    attributes.set(name, {
      name,
      value: "value" in taken ? taken.value : undefined,
      origin,
      written,
      why: why ?? REASONS.writtenOnConnector(attribute.name),
    });
  }
  // Neither element takes a className.
  return { ...object, namesClass: false, attributes: sortedByName([...attributes.values()]) };
}
