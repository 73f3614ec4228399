import type { Localized } from "../base/localized.ts";
import type { ConfigFile } from "../config/file.ts";
import { isUnread, MOST_PARTS } from "../syntax/parse.ts";
import { MOST_TEMPLATES } from "../syntax/template.ts";
import type { XmlDocument } from "../syntax/tree.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** Said where reading stopped before the end. */
export function readInPart({ document }: ConfigFile): readonly Diagnostic[] {
  const { cutAt } = document;
  if (cutAt === undefined) return [];
  const at = { start: cutAt, end: cutAt };
  return [{ code: "read-in-part", at, severity: "information", syntax: true, text: whyInPart(document) }];
}

function whyInPart(document: XmlDocument): Localized {
  if (isUnread(document)) {
    return {
      en: "The file is too long to be read in an editor: nothing in it was checked. `tomcat-cluster check` reads it.",
      ko: "파일이 너무 길어 편집기에서는 읽지 않았고 검사하지 않았습니다. `tomcat-cluster check`로 검사하십시오.",
    };
  }
  return document.templates.length < MOST_TEMPLATES
    ? {
        en: `The file has more than ${MOST_PARTS} elements and attributes: it was read up to here, and no rule looked at it.`,
        ko: `파일의 요소와 속성이 ${MOST_PARTS}개를 넘습니다. 여기까지만 읽었고 규칙은 검사하지 않았습니다.`,
      }
    : {
        en: `The file has ${MOST_TEMPLATES} expressions of a template or more: it was read up to here, and no rule looked at it.`,
        ko: `파일의 템플릿 표현식이 ${MOST_TEMPLATES}개 이상입니다. 여기까지만 읽었고 규칙은 검사하지 않았습니다.`,
      };
}
