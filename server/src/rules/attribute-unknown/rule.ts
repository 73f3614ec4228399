import { suggest } from "../../base/suggest.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { existsIn, linesWith } from "../../schema/catalog.ts";
import type { Change } from "../../schema/change.ts";
import { isAfterFacts, type Line, lineFacts } from "../../schema/lines.ts";
import type { ClassFacts, TomcatVersion } from "../../schema/model.ts";
import { renamedAttribute, tlsAttribute } from "../../schema/replacements.ts";
import { reportedAttribute } from "../../schema/reported.ts";
import type { XmlAttribute } from "../../syntax/tree.ts";
import type { ElementRule, Finding, Fix } from "../rule.ts";
import { move, movedAttribute, textOf } from "./tls.ts";

/** What these say, a peer or a browser notices: their author looks at the change. */
const SECURITY: ReadonlySet<string> = new Set(["secret", "protocols"]);

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

  *check(component, file) {
    const { version, catalog } = file;
    const { facts, type } = component;
    if (!facts || !type || facts.unknownAttributeSilent || type.acceptsAnyAttribute) return;
    // A Connector passes attributes on to its protocol handler, which may be anybody's.
    const handler =
      component.name === "Connector" ? catalog.connectorAttributes(component.text("protocol")) : undefined;
    if (component.name === "Connector" && !handler) return;
    const unknown = component.element.attributes.filter((attribute) => {
      const names = [lowerFirst(attribute.name), attribute.name];
      const known = names.some((name) => {
        const found = type.attributes.get(name);
        // Without a release, one that had it counts.
        const exists = found && (!version.release || existsIn(found.releases, version.release));
        return exists || handler?.has(name);
      });
      return !known && !isReadElsewhere(attribute.name, component, type);
    });
    const known = [...type.attributes.keys(), ...(handler?.keys() ?? [])];
    const moved = unknown.filter(({ name }) => movedAttribute(name, component, catalog));
    for (const attribute of unknown) {
      const elsewhere = version.assumed ? linesWith(type.name, lowerFirst(attribute.name)) : [];
      const reported = reportedAttribute(type.name, attribute.name);
      if (reported) yield* onReport(attribute, version, reported);
      else if (elsewhere.length > 0) yield onlyElsewhere(attribute, type, version.line, elsewhere);
      else if (isAfterFacts(version)) yield notKnownYet(attribute, component, file, known);
      else if (moved.includes(attribute)) yield toMove(attribute, component, file, moved);
      else yield finding(attribute, component, version, known);
    }
  },
};

function isReadElsewhere(name: string, component: Component, type: ClassFacts): boolean {
  return (
    (name === "className" && component.facts?.takesClassName === true) ||
    name === "optional" ||
    // Eclipse's server adapter writes it, and Tomcat's digester is told to expect it (Catalina, ContextConfig).
    (name === "source" && component.name === "Context") ||
    name.startsWith("xmlns") ||
    component.facts?.ruleAttributes.includes(name) === true ||
    type.silentAttributes.has(lowerFirst(name)) ||
    type.attributePatterns.some((pattern) => pattern.test(name))
  );
}

/** Only a report tells of it: nothing is said of a release that has it by that report, nor is anything taken out. */
function* onReport({ name, nameSpan }: XmlAttribute, version: TomcatVersion, change: Change): Generator<Finding> {
  const first = change.firstIn(version.line);
  const has = change.isIn(version);
  if (has === true) return;
  yield {
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
  };
}

/** A release that came after the facts may have it: nothing is ignored for sure, and nothing may go. */
function notKnownYet(
  attribute: XmlAttribute,
  component: Component,
  { version: { line, release } }: ConfigFile,
  known: readonly string[],
): Finding {
  const { name, nameSpan } = attribute;
  const newest = lineFacts(line).known;
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
    text: target ? textOf(name, target, component) : { en: "", ko: "" },
    ...move(component, moved, file),
  };
}

function rename({ nameSpan }: XmlAttribute, name: string): Fix {
  return {
    title: { en: `Change to ${name}`, ko: `${name}(으)로 변경` },
    edits: [{ span: nameSpan, newText: name }],
  };
}

function finding(
  attribute: XmlAttribute,
  component: Component,
  version: TomcatVersion,
  known: readonly string[],
): Finding {
  const { name } = attribute;
  const simpleName = component.type?.simpleName ?? component.name;
  const renamed = [renamedAttribute(name), tlsAttribute(name)].find(
    (each) => each !== undefined && known.includes(each),
  );
  const meant = renamed ?? suggest(name, known);
  const usable = meant !== undefined && !component.has(meant);
  return {
    at: attribute.nameSpan,
    text: {
      en: `${simpleName} has no attribute ${name}: Tomcat ignores it.${usable ? ` Did you mean ${meant}?` : " Remove it."}`,
      ko: `${simpleName}에는 ${name} 속성이 없어 Tomcat이 무시합니다.${usable ? ` ${meant}을(를) 쓰려던 것입니까?` : " 지우십시오."}`,
    },
    fix: usable
      ? { ...rename(attribute, meant), asked: version.assumed === true || !isPlain(attribute, meant, component) }
      : {
          title: { en: `Remove ${name}`, ko: `${name} 제거` },
          edits: [component.removeAttribute(attribute)],
          asked: true,
        },
  };
}

/** The line is a guess, and the attribute speaks against it. */
function onlyElsewhere(attribute: XmlAttribute, type: ClassFacts, line: Line, elsewhere: readonly Line[]): Finding {
  const lines = elsewhere.join(", ");
  return {
    at: attribute.nameSpan,
    severity: "information",
    text: {
      en: `${type.simpleName} has ${attribute.name} in Tomcat ${lines} only. ${line} is assumed: choose your version.`,
      ko: `${type.simpleName}의 ${attribute.name}은(는) Tomcat ${lines}에만 있습니다. ${line}(으)로 추정했으니 버전을 선택하십시오.`,
    },
  };
}

/**
 * True where the right name changes this node alone, as its author wrote it: a name in other letter case, or one that
 * was renamed. TLS and secrets are looked at, and so is what all nodes share: a node that is mended alone leaves them.
 */
function isPlain({ name }: XmlAttribute, meant: string, component: Component): boolean {
  if (component.name === "Membership" || !isSameName(name, meant)) return false;
  return component.element.attributes.every((other) => other.name === name || !isSameName(other.name, meant));
}

function isSameName(name: string, meant: string): boolean {
  return name.toLowerCase() === meant.toLowerCase() || (meant === renamedAttribute(name) && !SECURITY.has(meant));
}

function lowerFirst(name: string): string {
  return name.charAt(0).toLowerCase() + name.slice(1);
}
