import type { ConfigFile } from "../../config/file.ts";
import { hasCluster } from "../../config/node.ts";
import type { XmlElement } from "../../syntax/tree.ts";
import type { Completion, CompletionRequest } from "./item.ts";
import { type Template, tabStop } from "./template.ts";
import { EMPTY, existsInVersion, inSchemaOrder, isSingle, REQUIRED, WEB_VALUES } from "./web-facts.ts";
import { type ElementNamePlace, writeElement } from "./write-element.ts";

/** Completions in a web.xml: the elements Tomcat reads below a parent, or the values of an element. */
export function webCompletions(
  parent: XmlElement | undefined,
  place: ElementNamePlace,
  request: CompletionRequest,
  self?: XmlElement,
): readonly Completion[] {
  if (!parent) return [];
  const { file } = request;
  const path = pathOf(parent);
  const children = childrenOf(file, path);
  if (children.length === 0) return place.opened ? [] : webValues(parent, place, file);
  const version = servletVersion(file);
  const there = new Set(parent.elements.flatMap((each) => (each === self ? [] : each.name)));
  // Elements are in the order of the schema: those that follow the ones before the cursor are likelier.
  const before = parent.elements.filter((each) => each !== self && each.span.end <= place.name.start).at(-1)?.name;
  const ordered = inSchemaOrder(path, children, before).filter(
    (name) => existsInVersion(`${path}/${name}`, version) && !(there.has(name) && isSingle(parent.name, name)),
  );
  const first = path === "web-app" && isReplicated(request) && ordered.includes("distributable");
  const names = first ? ["distributable", ...ordered.filter((name) => name !== "distributable")] : ordered;
  return names.map((name) => ({
    ...writeElement(name, place, request, () => webSkeleton(file, `${path}/${name}`)),
    ...(name === "distributable" ? { detail: DISTRIBUTABLE[request.locale], preselect: first } : {}),
  }));
}

const DISTRIBUTABLE = {
  en: "its sessions are replicated",
  ko: "세션을 복제합니다",
} as const;

/** True where the application's sessions would be replicated with `<distributable/>`. */
function isReplicated({ node }: CompletionRequest): boolean {
  return node !== undefined && hasCluster(node.server);
}

function webSkeleton(file: ConfigFile, path: string): Template {
  const name = path.slice(path.lastIndexOf("/") + 1);
  if (EMPTY.has(name)) return [`<${name}/>`];
  const children = childrenOf(file, path);
  if (children.length === 0) return [`<${name}>`, tabStop(0), `</${name}>`];
  const required = (REQUIRED[name] ?? []).filter((each) => children.includes(each));
  if (required.length === 0) return [`<${name}>\n\t`, tabStop(0), `\n</${name}>`];
  const inner = required.flatMap((each, index) => [`\n\t<${each}>`, tabStop(index + 1), `</${each}>`]);
  return [`<${name}>`, ...inner, `\n</${name}>`, tabStop(0)];
}

function webValues(element: XmlElement, { name: replace }: ElementNamePlace, file: ConfigFile): readonly Completion[] {
  const version = servletVersion(file);
  const known = references(element, file) ?? WEB_VALUES[element.name] ?? [];
  return known.flatMap((value): Completion[] => {
    if (!existsInVersion(`${element.name}=${value}`, version)) return [];
    return [{ label: value, kind: "value", replace, text: [value] }];
  });
}

/** Names that are defined elsewhere in the file. */
function references(element: XmlElement, file: ConfigFile): readonly string[] | undefined {
  const { name, parent } = element;
  const defines = (each: string) => textsOf(file, each, name);
  if (name === "servlet-name" && parent?.name !== "servlet") return defines("servlet");
  if (name === "filter-name" && parent?.name !== "filter") return defines("filter");
  if ((name === "role-name" && parent?.name !== "security-role") || name === "role-link") {
    return textsOf(file, "security-role", "role-name");
  }
  return undefined;
}

function textsOf({ document }: ConfigFile, parent: string, child: string): readonly string[] {
  const found = (document.root?.elements ?? [])
    .filter(({ name }) => name === parent)
    .flatMap(({ elements }) => elements.filter(({ name }) => name === child))
    .map(({ startTag, endTag }) => document.text.slice(startTag.end, endTag?.span.start ?? startTag.end).trim());
  return [...new Set(found.filter((text) => text !== "" && !text.includes("<")))];
}

/** `web-app/servlet`, without a namespace prefix: Tomcat reads its files without namespaces. */
function pathOf(element: XmlElement): string {
  const names: string[] = [];
  for (let each: XmlElement | undefined = element; each; each = each.parent) {
    names.unshift(each.name.replace(/^.*:/, ""));
  }
  return names.join("/");
}

function childrenOf({ catalog }: ConfigFile, path: string): readonly string[] {
  const names = new Set<string>();
  for (const each of catalog.webPaths) {
    if (each.startsWith(`${path}/`)) names.add(each.slice(path.length + 1).replace(/\/.*/, ""));
  }
  return [...names];
}

/** The version of the Servlet specification a descriptor names: `6.0`, `2.3`; undefined where it names none. */
function servletVersion({ document }: ConfigFile): number | undefined {
  const written = document.root?.attributes.find(({ name }) => name === "version")?.value?.text;
  const doctype = document.content.find(({ kind }) => kind === "doctype");
  const named = doctype && /Web Application (\d\.\d)/.exec(document.text.slice(doctype.span.start, doctype.span.end));
  const version = Number.parseFloat(written ?? named?.[1] ?? "");
  return Number.isNaN(version) ? undefined : version;
}
