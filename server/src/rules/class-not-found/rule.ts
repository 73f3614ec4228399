import { distance, suggest } from "../../base/suggest.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { TagSearch } from "../../config/tag-search.ts";
import { isOfTomcat5, partsOfTomcat5 } from "../../config/tomcat-5.ts";
import { existsIn, simpleNameOf } from "../../schema/catalog.ts";
import { ASSUMED_LINE, isAfterFacts, LINES } from "../../schema/lines.ts";
import {
  isTomcatPackage,
  tomcatClass,
  tomcatClassAround,
  tomcatClassesCalled,
  tomcatClassInOtherCase,
} from "../../schema/tomcat-classes.ts";
import type { ElementRule } from "../rule.ts";
import {
  blanks,
  isJavaName,
  linesOf,
  missing,
  notKnownYet,
  ofAnotherLine,
  readAsEarlier,
  writtenForTomcat5,
} from "./messages.ts";

/** Packages with Tomcat's classes only; a class of any other may be on the user's class path. */
const TOMCAT_PACKAGE = /^org\.apache\.catalina\.(ha|tribes|cluster)\./;

/** No package at all, or one that begins as Tomcat's do: there a name of Tomcat's is Tomcat's class. */
const TOMCAT_LIKE = /^([^.]+|org\.apache\.(catalina|coyote|tomcat|naming)\..*)$/;

/** The number of letters by which a typing error may differ from a class of Tomcat; other names are a third party's. */
const SLIP = 2;

/**
 * A className that this Tomcat does not have stops it with a ClassNotFoundException.
 *
 * Source: ObjectCreateRule.begin, 7.0 to 11.0; presence of all classes in Tomcat's JARs by release tag.
 */
export const rule: ElementRule = {
  id: "class-not-found",
  group: "structure",
  severity: "error",
  summary: {
    en: "A class this Tomcat does not have stops it at start.",
    ko: "이 Tomcat에 없는 클래스를 지정하면 시작되지 않습니다.",
  },
  automatic: "Tomcat does not start with the blanks, and no class has them in its name.",
  elements: "*",

  check(component, report, file) {
    const className = component.text("className");
    if (className === undefined || !component.facts?.takesClassName) return;
    if (!isAbsent(component, className, file)) {
      // A class that left within the line says more of it.
      if (!isOfEarlierLine(className, file) || ofOtherLine.in(file).length > 0) return;
      if (ofEarlierLine.in(file)[0] === component) report(readAsEarlier(component, className, file));
      return;
    }
    const cluster = isOfTomcat5(component) ? clusterAround(component) : undefined;
    if (cluster) {
      // What else of Tomcat 5 stands in the Cluster is the same mistake.
      if (partsOfTomcat5(cluster).find(({ read }) => read) === component) report(writtenForTomcat5(component, file));
    } else if (className.trim() !== className || className === "") report(blanks(component, className, file));
    else if (isOfOtherLine(className, file)) {
      const [first, ...others] = ofOtherLine.in(file);
      if (first === component) report(ofAnotherLine(component, className, file, others));
    } else if (isTomcats(component, className, file)) {
      const mayCome = isAfterFacts(file.version) && !isNoName(className);
      report((mayCome ? notKnownYet : missing)(component, className, file));
    }
  },
};

/** True where this Tomcat certainly has no such class. */
function isAbsent({ type }: Component, className: string, { version }: ConfigFile): boolean {
  const { release, line, standsFor } = version;
  if (type && existsIn(type.releases, release)) return false;
  const history = tomcatClass(className)?.releases;
  if (history && existsIn(history.get(line) ?? [], release)) return false;
  // Whether Tomcat's class contains it is not known here; another rule reports that it is not accepted.
  if (tomcatClassAround(className)) return false;
  // A release that no line covers may have what any of its neighbours has.
  return !(history && standsFor !== undefined);
}

/** True for a name that is meant to be a class of Tomcat's; any other may be on the user's class path. */
function isTomcats(component: Component, className: string, file: ConfigFile): boolean {
  return (
    tomcatClass(className) !== undefined ||
    TOMCAT_PACKAGE.test(className) ||
    isNoName(className) ||
    tomcatClassInOtherCase(className) !== undefined ||
    isSlip(className, file) ||
    (TOMCAT_LIKE.test(className) && namesake(component, className) !== undefined)
  );
}

/** True for a class of other lines where the line is assumed: it rather shows that the assumption is wrong. */
function isOfOtherLine(className: string, { version }: ConfigFile): boolean {
  return version.assumed === true && !isAfterFacts(version) && linesOf(className).length > 0;
}

const ofOtherLine = withClass(
  (component, className, file) => isAbsent(component, className, file) && isOfOtherLine(className, file),
);

/** True for a class for which an earlier line than the usual one may have been assumed. */
function isOfEarlierLine(className: string, { version: { line, assumed, standsFor } }: ConfigFile): boolean {
  if (!assumed || standsFor !== undefined || LINES.indexOf(line) >= LINES.indexOf(ASSUMED_LINE)) return false;
  const lines = linesOf(className);
  return lines.includes(line) && !lines.includes(ASSUMED_LINE);
}

const ofEarlierLine = withClass((_, className, file) => isOfEarlierLine(className, file));

function withClass(test: (component: Component, className: string, file: ConfigFile) => boolean): TagSearch {
  return new TagSearch((component, file) => {
    const className = component.facts?.takesClassName ? component.text("className") : undefined;
    return className !== undefined && test(component, className, file);
  });
}

function clusterAround(component: Component): Component | undefined {
  return component.name === "Cluster" ? component : component.ancestor("Cluster");
}

/**
 * True for a name that no class can have: the Java compiler refuses a class with the name of a package, and one in a
 * package with the name of a class. A nested class is `Outer$Inner`.
 */
function isNoName(className: string): boolean {
  return !isJavaName(className) || isTomcatPackage(className);
}

/** The accepted class with this simple name, where the package is wrong or missing. */
function namesake({ facts }: Component, className: string): string | undefined {
  return tomcatClassesCalled(simpleNameOf(className)).find((name) => facts?.classes.includes(name));
}

/** True when the name is within a letter or two of a class that Tomcat has. */
function isSlip(className: string, { catalog }: ConfigFile): boolean {
  const near = suggest(className, catalog.classNames);
  return near !== undefined && near !== className && distance(near, className) <= SLIP;
}
