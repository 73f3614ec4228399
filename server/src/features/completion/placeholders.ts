import { hideSecrets } from "../../base/secrets.ts";
import { type Span, span } from "../../base/span.ts";
import { STARS } from "../../config/effective/secrets.ts";
import { readsDefaults } from "../../config/placeholder.ts";
import { STANDARD_PROPERTIES } from "../../config/standard-properties.ts";
import type { Completion, CompletionRequest } from "./item.ts";
import { tabStop } from "./template.ts";
import { insertOf } from "./write-element.ts";

/** Properties of catalina.properties for Tomcat itself, which are of no use in a value. */
const TOMCATS_OWN = /^(package\.|(common|server|shared)\.loader$|tomcat\.util\.)/;

/** The `${…` around a cursor in a value. */
export interface OpenPlaceholder {
  readonly name: Span;
  /** True where it has its `}`. */
  readonly closed: boolean;
}

/** The placeholder whose name contains the cursor; `default` in the default after `:-`, which cannot be completed. */
export function openPlaceholderAt(text: string, value: Span, offset: number): OpenPlaceholder | "default" | undefined {
  const before = text.slice(value.start, offset);
  const open = before.lastIndexOf("${");
  if (open < 0 || before.indexOf("}", open) >= 0) return undefined;
  if (before.includes(":-", open)) return "default";
  const end = offset + text.slice(offset, value.end).search(/[^\w.-]|$/);
  return { name: span(value.start + open + 2, end), closed: /^(\}|:-)/.test(text.slice(end, value.end)) };
}

/** The known properties, those of the node first; with a default where the release supports one. */
export function placeholders({ name, closed }: OpenPlaceholder, request: CompletionRequest): readonly Completion[] {
  const own = [...(request.properties?.all ?? [])]
    .filter(({ name: each }) => !TOMCATS_OWN.test(each))
    .map(({ name: each, value }): [string, string] => [each, hideSecrets(each, value ?? "", STARS)])
    .sort();
  const known = new Map([...STANDARD_PROPERTIES].map(([each, text]): [string, string] => [each, text[request.locale]]));
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
  const text = typed === "" ? [tabStop(1, "name"), ":-", tabStop(2), "}"] : [`${typed}:-`, tabStop(1), "}"];
  return [...items, { label, kind: "property", filter: `${typed}:-`, detail: withDefault, replace: name, text }];
}
