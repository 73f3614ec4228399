import { josa } from "../../base/josa.ts";
import type { XmlElement } from "../../syntax/tree.ts";
import type { FileRule, Finding, Report } from "../rule.ts";

const NAME = "distributable";

/**
 * Tomcat looks for `web-app/distributable` in this spelling and in no other place. The order of elements does not matter.
 *
 * Source: WebRuleSet (`fullPrefix + "/distributable"`), 7.0 to 11.0.
 */
export const rule: FileRule = {
  id: "distributable-misplaced",
  group: "sessions",
  severity: "warning",
  summary: {
    en: "<distributable/> is read right below <web-app> only, in lower case.",
    ko: "<distributable/>은 <web-app> 바로 아래에 소문자로 써야만 읽힙니다.",
  },
  files: ["web"],

  check({ document: { root } }, report) {
    if (!root || root.elements.some(({ name }) => name === NAME)) return;
    for (const element of root.elements) inside(element, report, root);
  },
};

function inside(top: XmlElement, report: Report, root: XmlElement): void {
  const open = [top];
  for (let element = open.pop(); element; element = open.pop()) {
    if (element.name.toLowerCase() === NAME) {
      report(element.name === NAME || element.parent !== root ? misplaced(element) : misspelt(element));
    }
    for (const child of element.elements) open.push(child);
  }
}

function misplaced({ nameSpan, parent }: XmlElement): Finding {
  const where = parent?.name ?? "";
  return {
    at: nameSpan,
    text: {
      en: `Inside <${where}> Tomcat does not read it, and sessions are not replicated. Move it right below <web-app>.`,
      ko: `<${where}> 안에서는 Tomcat이 읽지 않아 세션이 복제되지 않습니다. <web-app> 바로 아래로 옮기십시오.`,
    },
  };
}

function misspelt({ name, nameSpan, endTag }: XmlElement): Finding {
  return {
    at: nameSpan,
    text: {
      en: `Tomcat does not know <${name}>, and sessions are not replicated. Write <${NAME}/>.`,
      ko: `Tomcat은 ${josa(`<${name}>`, "을")} 몰라 세션이 복제되지 않습니다. <${NAME}/>로 쓰십시오.`,
    },
    fix: {
      title: { en: `Change to <${NAME}/>`, ko: `<${NAME}/>로 변경` },
      edits: [nameSpan, ...(endTag ? [endTag.nameSpan] : [])].map((span) => ({ span, newText: NAME })),
    },
  };
}
