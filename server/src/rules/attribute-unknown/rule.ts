import { josa } from "../../base/josa.ts";
import { suggest } from "../../base/suggest.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { activeClusters } from "../../config/node.ts";
import type { Change } from "../../schema/change.ts";
import { isAfterFacts, lineFacts } from "../../schema/lines.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import { attributeMeant, renamedAttribute, tlsAttribute } from "../../schema/replacements.ts";
import { reportedAttribute } from "../../schema/reported.ts";
import type { XmlAttribute } from "../../syntax/tree.ts";
import { secretOfFormerName } from "../ajp.ts";
import type { ElementRule, Finding, Fix, Report } from "../rule.ts";
import { move, movedAttribute, textOfMoved } from "../tls.ts";
import { handlerOf, isOfOtherLine, unknownAttributes } from "../unknown-attributes.ts";

/** Attributes whose change affects peers or browsers, so that their fixes are never automatic. */
const SECURITY: ReadonlySet<string> = new Set(["secret", "protocols"]);

/** Namespace declarations and schema locations. */
const OF_NAMESPACES = /^(?:xmlns(?::|$)|xsi:)/;

/**
 * An attribute the class has no setter for is logged as a warning and ignored: the default stays.
 *
 * Source: SetPropertiesRule.begin and IntrospectionUtils.setProperty, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "attribute-unknown",
  group: "structure",
  severity: "warning",
  summary: {
    en: "An attribute the class does not have is ignored, and the default stays.",
    ko: "클래스에 없는 속성은 무시되고 기본값이 유지됩니다.",
  },
  automatic:
    "Tomcat ignores the attribute, and its right name differs in letter case only or is the one it was renamed to.",
  elements: "*",

  check(component, report, file) {
    const { version, catalog } = file;
    const { type } = component;
    const unknown = unknownAttributes(component, file);
    if (!type || unknown.length === 0) return;
    const handler = handlerOf(component, catalog);
    const known = [...type.attributes.keys(), ...(handler?.keys() ?? []), ...(component.facts?.ruleAttributes ?? [])];
    const moved = unknown.filter(({ name }) => movedAttribute(name, component, catalog));
    for (const attribute of unknown) {
      // An attribute of another or a former line is reported once for the file.
      if (isOfOtherLine(attribute, component, version)) continue;
      // The Connector does not start: `connector-secret` says so.
      if (attribute === secretOfFormerName(component, file)) continue;
      if (OF_NAMESPACES.test(attribute.name)) {
        report(ofNamespace(attribute, component));
        continue;
      }
      const reported = reportedAttribute(type.name, attribute.name);
      if (reported) onReport(attribute, report, version, reported);
      else if (isAfterFacts(version)) report(notKnownYet(attribute, component, file, known));
      else if (moved.includes(attribute)) report(toMove(attribute, component, file, moved));
      else report(finding(attribute, component, file, known));
    }
  },
};

/**
 * Tomcat's digester is not namespace aware: it warns of these attributes on each start, without further consequences.
 */
function ofNamespace(attribute: XmlAttribute, component: Component): Finding {
  const { name, nameSpan } = attribute;
  return {
    at: nameSpan,
    severity: "information",
    text: {
      en: `Tomcat reads this file without namespaces: it warns of ${name} at each start, and ignores it.`,
      ko: `Tomcat은 이 파일을 네임스페이스 없이 읽습니다. ${name} 속성은 시작할 때마다 경고만 남기고 무시됩니다.`,
    },
    fix: {
      title: { en: `Remove ${name}`, ko: `${name} 제거` },
      edits: [component.removeAttribute(attribute)],
      asked: true,
    },
  };
}

/**
 * An attribute known from a report only: nothing is reported for a release that has it according to the report, and
 * nothing is removed.
 */
function onReport({ name, nameSpan }: XmlAttribute, report: Report, version: TomcatVersion, change: Change): void {
  const first = change.firstIn(version.line);
  const has = change.isIn(version);
  if (has === true) return;
  report({
    at: nameSpan,
    severity: has === undefined || isAfterFacts(version) ? "hint" : "warning",
    text: first
      ? {
          en: `${name} is reported to have come with Tomcat ${first}; older releases ignore it and send clear text.`,
          ko: `${name} 속성은 Tomcat ${first}에 추가된 것으로 알려져 있으며, 그 전 릴리스는 무시하고 평문으로 보냅니다.`,
        }
      : {
          en: `Tomcat ${version.line} has no ${name}: it ignores it and sends clear text.`,
          ko: `Tomcat ${version.line}에는 ${name} 속성이 없어 무시하고 평문으로 보냅니다.`,
        },
  });
}

