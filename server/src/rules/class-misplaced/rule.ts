import { josa } from "../../base/josa.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { existsIn, simpleNameOf } from "../../schema/catalog.ts";
import type { ElementFacts, ReleaseRange } from "../../schema/model.ts";
import type { Release } from "../../schema/release.ts";
import { tomcatClass, tomcatClassAround } from "../../schema/tomcat-classes.ts";
import { doesNotStart } from "../outcomes.ts";
import type { ElementRule, Finding } from "../rule.ts";

/** Packages of Java, its extensions and Jakarta EE, which contain no components of Tomcat. */
const JAVA_PACKAGE = /^(?:java|javax|jakarta)\./;

/** The outer class of the only nested listeners that can be instantiated; it is for programs that embed Tomcat. */
const EMBEDDED = "org.apache.catalina.startup.Tomcat$";

/**
 * A known class that does not fit its element stops Tomcat (`argument type mismatch`); some fit and are dropped silently.
 *
 * Source: SetNextRule.end, 7.0 to 11.0; SimpleTcpCluster.addValve for valves that are no ClusterValve.
 */
export const rule: ElementRule = {
  id: "class-misplaced",
  group: "structure",
  severity: "error",
  summary: {
    en: "A class of another kind than its element stops Tomcat at start.",
    ko: "요소에 맞지 않는 종류의 클래스를 지정하면 Tomcat이 시작되지 않습니다.",
  },
  elements: "*",

  check(component, report, file) {
    const { facts, type } = component;
    const className = component.text("className");
    if (className === undefined || !facts?.takesClassName || facts.classes.length === 0) return;
    if (!type) {
      const finding = facts.classes.includes(className) ? undefined : stranger(component, className, facts, file);
      if (finding) report(finding);
      return;
    }
    const at = component.spanOf("className");
    const name = simpleNameOf(className);
    if (facts.classesDropped.includes(className)) {
      report({
        at,
        severity: "warning",
        text: {
          en: `Tomcat drops ${name} here without a word. Move the <${component.name}> out of the Cluster, into Host or Engine.`,
          ko: `Tomcat은 여기의 ${josa(name, "을")} 경고 없이 버립니다. ${josa(`<${component.name}>`, "을")} Cluster 밖의 Host나 Engine으로 옮기십시오.`,
        },
      });
    } else if (!facts.classes.includes(className) || facts.classesThatAbort.includes(className)) {
      report(misplaced(component, name, facts, file));
    }
  },
};

/** A class that is no component of Tomcat: an internal one, or one of Java's. */
function stranger(component: Component, className: string, facts: ElementFacts, file: ConfigFile): Finding | undefined {
  const { line, release } = file.version;
  const known = tomcatClass(className);
  const name = simpleNameOf(className);
  if (known?.abstract && existsIn(known.releases.get(line) ?? [], release)) {
    return {
      at: component.spanOf("className"),
      text: {
        en: `${name} is abstract, so Tomcat can make no object of it: ${doesNotStart(file).en}. ${choiceOf(facts)} would fit.`,
        ko: `${josa(name, "은")} 추상 클래스라서 Tomcat이 객체를 만들지 못해 ${doesNotStart(file).ko}. ${choiceOf(facts)} 등을 쓰십시오.`,
      },
    };
  }
  // The accepted classes are known for the newest release of the line only; a removed class may have been accepted.
  const isRefused =
    JAVA_PACKAGE.test(className) ||
    (!className.startsWith(EMBEDDED) &&
      stillThere((known ?? tomcatClassAround(className))?.releases.get(line), release));
  return isRefused ? misplaced(component, name, facts, file) : undefined;
}

/** True for a class that this release has, and the newest one of its line too. */
function stillThere(ranges: readonly ReleaseRange[] | undefined, release: Release | undefined): boolean {
  return ranges !== undefined && existsIn(ranges, undefined) && existsIn(ranges, release);
}

function misplaced(component: Component, name: string, facts: ElementFacts, file: ConfigFile): Finding {
  return {
    at: component.spanOf("className"),
    text: {
      en: `${name} does not fit <${component.name}>: ${doesNotStart(file).en}. ${choiceOf(facts)} would fit.`,
      ko: `${josa(name, "은")} <${component.name}>에 맞지 않아 ${doesNotStart(file).ko}. ${choiceOf(facts)} 등을 쓰십시오.`,
    },
  };
}

/** Some of the accepted classes, for a text. */
function choiceOf({ classes, classesThatAbort }: ElementFacts): string {
  return classes
    .filter((each) => !classesThatAbort.includes(each))
    .map(simpleNameOf)
    .slice(0, 3)
    .join(", ");
}
