import { lineBreakOf } from "../../base/lines.ts";
import { at, type Edit } from "../../base/span.ts";
import type { Component } from "../../config/component.ts";
import { indentUnit } from "../../config/edits.ts";
import type { ConfigFile } from "../../config/file.ts";
import { indented, serverFrame, USUAL_PORTS } from "../../config/server-frame.ts";
import { routeForFile } from "../routes.ts";
import type { FileRule, Fix } from "../rule.ts";

/** The file Tomcat starts from; parts included by another file have other names. */
const OWN = /(?:^|\/)conf\/server\.xml$/i;

/**
 * Tomcat makes its Server from an element `<Server>` at the root alone. Where there is another it reads the file to its
 * end, has nothing to start, says so and exits.
 *
 * Source: Catalina.createStartDigester, Catalina.start (`catalina.noServer`), 7.0 to 11.0; 9.0.95, 10.1.60 and 11.0.24 tried.
 */
export const rule: FileRule = {
  id: "server-root",
  group: "structure",
  severity: "error",
  summary: {
    en: "The root of conf/server.xml must be <Server>.",
    ko: "conf/server.xml의 루트 요소는 <Server>여야 합니다.",
  },
  files: ["cluster", "container"],

  check(file, report) {
    const { root, path, template } = file;
    if (!root || template || !OWN.test(path)) return;
    report({
      at: root.nameSpan,
      text: {
        en: `The root must be <Server>, not <${root.name}>: Tomcat does not start. Put a server.xml around it.`,
        ko: `루트 요소는 <${root.name}> 대신 <Server>여야 합니다. Tomcat이 시작되지 않습니다. server.xml로 감싸십시오.`,
      },
      fix: wrapped(root, file),
    });
  },
};

/** The file with the necessary elements around the part; of the part itself only the indent changes. */
function wrapped(root: Component, file: ConfigFile): readonly Fix[] {
  const { element } = root;
  const whole = element.startTagClosed && (element.selfClosing || element.endTag?.closed === true);
  const part = root.name === "Engine" || root.name === "Host" ? root.name : undefined;
  const defaultHost = part === "Host" ? root.text("name") : "localhost";
  if (!whole || !defaultHost || root.written("name")?.includes('"')) return [];
  const { text } = file.document;
  const unit = indentUnit(text);
  const lineBreak = lineBreakOf(text);
  const { before, behind, depth } = serverFrame(part, { ...USUAL_PORTS, jvmRoute: routeForFile(file), defaultHost });
  const head = indented(before, unit).map((line) => line + lineBreak);
  const tail = indented(behind, unit).map((line) => lineBreak + line);
  return [
    {
      title: { en: "Put a server.xml around it", ko: "server.xml로 감싸기" },
      edits: [
        { span: at(element.span.start), newText: head.join("") + unit.repeat(depth) },
        ...deeper(root, text, unit.repeat(depth)),
        { span: at(element.span.end), newText: tail.join("") },
      ],
    },
  ];
}

/** Indents the further lines of an element, except those that begin within a value. */
function deeper(root: Component, text: string, indent: string): readonly Edit[] {
  const { start, end } = root.element.span;
  const values = [...root.descendants()].flatMap(({ element }) =>
    element.attributes.flatMap(({ value }) => value ?? []),
  );
  const edits: Edit[] = [];
  for (const match of text.slice(start, end).matchAll(/\r?\n(?=[^\r\n])/g)) {
    const offset = start + match.index + match[0].length;
    if (values.some(({ inner }) => inner.start < offset && offset <= inner.end)) continue;
    edits.push({ span: at(offset), newText: indent });
  }
  return edits;
}