/**
 * A release newer than the facts may have the attribute, so it is not certain to be ignored and must not be removed.
 */
function notKnownYet(
  attribute: XmlAttribute,
  component: Component,
  { version: { line, release } }: ConfigFile,
  known: readonly string[],
): Finding {
  const { name, nameSpan } = attribute;
  const newest = lineFacts(line).newest;
  const meant = suggest(name, known);
  const usable = meant !== undefined && !component.has(meant);
  return {
    at: nameSpan,
    severity: "hint",
    text: {
      en: `${name} is not known up to Tomcat ${newest}; ${release} may have it.${usable ? ` Or did you mean ${meant}?` : ""}`,
      ko: `${name} 속성은 Tomcat ${newest}까지는 없으며 ${release}에는 있을 수 있습니다.${usable ? ` ${meant} 속성을 쓰려던 것입니까?` : ""}`,
    },
    ...(usable ? { fix: { ...rename(attribute, meant), asked: true } } : {}),
  };
}

function toMove(
  { name, nameSpan }: XmlAttribute,
  component: Component,
  file: ConfigFile,
  moved: readonly XmlAttribute[],
): Finding {
  const target = movedAttribute(name, component, file.catalog);
  return {
    at: nameSpan,
    text: target ? textOfMoved(name, target, component) : { en: "", ko: "" },
    ...move(component, moved, file),
  };
}

function rename({ nameSpan }: XmlAttribute, name: string): Fix {
  return {
    title: { en: `Change to ${name}`, ko: `${josa(name, "으로")} 변경` },
    edits: [{ span: nameSpan, newText: name }],
  };
}

function finding(attribute: XmlAttribute, component: Component, file: ConfigFile, known: readonly string[]): Finding {
  const { name } = attribute;
  const simpleName = component.type?.simpleName ?? component.name;
  const renamed = [renamedAttribute(name), tlsAttribute(name), attributeMeant(name)].find(
    (each) => each !== undefined && known.includes(each),
  );
  const meant = renamed ?? suggest(name, known);
  const usable = meant !== undefined && !component.has(meant);
  return {
    at: attribute.nameSpan,
    // In a file without a Cluster, an attribute that Tomcat ignores matters little.
    ...(usable || isAboutCluster(component, file) ? {} : { severity: "hint" }),
    text: {
      en: `${simpleName} has no attribute ${name}: Tomcat ignores it.${usable ? ` Did you mean ${meant}?` : " Remove it."}`,
      ko: `${simpleName}에는 ${name} 속성이 없어 Tomcat이 무시합니다.${usable ? ` ${josa(meant, "을")} 쓰려던 것입니까?` : " 제거하십시오."}`,
    },
    fix: usable
      ? { ...rename(attribute, meant), asked: file.version.assumed === true || !isPlain(attribute, meant, component) }
      : {
          title: { en: `Remove ${name}`, ko: `${name} 제거` },
          edits: [component.removeAttribute(attribute)],
          asked: true,
        },
  };
}

/**
 * True where the correct name affects this node only and has its author's meaning: a name in other letter case, or a
 * renamed one. False for TLS and secrets, and for settings that all nodes must share, because a node changed alone
 * leaves the cluster.
 */
function isPlain({ name }: XmlAttribute, meant: string, component: Component): boolean {
  if (component.name === "Membership" || !isSameName(name, meant)) return false;
  return component.element.attributes.every((other) => other.name === name || !isSameName(other.name, meant));
}

/** True for a name in other letter case, or a renamed one of the same meaning; false for TLS and secrets. */
function isSameName(name: string, meant: string): boolean {
  return name.toLowerCase() === meant.toLowerCase() || (meant === renamedAttribute(name) && !SECURITY.has(meant));
}

/** True in a file with a Cluster, and for the classes of one. */
function isAboutCluster({ className = "" }: Component, file: ConfigFile): boolean {
  return (
    file.kind === "cluster" ||
    activeClusters(file).length > 0 ||
    /^org\.apache\.catalina\.(ha|tribes)\./.test(className)
  );
}
