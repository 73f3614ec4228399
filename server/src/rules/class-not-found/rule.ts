import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { distance, suggest } from "../../base/suggest.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { TagSearch } from "../../config/tag-search.ts";
import { isOfTomcat5, partsOfTomcat5 } from "../../config/tomcat-5.ts";
import { classHistory, existsIn, simpleNameOf } from "../../schema/catalog.ts";
import { isAfterFacts, type Line, lineFacts } from "../../schema/lines.ts";
import type { ReleaseRange } from "../../schema/model.ts";
import { replacementOf } from "../../schema/replacements.ts";
import {
  isTomcatPackage,
  tomcatClass,
  tomcatClassAround,
  tomcatClassesCalled,
  tomcatClassInOtherCase,
} from "../../schema/tomcat-classes.ts";
import { MOST_RELATED } from "../nodes.ts";
import { doesNotStart } from "../outcomes.ts";
import type { ElementRule, Finding } from "../rule.ts";

/** Packages with Tomcat's classes only; a class of any other may be on the user's class path. */
const TOMCAT_PACKAGE = /^org\.apache\.catalina\.(ha|tribes|cluster)\./;

/** No package at all, or one that begins as Tomcat's do: there a name of Tomcat's is Tomcat's class. */
const TOMCAT_LIKE = /^([^.]+|org\.apache\.(catalina|coyote|tomcat|naming)\..*)$/;

/** The number of letters by which a typing error may differ from a class of Tomcat; other names are a third party's. */
const SLIP = 2;

/** What Java can load: names separated by dots, none of which begins with a digit or is one of its words. */
const JAVA_NAME = /^(?!(?:true|false|null)$)[\p{L}_$][\p{L}\p{N}_$]*(\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u;

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
    if (className === undefined || !isAbsent(component, className, file)) return;
    const cluster = isOfTomcat5(component) ? clusterAround(component) : undefined;
    if (cluster) {
      // What else of Tomcat 5 stands in the Cluster is the same mistake.
      if (partsOfTomcat5(cluster).find(({ read }) => read) === component) report(writtenForTomcat5(component, file));
    } else if (className.trim() !== className || className === "") report(blanks(component, className, file));
    else if (isOfOtherLine(className, file)) {
      const [first, ...others] = ofOtherLine.in(file);
      if (first === component) report(ofAnotherLine(component, className, file, others));
    } else if (isTomcats(component, className, file)) report(missing(component, className, file));
  },
};

