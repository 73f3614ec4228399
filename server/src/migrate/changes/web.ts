import { josa } from "../../base/josa.ts";
import type { Edit } from "../../base/span.ts";
import { isShipped } from "../../config/file.ts";
import { lineFacts } from "../../schema/lines.ts";
import type { XmlAttribute, XmlElement } from "../../syntax/tree.ts";
import type { FoundChange } from "../model.ts";
import { byHand, type ChangeFinder, changed } from "./change.ts";

/** The namespaces of a web.xml before Jakarta, which all later lines still read. */
const BEFORE: ReadonlySet<string> = new Set([
  "http://java.sun.com/xml/ns/j2ee",
  "http://java.sun.com/xml/ns/javaee",
  "http://xmlns.jcp.org/xml/ns/javaee",
]);

/** Names of the Servlet API and related APIs in the javax packages, as they occur in a web.xml. */
const NAMES = /\bjavax\.(?:annotation|ejb|el|faces|mail|servlet|websocket)\.[\w.]+/g;

/**
 * Changes an application's web.xml from Java EE to Jakarta EE: its namespace, its version, and the names in it. A root
 * with further attributes leaves the file unchanged. conf/web.xml belongs to its line and is not changed here.
 */
export const webDescriptors: ChangeFinder = function* ({ file, step: { from, to } }) {
  const { root } = file.document;
  const crosses = lineFacts(from.line).packages !== lineFacts(to.line).packages;
  if (file.kind !== "web" || !crosses || root?.name !== "web-app" || isShipped(file) || isDefaults(file.path)) return;
  const since = to.line;
  const edits = rootEdits(root, to.line);
  const why = {
    text: {
      en: "The namespace and version are Jakarta's. The application's classes need Tomcat's migration tool: migrate, or webapps-javaee.",
      ko: "네임스페이스와 버전은 Jakarta의 것입니다. 애플리케이션의 클래스는 Tomcat의 변환 도구(migrate)나 webapps-javaee로 바꿔야 합니다.",
    },
    source: "Migration Guide 10.0, Specification APIs; conf/web.xml of each line",
    since,
  };
  if (edits) yield changed(root.nameSpan, "web-app", why, edits);
  else if (!root.attributes.some(({ value }) => value?.text === lineFacts(to.line).namespace)) {
    yield byHand(root.nameSpan, "web-app", {
      ...why,
      text: {
        en: "This web.xml is read as it is. What it and the application's classes call javax needs Tomcat's migration tool: migrate, or webapps-javaee.",
        ko: "이 web.xml은 그대로 읽힙니다. 파일과 애플리케이션 클래스의 javax는 Tomcat의 변환 도구(migrate)나 webapps-javaee로 바꿔야 합니다.",
      },
    });
  }
  yield* names(file.document.text, root, since);
};

/** True for conf/web.xml, which stands below every application's own and is the line's. */
export function isDefaults(path: string): boolean {
  return /(?:^|\/)conf\/web\.xml$/.test(path);
}

/** Undefined for a root that has other namespaces, or attributes besides its version and schema. */
function rootEdits(root: XmlElement, line: Parameters<typeof lineFacts>[0]): readonly Edit[] | undefined {
  const { namespace, servlet } = lineFacts(line);
  const file = servlet.replace(".", "_");
  const values: Readonly<Record<string, string>> = {
    xmlns: namespace,
    version: servlet,
    "xsi:schemaLocation": `${namespace} ${namespace}/web-app_${file}.xsd`,
  };
  const kept = new Set(["xmlns:xsi", "metadata-complete", "id"]);
  const own = root.attributes.find(({ name }) => name === "xmlns")?.value?.text;
  if (own === undefined || !BEFORE.has(own)) return undefined;
  if (!root.attributes.every(({ name }) => name in values || kept.has(name))) return undefined;
  return root.attributes.flatMap((attribute) => setTo(attribute, values[attribute.name]));
}

function setTo({ value }: XmlAttribute, text: string | undefined): readonly Edit[] {
  return text === undefined || !value || value.text === text ? [] : [{ span: value.inner, newText: text }];
}

function* names(text: string, root: XmlElement, since: FoundChange["since"]): Generator<FoundChange> {
  for (const element of below(root)) {
    for (const node of element.content) {
      if (node.kind !== "text" && node.kind !== "cdata") continue;
      for (const match of text.slice(node.span.start, node.span.end).matchAll(NAMES)) {
        const start = node.span.start + match.index;
        const by = match[0].replace("javax", "jakarta");
        yield {
          bucket: "changed",
          at: { start, end: start + match[0].length },
          element: element.name,
          text: {
            en: `${match[0]} is ${by} from Tomcat 10 on.`,
            ko: `Tomcat 10부터 ${josa(match[0], "은")} ${by}입니다.`,
          },
          source: "Migration Guide 10.0, Specification APIs",
          since,
          edits: [{ span: { start, end: start + "javax".length }, newText: "jakarta" }],
        };
      }
    }
  }
}

/** An element with all its descendants. */
function* below(root: XmlElement): Generator<XmlElement> {
  const pending = [root];
  for (let next = pending.pop(); next; next = pending.pop()) {
    yield next;
    for (const each of next.elements) pending.push(each);
  }
}
