import { josa } from "../base/josa.ts";
import type { Localized } from "../base/localized.ts";
import type { Edit, Span } from "../base/span.ts";
import { idKey, type Mention, type NameKind, type References } from "../config/references/index.ts";

/** A place that can be renamed, with its present name. */
export interface Renameable {
  readonly at: Span;
  readonly text: string;
}

/** Why something cannot be renamed, or not to this name. */
export interface Refusal {
  readonly refusal: Localized;
}

/** The edits of a rename, file by file. */
export interface Renaming {
  readonly title: Localized;
  /** Other uses of the name, outside of the files that are searched. */
  readonly note: Localized | undefined;
  readonly files: readonly { readonly file: Mention["file"]; readonly edits: readonly Edit[] }[];
}

/** The name at an offset; undefined where there is none that anything refers to. */
export function prepareRename(references: References, path: string, offset: number): Renameable | Refusal | undefined {
  const mention = references.at(path, offset);
  if (!mention) return undefined;
  const refusal = obstacle(references, mention);
  return refusal ? { refusal } : { at: mention.at, text: mention.text };
}

/** The edits that rename the name at an offset in all places. */
export function rename(
  references: References,
  path: string,
  offset: number,
  to: string,
): Renaming | Refusal | undefined {
  const mention = references.at(path, offset);
  if (!mention) return undefined;
  const refusal = obstacle(references, mention) ?? objection(references, mention, to);
  if (refusal) return { refusal };
  const files = new Map<string, { file: Mention["file"]; edits: Edit[] }>();
  for (const { file, at, rewrite } of concerned(references, mention)) {
    const known = files.get(file.path) ?? { file, edits: [] };
    known.edits.push({ span: at, newText: rewrite?.(to) ?? to });
    files.set(file.path, known);
  }
  return {
    title: { en: `Rename ${mention.text} to ${to}`, ko: `${josa(mention.text, "을")} ${josa(to, "으로")} 이름 변경` },
    // The note is about balancers outside of the workspace, and is left out where it contains one.
    note: mention.kind === "jvm-route" && files.size > 1 ? undefined : NOTES[mention.kind],
    files: [...files.values()],
  };
}

/** Other uses of the name, outside of the files that are searched. */
const NOTES: Partial<Readonly<Record<NameKind, Localized>>> = {
  host: {
    en: "A folder conf/ENGINE/HOST bears the Host's name too: rename it as well.",
    ko: "conf/ENGINE/HOST 폴더가 있으면 그 이름도 함께 바꾸십시오.",
  },
  property: {
    en: "Applications may read it as a system property: they are not searched.",
    ko: "애플리케이션이 시스템 속성으로 읽을 수 있습니다. 애플리케이션은 검색하지 않습니다.",
  },
  "application-resource": {
    en: "The application looks it up by this name: change its code and web.xml as well.",
    ko: "애플리케이션이 이 이름으로 찾습니다. 코드와 web.xml도 함께 바꾸십시오.",
  },
  "jvm-route": {
    en: "The load balancer's configuration names it too: change it there as well.",
    ko: "로드 밸런서 설정에도 이 이름이 있습니다. 함께 바꾸십시오.",
  },
};

/**
 * The places that a rename changes: those of a jvmRoute's own node and the balancers' for it; of every other name all.
 */
function concerned(references: References, mention: Mention): readonly Mention[] {
  const all = references.of(mention);
  if (mention.kind !== "jvm-route") return all;
  const alike = all.filter(({ text }) => text === mention.text);
  // A balancer's reference to a route that two nodes have is ambiguous.
  const one = alike.filter(({ defines }) => defines).length === 1;
  return one ? alike : [mention];
}

