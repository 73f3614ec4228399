import { josa } from "../../base/josa.ts";
import type { Localized } from "../../base/localized.ts";
import { suggest } from "../../base/suggest.ts";
import type { Component } from "../../config/component.ts";
import type { ConfigFile } from "../../config/file.ts";
import { classHistory, simpleNameOf } from "../../schema/catalog.ts";
import { ASSUMED_LINE, LINES, type Line, lineFacts } from "../../schema/lines.ts";
import type { ReleaseRange } from "../../schema/model.ts";
import { replacementOf } from "../../schema/replacements.ts";
import { MOST_RELATED } from "../nodes.ts";
import { doesNotStart } from "../outcomes.ts";
import type { Finding } from "../rule.ts";

/** New class names alone would not do: the Channel with its Membership, Receiver and Sender came with Tomcat 6. */
export function writtenForTomcat5(component: Component, { version: { line, release, assumed } }: ConfigFile): Finding {
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

export function blanks(component: Component, className: string, file: ConfigFile): Finding {
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
export function notKnownYet(
  component: Component,
  className: string,
  { version: { line, release } }: ConfigFile,
): Finding {
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

/** Said once for a file: the line is assumed for this class and others like it. */
export function readAsEarlier(component: Component, className: string, { version: { line } }: ConfigFile): Finding {
  const known = linesOf(className);
  const newer =
    LINES.find((each) => LINES.indexOf(each) > LINES.indexOf(line) && !known.includes(each)) ?? ASSUMED_LINE;
  return {
    at: component.spanOf("className"),
    severity: "information",
    text: {
      en: `${simpleNameOf(className)} is in Tomcat ${known.join(", ")}; ${newer} and later do not start with it. The file is read as one of ${line}: choose your version.`,
      ko: `${simpleNameOf(className)} 클래스는 Tomcat ${known.join(", ")}에만 있고 ${newer} 이상은 시작되지 않습니다. ${line}용 파일로 읽었으니 버전을 선택하십시오.`,
    },
  };
}

/** Said once for a file, because the `others` say the same of the assumed line. */
export function ofAnotherLine(
  component: Component,
  className: string,
  file: ConfigFile,
  others: readonly Component[],
): Finding {
  const { line } = file.version;
  const known = linesOf(className);
  const { meant, instead } = classMeant(component, className);
  return {
    at: component.spanOf("className"),
    // The class rather shows that the assumption is wrong than that the file is.
    severity: "information",
    text: known.includes(line) ? leftWithin(className, line) : notInAssumed(className, known, { file, instead }),
    related: others.slice(0, MOST_RELATED).map((other) => ({
      file,
      at: other.spanOf("className"),
      text: { en: "Here as well.", ko: "여기에도 있습니다." },
    })),
    ...(meant ? { fix: { ...change(component, meant), asked: true } } : {}),
  };
}

/** Where the line's early releases have the class. */
function leftWithin(className: string, line: Line): Localized {
  const name = simpleNameOf(className);
  const last = classHistory(className)?.get(line)?.at(-1)?.last;
  return {
    en: `${last} was the last release of Tomcat ${line} with ${name}; later ones do not start with it. ${line} is assumed: choose your version.`,
    ko: `${josa(name, "은")} Tomcat ${line} 중 ${last}까지만 있고 이후 릴리스는 시작되지 않습니다. ${josa(line, "으로")} 추정했으니 버전을 선택하십시오.`,
  };
}

function notInAssumed(
  className: string,
  known: readonly Line[],
  { file, instead }: { readonly file: ConfigFile; readonly instead: Localized },
): Localized {
  const { line } = file.version;
  const alone = file.kind === "context";
  const notThere = alone ? doesNotStart(file).ko : "시작되지 않습니다";
  const lines = known.join(", ");
  return {
    en: `${simpleNameOf(className)} is in Tomcat ${lines}, not in ${line}, which is assumed${alone ? "" : " and would not start"}: choose yours.${instead.en}`,
    ko: `${simpleNameOf(className)} 클래스는 Tomcat ${lines}에 있고, 추정한 ${line}에는 없어 ${notThere}. 버전을 선택하십시오.${instead.ko}`,
  };
}

export function missing(component: Component, className: string, file: ConfigFile): Finding {
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

/** What Java can load: names separated by dots, none of which begins with a digit or is one of its words. */
const JAVA_NAME = /^(?!(?:true|false|null)$)[\p{L}_$][\p{L}\p{N}_$]*(\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u;

export function isJavaName(className: string): boolean {
  return JAVA_NAME.test(className);
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
    (classHistory(className) || !isJavaName(className) ? undefined : suggest(className, fitting));
  if (meant === undefined) return { meant, instead: { en: "", ko: "" } };
  // Where only the package is wrong, the simple name is not enough.
  const told = simpleNameOf(meant) === simpleNameOf(className) ? meant : simpleNameOf(meant);
  return { meant, instead: { en: ` Use ${told}.`, ko: ` ${told} 클래스를 쓰십시오.` } };
}

/** The lines of which a release has the class. */
export function linesOf(className: string): readonly Line[] {
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
