import { groupBy } from "../../base/group-by.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { contextPath } from "../../config/values.ts";
import type { ElementRule, Report } from "../rule.ts";

interface Named {
  readonly child: string;
  readonly attribute: string;
  /** What Tomcat compares; undefined where it is not known. */
  readonly keyOf: (component: Component) => string | undefined;
}

/** What tells the children of each parent apart. */
const NAMED: Readonly<Record<string, Named>> = {
  Engine: { child: "Host", attribute: "name", keyOf: (host) => host.text("name")?.toLowerCase() },
  Host: { child: "Context", attribute: "path", keyOf: pathOf },
  // SSLHostConfig.setHostName writes it in lower case; AbstractEndpoint.addSslHostConfig refuses the second.
  Connector: {
    child: "SSLHostConfig",
    attribute: "hostName",
    keyOf: (config) => (config.has("hostName") ? config.text("hostName")?.toLowerCase() : "_default_"),
  },
};

/**
 * Two Hosts of one name, two Contexts of one path or two SSLHostConfigs of one host stop Tomcat, and so do several
 * Certificates of which one has no type.
 *
 * Source: ContainerBase.addChild (`Child name is not unique`), AbstractEndpoint.addSslHostConfig, 7.0 to 11.0;
 * SSLHostConfig.registerCertificate, from 8.5 on.
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

/** Only a Certificate that stands alone needs no type. */
function certificates(config: Component, report: Report): void {
  const all = config.childrenNamed("Certificate");
  if (all.length < 2) return;
  for (const certificate of all) {
    if (certificate.has("type") || certificate.unfinished) continue;
    report({
      at: certificate.nameSpan,
      text: {
        en: "Of several Certificates each needs a type, RSA or EC: Tomcat does not start.",
        ko: "Certificate가 여럿이면 각각 RSA나 EC 같은 type이 필요합니다. 없으면 Tomcat이 시작되지 않습니다.",
      },
    });
  }
}

/** The path becomes the Context's name, whatever the version is; undefined where a name is written. */
function pathOf(context: Component): string | undefined {
  const path = context.has("name") ? undefined : context.text("path");
  return path === undefined ? undefined : contextPath(path);
}