/** Why a name cannot be changed, whatever the new one is. */
function obstacle(references: References, mention: Mention): Localized | undefined {
  const { kind, text } = mention;
  if (kind === "receiver") {
    return { en: "Rename the address or the port instead.", ko: "대신 주소나 포트를 변경하십시오." };
  }
  const all = concerned(references, mention);
  if (!all.some(({ defines }) => defines)) {
    return kind === "property"
      ? {
          en: `No file of this Tomcat sets ${text}: Tomcat itself, Java or the command line does.`,
          ko: `이 Tomcat의 파일에는 ${text} 프로퍼티가 없습니다. Tomcat이나 Java 또는 명령줄에서 지정합니다.`,
        }
      : { en: `Nothing in these files is called ${text}.`, ko: `이 파일들에는 ${josa(text, "이라는")} 것이 없습니다.` };
  }
  const foreign = all.find(({ rewrite }) => rewrite === undefined);
  if (!foreign) return undefined;
  const place = `${foreign.file.path.split("/").slice(-3).join("/")}:${foreign.file.lines.positionAt(foreign.at.start).line + 1}`;
  return {
    en: `In ${place} it is not written as such (a placeholder or a default): change it there first.`,
    ko: `${place}에는 이 값이 그대로 적혀 있지 않습니다(자리 표시자 또는 기본값). 그곳을 먼저 바꾸십시오.`,
  };
}

/** Why a new name cannot be used. */
function objection(references: References, mention: Mention, to: string): Localized | undefined {
  const { kind } = mention;
  if (!FORMS[kind].pattern.test(to)) return FORMS[kind].text;
  const name = nameOf(kind, to);
  const taken = references.all.find(
    (each) =>
      each.kind === kind &&
      each.scope === mention.scope &&
      each.defines &&
      (kind === "jvm-route"
        ? each.text === to && each.text !== mention.text
        : each.name === name && each.name !== mention.name),
  );
  if (!taken || kind === "address" || kind === "port") return undefined;
  const place = taken.file.path.split("/").slice(-3).join("/");
  return { en: `${to} is there already, in ${place}.`, ko: `${josa(to, "은")} 이미 ${place}에 있습니다.` };
}

function nameOf(kind: NameKind, text: string): string {
  if (kind === "host") return text.toLowerCase();
  return kind === "member-id" ? idKey(text) : text;
}

const BYTE = "(?:-?(?:1[01]\\d|12[0-7]|\\d{1,2})|-128)";
const WORD = {
  pattern: /^(?!.*\$\{)\S+$/,
  text: { en: "A name without blanks and placeholders is needed.", ko: "공백과 자리 표시자가 없는 이름이 필요합니다." },
};

/** The form of a new name. */
const FORMS: Readonly<Record<NameKind, { readonly pattern: RegExp; readonly text: Localized }>> = {
  property: {
    pattern: /^[\w.-]+$/,
    text: {
      en: "A property's name has letters, digits, dots, hyphens and underscores.",
      ko: "속성 이름에는 영문자, 숫자, 점, 하이픈, 밑줄만 씁니다.",
    },
  },
  "member-id": {
    pattern: new RegExp(`^\\{${BYTE}(?:,${BYTE}){15}\\}$`),
    text: {
      en: "A uniqueId is 16 bytes from -128 to 127: {1,2,…,16}.",
      ko: "uniqueId는 {1,2,…,16}처럼 -128~127의 바이트 16개입니다.",
    },
  },
  port: {
    pattern: /^(?:[1-9]\d{0,3}|[1-5]\d{4}|6[0-4]\d{3}|65[0-4]\d{2}|655[0-2]\d|6553[0-5])$/,
    text: { en: "A port is a number from 1 to 65535.", ko: "포트는 1~65535의 숫자입니다." },
  },
  executor: WORD,
  "global-resource": WORD,
  "application-resource": WORD,
  host: WORD,
  "jvm-route": {
    pattern: /^[\w.:@-]+$/,
    text: {
      en: "A jvmRoute has letters, digits, dots, hyphens and underscores, so that a cookie and a balancer can hold it.",
      ko: "jvmRoute는 쿠키와 로드 밸런서에 쓸 수 있도록 영문자, 숫자, 점, 하이픈, 밑줄로 씁니다.",
    },
  },
  receiver: WORD,
  address: WORD,
};
