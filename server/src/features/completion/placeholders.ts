import { type Span, span } from "../../base/span.ts";
import { readsDefaults } from "../../config/placeholder.ts";
import type { Completion, CompletionRequest } from "./item.ts";
import { stop } from "./template.ts";
import { insertOf } from "./write-element.ts";

/** System properties every Tomcat has when it reads its files. */
const OF_EVERY_TOMCAT = [
  ["catalina.base", { en: "the folder of this Tomcat's files", ko: "이 Tomcat의 파일이 있는 폴더" }],
  ["catalina.home", { en: "the folder Tomcat is installed in", ko: "Tomcat이 설치된 폴더" }],
  ["java.io.tmpdir", { en: "the folder of temporary files", ko: "임시 파일 폴더" }],
  ["java.home", { en: "the folder of the Java in use", ko: "사용 중인 Java의 폴더" }],
  ["user.home", { en: "the home folder of Tomcat's user", ko: "Tomcat 실행 사용자의 홈 폴더" }],
  ["user.name", { en: "the name of Tomcat's user", ko: "Tomcat 실행 사용자의 이름" }],
  ["user.dir", { en: "the folder Tomcat was started in", ko: "Tomcat을 시작한 폴더" }],
] as const;

/** Properties of catalina.properties that are for Tomcat itself: nobody writes them into a value. */
const TOMCATS_OWN = /^(package\.|(common|server|shared)\.loader$|tomcat\.util\.)/;

/** The `${…` around a cursor in a value. */
export interface OpenPlaceholder {
  readonly name: Span;
  /** True where its `}` is there. */
  readonly closed: boolean;
}

/** The placeholder whose name a cursor in `value` is in; `default` behind `:-`, where nothing is known. */
export function placeholderAt(text: string, value: Span, offset: number): OpenPlaceholder | "default" | undefined {
  const before = text.slice(value.start, offset);
  const open = before.lastIndexOf("${");
  if (open < 0 || before.indexOf("}", open) >= 0) return undefined;
  if (before.includes(":-", open)) return "default";
  const behind = /^[\w.-]*/.exec(text.slice(offset, value.end))?.[0].length ?? 0;
  const end = offset + behind;
  return { name: span(value.start + open + 2, end), closed: /^(\}|:-)/.test(text.slice(end, value.end)) };
}

/** The properties that are known, those of the node first; with a default where the release reads one. */
export function placeholders({ name, closed }: OpenPlaceholder, request: CompletionRequest): readonly Completion[] {
  const own = [...(request.properties?.all ?? [])]
    .filter(({ name: each }) => !TOMCATS_OWN.test(each))
    .map(({ name: each, value }): [string, string] => [each, value ?? ""])
    .sort();
  const known = new Map<string, string>(OF_EVERY_TOMCAT.map(([each, text]) => [each, text[request.locale]]));
  for (const [each] of own) known.delete(each);
  const items = [...own, ...known].map(
    ([each, detail]): Completion => ({
      label: each,
      kind: "property",
      detail,
      replace: name,
      ...insertOf(name, request.offset),
      text: [closed ? each : `${each}}`],
    }),
  );
  if (closed || !readsDefaults(request.file.version)) return items;
  const typed = request.file.document.text.slice(name.start, request.offset);
  const label = `${typed === "" ? "name" : typed}:-…`;
  const withDefault = request.locale === "ko" ? "속성이 없을 때 쓸 값" : "a value for where the property is missing";
  const text = typed === "" ? [stop(1, "name"), ":-", stop(2), "}"] : [`${typed}:-`, stop(1), "}"];
  return [...items, { label, kind: "property", filter: `${typed}:-`, detail: withDefault, replace: name, text }];
}
