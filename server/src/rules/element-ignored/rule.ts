import { type AtLeastOne, groupBy } from "../../base/group-by.ts";
import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { suggest } from "../../base/suggest.ts";
import { ENCRYPT } from "../../config/classes.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { isOfTomcat5, partsOfTomcat5 } from "../../config/tomcat-5.ts";
import { isAfterFacts, lineFacts } from "../../schema/lines.ts";
import { isXmlName } from "../../syntax/name-problems.ts";
import type { ElementRule, Finding, Fix } from "../rule.ts";

/**
 * Tomcat skips an element it has no rule for, with everything inside, and only logs `No rules found matching`.
 *
 * Names are case sensitive. Below a third party's class there may be digester rules that are not known here: silence.
 * Source: Digester.endElement and ClusterRuleSet, 7.0 to 11.0.
 */
export const rule: ElementRule = {
  id: "element-ignored",
  group: "structure",
  severity: "warning",
  summary: {
    en: "An element Tomcat does not know in this place is skipped with all it holds.",
    ko: "Tomcat이 이 위치에서 모르는 요소는 내용 전체와 함께 무시됩니다.",
  },
  elements: "*",

  check(parent, report, file) {
    if (parent.className !== undefined && !parent.type && !parent.name.match(/^(Alias|WatchedResource)$/)) return;
    const ignored = parent.children.filter((each) => isIgnored(each, parent));
    if (ignored.length === 0) return;
    const elsewhere = groupBy(ignored, (child) => placesOf(child, parent, file)?.join());
    for (const [places, children] of elsewhere) {
      // What belongs into the same place lies beside it by one mistake.
      if (places !== undefined) report(misplaced(children, parent, places, file));
      else for (const child of children) report(unknown(child, parent, file));
    }
  },
};

function isIgnored(child: Component, parent: Component): boolean {
  return !child.read && child.name !== "" && isXmlName(child.name) && !followsFromTomcat5(child, parent);
}

/** A Cluster for Tomcat 5 is told of as a whole, at the first of its classes that Tomcat would load. */
function followsFromTomcat5(child: Component, parent: Component): boolean {
  return parent.name === "Cluster" && isOfTomcat5(child) && partsOfTomcat5(parent).some(({ read }) => read);
}

/** Where Tomcat would read an element; undefined where it does so nowhere, or may do so here. */
function placesOf({ name }: Component, parent: Component, { catalog, version }: ConfigFile) {
  if (isAfterFacts(version) || meantBy(name, parent) !== undefined) return undefined;
  const parents = catalog.placesOf(name).flatMap(({ path }) => path.split("/").at(-2) || []);
  return parents.length > 0 ? [...new Set(parents)] : undefined;
}

/** Elements of older Tomcats, whose names are no slips of others: `<Logger>` was Tomcat 5.0's. */
const OF_OLD_TOMCATS = new Set(["Logger"]);

/** The child of this element whose name is nearly the one that is written. */
function meantBy(name: string, parent: Component): string | undefined {
  if (OF_OLD_TOMCATS.has(name)) return undefined;
  return suggest(name, [...(parent.facts?.children.keys() ?? [])]);
}

function unknown(child: Component, parent: Component, { version }: ConfigFile): Finding {
  const { name } = child;
  const meant = meantBy(name, parent);
  const { line, release } = version;
  if (isAfterFacts(version)) {
    const newest = lineFacts(line).newest;
    return {
      at: child.nameSpan,
      severity: "hint",
      text: {
        en: `<${name}> in <${parent.name}> is not known up to Tomcat ${newest}; ${release} may read it.`,
        ko: `Tomcat ${newest}까지는 <${parent.name}> 안의 <${name}> 요소를 읽지 않으며 ${release}에서는 읽을 수 있습니다.`,
      },
      ...(meant === undefined ? {} : { fix: rename(child, meant) }),
    };
  }
  if (meant !== undefined) {
    return {
      at: child.nameSpan,
      text: {
        en: `Tomcat ignores <${name}> and all it holds. Did you mean <${meant}>?`,
        ko: `Tomcat은 ${josa(`<${name}>`, "과")} 그 내용을 모두 무시합니다. ${josa(`<${meant}>`, "을")} 쓰려던 것입니까?`,
      },
      fix: rename(child, meant),
    };
  }
  return {
    at: child.nameSpan,
    text: {
      en: `Tomcat knows no <${name}> in <${parent.name}>: it is ignored with all it holds.`,
      ko: `Tomcat은 <${parent.name}> 안의 ${josa(`<${name}>`, "을")} 모릅니다. 내용 전체가 무시됩니다.`,
    },
  };
}

/** So many of the other elements are shown beside the first. */
const MOST_SHOWN = 10;

function misplaced(
  [first, ...others]: AtLeastOne<Component>,
  parent: Component,
  written: string,
  file: ConfigFile,
): Finding {
  const places = written
    .split(",")
    .map((place) => `<${place}>`)
    .join(", ");
  const names = [...new Set([first, ...others].map(({ name }) => `<${name}>`))];
  const shown = names.slice(0, MOST_NAMES).join(", ") + (names.length > MOST_NAMES ? ", …" : "");
  const count = others.length + 1;
  const text =
    count === 1
      ? {
          en: `Tomcat ignores ${shown} inside <${parent.name}>. It is read only in ${places}: move it there.`,
          ko: `Tomcat은 <${parent.name}> 안의 ${josa(shown, "을")} 무시합니다. ${places} 안으로 옮기십시오.`,
        }
      : {
          en: `Tomcat ignores ${count} elements inside <${parent.name}>: ${shown}. They are read only in ${places}: move them there.`,
          ko: `Tomcat은 <${parent.name}> 안의 요소 ${count}개(${shown})를 무시합니다. ${places} 안으로 옮기십시오.`,
        };

  return {
    at: first.nameSpan,
    text: leavesUnencrypted([first, ...others], parent)
      ? { en: `${text.en} ${IN_CLEAR.en}`, ko: `${text.ko} ${IN_CLEAR.ko}` }
      : text,
    ...(others.length === 0
      ? {}
      : {
          related: others.slice(0, MOST_SHOWN).map(({ nameSpan }) => ({
            file,
            at: nameSpan,
            text: { en: "Ignored too.", ko: "이 요소도 무시됩니다." },
          })),
        }),
  };
}

const IN_CLEAR: Localized = {
  en: "Messages between the nodes are not encrypted.",
  ko: "노드 사이의 메시지가 암호화되지 않습니다.",
};

/** True where what would encrypt is among ignored elements, and no other Interceptor does. */
function leavesUnencrypted(ignored: readonly Component[], parent: Component): boolean {
  const encrypts = (each: Component) => each.name === "Interceptor" && each.written("className") === ENCRYPT;
  return (
    parent.name === "Cluster" &&
    ignored.some(encrypts) &&
    !parent.childrenNamed("Channel").some(({ children }) => children.some(encrypts))
  );
}

/** So many different names of elements fit into a message. */
const MOST_NAMES = 4;

function rename({ element }: Component, name: string): Fix {
  const edits = [{ span: element.nameSpan, newText: name }];
  if (element.endTag) edits.push({ span: element.endTag.nameSpan, newText: name });
  return { title: { en: `Change to <${name}>`, ko: `${josa(`<${name}>`, "으로")} 변경` }, edits };
}
