import { groupBy } from "../../base/group-by.ts";
import { josa } from "../../base/josa.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { contextPath } from "../../config/values.ts";
import { tlsAttribute } from "../../schema/replacements.ts";
import type { ElementRule, Report } from "../rule.ts";
import { move } from "../tls.ts";

const DEFAULT_HOST = "_default_";

interface Named {
  readonly child: string;
  readonly attribute: string;
  /** The value that Tomcat compares; undefined where it is not known. */
  readonly keyOf: (component: Component) => string | undefined;
}

/** The attribute that must differ among the children of each parent. */
const NAMED: Readonly<Record<string, Named>> = {
  Engine: { child: "Host", attribute: "name", keyOf: (host) => host.text("name")?.toLowerCase() },
  Host: { child: "Context", attribute: "path", keyOf: pathOf },
  // SSLHostConfig.setHostName writes it in lower case; AbstractEndpoint.addSslHostConfig refuses the second.
  Connector: { child: "SSLHostConfig", attribute: "hostName", keyOf: hostOf },
};

/**
 * Two Hosts of one name, two Contexts of one path or two SSLHostConfigs of one host stop Tomcat, and so do several
 * Certificates of which one has no type.
 *
 * Source: ContainerBase.addChild (`Child name is not unique`), 7.0 to 11.0; AbstractEndpoint.addSslHostConfig and
 * SSLHostConfig.addCertificate, from 8.5 on; AbstractHttp11Protocol.registerDefaultSSLHostConfig, 8.5 and 9.0.
 */
export const rule: ElementRule = {
  id: "name-not-unique",
  group: "tomcat",
  severity: "error",
  summary: {
    en: "Hosts, Contexts of a Host, SSLHostConfigs and Certificates must differ in name, path or type.",
    ko: "Host, Host 안의 Context, SSLHostConfig, Certificate는 이름, path, type이 서로 달라야 합니다.",
  },
  elements: [...Object.keys(NAMED), "SSLHostConfig"],

  check(parent, report, file) {
    const named = NAMED[parent.name];
    if (named) sameNames(parent, report, named, file);
    else certificates(parent, report);
    if (parent.name === "Connector") ownConfig(parent, report, file);
  },
};

function sameNames(parent: Component, report: Report, { child, attribute, keyOf }: Named, file: ConfigFile): void {
  for (const [key, [first, ...others]] of groupBy(parent.childrenNamed(child), keyOf)) {
    if (key === undefined || !first) continue;
    for (const other of others) {
      report({
        at: other.spanOf(attribute),
        text: {
          en: `There is a <${child}> "${key}" already: Tomcat does not start. Give this one another ${attribute}.`,
          ko: `"${key}"인 <${child}> 요소가 이미 있어 Tomcat이 시작되지 않습니다. ${attribute} 값을 다르게 쓰십시오.`,
        },
        related: [{ file, at: first.spanOf(attribute), text: { en: "The first one.", ko: "첫 번째입니다." } }],
      });
    }
  }
}

/** The value stored by SSLHostConfig.setHostName; undefined where it is not known. */
function hostOf(config: Component): string | undefined {
  return config.has("hostName") ? config.text("hostName")?.toLowerCase() : DEFAULT_HOST;
}

/**
 * The TLS attributes of a Connector make an SSLHostConfig of the default name while its start tag is read, up to 9.0: one
 * that stands in it then comes second.
 */
function ownConfig(connector: Component, report: Report, file: ConfigFile): void {
  const { attributes } = connector.element;
  const own = attributes.filter(({ name }) => tlsAttribute(name) && connector.attributeFacts(name));
  const [first] = own;
  if (!first) return;
  // A default name set later has no effect on the one created before.
  const setBefore = connector.attribute("defaultSSLHostConfigName");
  const isNamed = setBefore && setBefore.span.start < first.span.start;
  const name = isNamed ? connector.text("defaultSSLHostConfigName")?.toLowerCase() : DEFAULT_HOST;
  const second = connector.childrenNamed("SSLHostConfig").find((config) => hostOf(config) === name);
  if (name === undefined || !second) return;
  report({
    at: second.spanOf("hostName"),
    text: {
      en: `${first.name} of the Connector makes an SSLHostConfig "${name}" already: Tomcat does not start. Move it into this one.`,
      ko: `Connector의 ${first.name} 속성이 이미 SSLHostConfig ${josa(`"${name}"`, "을")} 만들어 Tomcat이 시작되지 않습니다. 속성을 이 요소로 옮기십시오.`,
    },
    related: [{ file, at: first.nameSpan, text: { en: "The attribute.", ko: "해당 속성입니다." } }],
    ...move(connector, own, file),
  });
}

/** Only a single Certificate needs no type. */
function certificates(config: Component, report: Report): void {
  const all = config.childrenNamed("Certificate");
  if (all.length < 2) return;
  for (const certificate of all) {
    // An empty type is none (CertificateCreateRule.begin).
    if ((certificate.has("type") && certificate.text("type") !== "") || certificate.unfinished) continue;
    report({
      at: certificate.nameSpan,
      text: {
        en: "Of several Certificates each needs a type, RSA or EC: Tomcat does not start.",
        ko: "Certificate가 여럿이면 각각 RSA나 EC 같은 type이 필요합니다. 없으면 Tomcat이 시작되지 않습니다.",
      },
    });
  }
}

/** The path, which becomes the Context's name, whatever the version is; undefined where a name is written. */
function pathOf(context: Component): string | undefined {
  const path = context.has("name") ? undefined : context.text("path");
  return path === undefined ? undefined : contextPath(path);
}