/** True where this Tomcat certainly has no such class. */
function isAbsent({ facts, type }: Component, className: string, { version }: ConfigFile): boolean {
  if (!facts?.takesClassName) return false;
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

const ofOtherLine = new TagSearch((component, file) => {
  const className = component.text("className");
  return className !== undefined && isAbsent(component, className, file) && isOfOtherLine(className, file);
});

function clusterAround(component: Component): Component | undefined {
  return component.name === "Cluster" ? component : component.ancestor("Cluster");
}

/** New class names alone would not do: the Channel with its Membership, Receiver and Sender came with Tomcat 6. */
function writtenForTomcat5(component: Component, { version: { line, release, assumed } }: ConfigFile): Finding {
  const tomcat = release?.text ?? line;
  return {
    at: component.spanOf("className"),
    severity: assumed ? "warning" : "error",
    text: {
      en: `This Cluster is written for Tomcat 5, and Tomcat ${tomcat} does not start with it. Write it anew: Membership, Receiver and Sender belong into a Channel.`,
      ko: `이 Cluster는 Tomcat 5용이어서 Tomcat ${josa(tomcat, "이")} 시작되지 않습니다. 새로 작성하십시오. Membership, Receiver, Sender는 Channel 안에 씁니다.`,
    },
  };
}

/**
 * True for a name that no class can have: the Java compiler refuses a class with the name of a package, and one in a
 * package with the name of a class. A nested class is `Outer$Inner`.
 */
function isNoName(className: string): boolean {
  return !JAVA_NAME.test(className) || isTomcatPackage(className);
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

function blanks(component: Component, className: string, file: ConfigFile): Finding {
  const trimmed = className.trim();
  return {
    at: component.spanOf("className"),
    text: {
      en: `className is empty or has blanks around it, and no class is called so: ${doesNotStart(file).en}.`,
      ko: `className이 비어 있거나 앞뒤에 공백이 있습니다. 클래스를 찾지 못해 ${doesNotStart(file).ko}.`,
    },
    ...(trimmed === "" ? {} : { fix: change(component, trimmed) }),
  };
}

/** A release newer than the facts may have the class. */
function notKnownYet(component: Component, className: string, { version: { line, release } }: ConfigFile): Finding {
  const newest = lineFacts(line).newest;
  return {
    at: component.spanOf("className"),
    severity: "hint",
    text: {
      en: `${className} is not known up to Tomcat ${newest}; ${release} may have it.`,
      ko: `${className} 클래스는 Tomcat ${newest}까지는 없으며 ${release}에는 있을 수 있습니다.`,
    },
  };
}

/** Said once for a file, because the `others` say the same of the assumed line. */
function ofAnotherLine(
  component: Component,
  className: string,
  file: ConfigFile,
  others: readonly Component[],
): Finding {
  const { line } = file.version;
  const known = linesOf(className).join(", ");
  const { meant, instead } = classMeant(component, className);
  const alone = file.kind === "context";
  const notThere = alone ? doesNotStart(file).ko : "시작되지 않습니다";
  return {
    at: component.spanOf("className"),
    // The class rather shows that the assumed line is wrong than that the file is.
    severity: "information",
    text: {
      en: `${simpleNameOf(className)} is in Tomcat ${known}, not in ${line}, which is assumed${alone ? "" : " and would not start"}: choose yours.${instead.en}`,
      ko: `${simpleNameOf(className)} 클래스는 Tomcat ${known}에 있고, 추정한 ${line}에는 없어 ${notThere}. 버전을 선택하십시오.${instead.ko}`,
    },
    related: others.slice(0, MOST_RELATED).map((other) => ({
      file,
      at: other.spanOf("className"),
      text: { en: "Here as well.", ko: "여기에도 있습니다." },
    })),
    ...(meant ? { fix: { ...change(component, meant), asked: true } } : {}),
  };
}

function missing(component: Component, className: string, file: ConfigFile): Finding {
  if (isAfterFacts(file.version) && !isNoName(className)) return notKnownYet(component, className, file);
  const { line, release } = file.version;
  const tomcat = release?.text ?? line;
  const alone = file.kind === "context";
  const outcome = doesNotStart(file);
  const { meant, instead } = classMeant(component, className);
  const where = existsWhere(className, line);
  return {
    at: component.spanOf("className"),
    text: {
      en: `Tomcat ${tomcat} has no ${className}${alone ? `: ${outcome.en}` : " and does not start"}.${where.en}${instead.en}`,
      ko: `Tomcat ${tomcat}에는 ${josa(className, "이")} 없어 ${alone ? outcome.ko : "시작되지 않습니다"}.${where.ko}${instead.ko}`,
    },
    ...(meant ? { fix: { ...change(component, meant), asked: true } } : {}),
  };
}

/** The class that this Tomcat has and the author means, with a sentence that says so. */
function classMeant(
  { facts }: Component,
  className: string,
): { readonly meant: string | undefined; readonly instead: Localized } {
  const fitting = facts?.classes ?? [];
  const replacement = replacementOf(className);
  const meant =
    (replacement !== undefined && fitting.includes(replacement) ? replacement : undefined) ??
    fitting.find((name) => name !== className && name.toLowerCase() === className.toLowerCase()) ??
    fitting.find((name) => name !== className && simpleNameOf(name) === simpleNameOf(className)) ??
    (classHistory(className) || !JAVA_NAME.test(className) ? undefined : suggest(className, fitting));
  if (meant === undefined) return { meant, instead: { en: "", ko: "" } };
  // Where only the package is wrong, the simple name is not enough.
  const told = simpleNameOf(meant) === simpleNameOf(className) ? meant : simpleNameOf(meant);
  return { meant, instead: { en: ` Use ${told}.`, ko: ` ${told} 클래스를 쓰십시오.` } };
}

/** The lines of which a release has the class. */
function linesOf(className: string): readonly Line[] {
  const history = classHistory(className);
  return history ? [...history.keys()].filter((line) => (history.get(line) ?? []).some(isNoMilestone)) : [];
}

/** False for a range that ends before the line's first release. */
function isNoMilestone({ last }: ReleaseRange): boolean {
  return last === undefined || /^[\d.]+$/.test(last.text);
}

function existsWhere(className: string, line: Line): Localized {
  const lines = linesOf(className).join(", ");
  if (lines === "") return { en: "", ko: "" };
  const own = classHistory(className)?.get(line)?.find(isNoMilestone);
  if (own?.first && !own.last) return { en: ` It came with ${own.first}.`, ko: ` ${own.first}에 추가된 클래스입니다.` };
  if (own?.last) return { en: ` ${own.last} was the last that had it.`, ko: ` ${own.last}까지만 있던 클래스입니다.` };
  return { en: ` It is in Tomcat ${lines}.`, ko: ` Tomcat ${lines}에 있는 클래스입니다.` };
}

function change(component: Component, className: string) {
  return {
    title: { en: `Change to ${className}`, ko: `${josa(className, "으로")} 변경` },
    edits: [component.setAttribute("className", className)],
  };
}
