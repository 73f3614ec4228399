import { josa } from "../../base/josa.ts";
import type { ConfigFile, FileKind } from "../../config/file.ts";
import type { FileRule, Finding } from "../rule.ts";

/** The root element that Tomcat's rules expect in each kind of file. */
const ROOTS: Partial<Record<FileKind, string>> = { server: "Server", context: "Context", web: "web-app" };

/**
 * Tomcat reads its files without namespaces and by the letter: to it `<j:web-app>` is no `<web-app>` and `<server>` is
 * no `<Server>`, and the whole file is skipped.
 *
 * Source: Digester.setNamespaceAware(false), the patterns of WebRuleSet and Catalina.createStartDigester, 7.0 to 11.0;
 * Catalina.start stops without a server (run on 9.0.43 to 11.0.24).
 */
export const rule: FileRule = {
  id: "root-not-read",
  aliases: ["web-app-prefix"],
  group: "structure",
  severity: "warning",
  summary: {
    en: "A file whose root has a prefix or another letter case is not read.",
    ko: "루트에 접두사가 붙었거나 대소문자가 다른 파일은 읽히지 않습니다.",
  },
  files: ["server", "context", "web"],

  check(file, report) {
    const { root } = file.document;
    const meant = ROOTS[file.kind];
    if (!root || !meant || root.name === meant) return;
    // A completely different root results from a mistake in the XML before it.
    if (root.name.slice(root.name.lastIndexOf(":") + 1).toLowerCase() === meant.toLowerCase())
      report(finding(root, meant, file));
  },
};

function finding(
  { name, nameSpan, endTag }: NonNullable<ConfigFile["document"]["root"]>,
  meant: string,
  { kind }: ConfigFile,
): Finding {
  const consequence =
    kind === "server"
      ? { en: "it does not start", ko: "시작되지 않습니다" }
      : { en: "nothing in this file takes effect", ko: "이 파일 전체가 무시됩니다" };
  const prefix = /^(.+):/.exec(name)?.[1];
  if (prefix !== undefined) {
    return {
      at: nameSpan,
      ...(kind === "server" ? { severity: "error" } : {}),
      text: {
        en: `Tomcat does not read elements with the prefix ${prefix}: ${consequence.en}. Write all names without it.`,
        ko: `Tomcat은 접두사 ${josa(prefix, "이")} 붙은 요소를 읽지 않아 ${consequence.ko}. 모든 이름에서 접두사를 빼십시오.`,
      },
    };
  }
  return {
    at: nameSpan,
    ...(kind === "server" ? { severity: "error" } : {}),
    text: {
      en: `Tomcat looks for <${meant}> and reads nothing in <${name}>: ${consequence.en}.`,
      ko: `Tomcat은 ${josa(`<${meant}>`, "을")} 찾으므로 <${name}> 안을 읽지 않아 ${consequence.ko}.`,
    },
    fix: {
      title: { en: `Change to <${meant}>`, ko: `${josa(`<${meant}>`, "으로")} 변경` },
      edits: [nameSpan, ...(endTag ? [endTag.nameSpan] : [])].map((span) => ({ span, newText: meant })),
    },
  };
}
