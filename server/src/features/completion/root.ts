import { Lines } from "../../base/lines.ts";
import type { Locale, Localized } from "../../base/localized.ts";
import { serverFrame, USUAL_PORTS } from "../../config/server-frame.ts";
import { routeForFile } from "../../rules/routes.ts";
import { catalogOf } from "../../schema/catalog.ts";
import { lineFacts } from "../../schema/lines.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import { parse } from "../../syntax/parse.ts";
import { blocksFor, blockTemplate } from "./blocks.ts";
import type { Completion } from "./item.ts";
import { layoutAt } from "./layout.ts";
import { placeAt } from "./place.ts";
import { layOut, readSnippet, type Template, tabStop } from "./template.ts";

/** A file that may have no root element. */
export interface RootlessFile {
  readonly path: string;
  readonly text: string;
  readonly version: TomcatVersion;
}

/**
 * The root element of a file that has none yet, by the file's name. Without a root a file does not count as Tomcat's, so
 * this works on the text alone.
 */
export function completeRoot(
  { path, text, version }: RootlessFile,
  offset: number,
  locale: Locale = "en",
): { readonly items: readonly Completion[]; readonly lines: Lines } {
  const lines = new Lines(text);
  const document = parse(text);
  const place = placeAt(document, offset);
  const opened = place?.kind === "tag-name" && place.bare && place.element === document.root;
  const empty = place?.kind === "content" && place.parent === undefined && document.root === undefined;
  const roots = rootsFor(path, version);
  if (roots.length === 0 || !place || !(opened || empty)) return { items: [], lines };
  const replace =
    place.kind === "tag-name" ? place.element.nameSpan : place.kind === "content" ? place.word : undefined;
  if (!replace) return { items: [], lines };
  const layout = layoutAt(document, replace.start);
  const items = roots.map(({ name, template, description }): Completion => {
    const laidOut = layOut(template, layout);
    const [first, ...rest] = laidOut;
    const text = opened && typeof first === "string" ? [first.slice(1), ...rest] : laidOut;
    const filter = `${opened ? "" : "<"}${name}`;
    return description === undefined
      ? { label: name, kind: "element", replace, filter, text }
      : { label: name, kind: "block", description: description[locale], replace, filter, text };
  });
  return { items, lines };
}

interface Root {
  readonly name: string;
  readonly template: Template;
  /** The description of a whole file. */
  readonly description?: Localized;
}

function rootsFor(path: string, version: TomcatVersion): readonly Root[] {
  const file = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  const { line } = version;
  if (/^server.*\.xml$/.test(file) && catalogOf(line).root("Server")) return serverRoots(path, version);
  if (/^context.*\.xml$/.test(file))
    return [{ name: "Context", template: ["<Context>\n\t", tabStop(0), "\n</Context>"] }];
  if (file !== "web.xml") return [];
  const { servlet, namespace } = lineFacts(line);
  return [
    {
      name: "web-app",
      template: [`<web-app xmlns="${namespace}" version="${servlet}">\n\t`, tabStop(0), "\n</web-app>"],
    },
  ];
}

/** A whole server.xml, then one for each whole cluster, then the root alone. */
function serverRoots(path: string, version: TomcatVersion): readonly Root[] {
  const bare = `<Server port="\${1:8005}" shutdown="\${2:SHUTDOWN}">\n\t$0\n</Server>`;
  return [
    {
      name: "Server",
      description: { en: "a whole server.xml", ko: "server.xml 전체" },
      template: wholeServer(path, [tabStop(0)], true),
    },
    ...blocksFor(version).map(
      (block): Root => ({
        name: "Server",
        description: { en: `with ${block.description.en}`, ko: `${block.description.ko} 포함` },
        template: wholeServer(path, blockTemplate(block, !block.oneImage), !block.oneImage),
      }),
    ),
    { name: "Server", template: readSnippet(bare) },
  ];
}

/** A server.xml around a template in its Engine, whose stops follow those of the ports and the route. */
function wholeServer(path: string, inner: Template, routed: boolean): Template {
  const { before, behind, depth } = serverFrame(undefined, {
    shutdown: `\${1:${USUAL_PORTS.shutdown}}`,
    http: `\${2:${USUAL_PORTS.http}}`,
    jvmRoute: routed ? `\${3:${routeForFile({ path })}}` : undefined,
  });
  const deeper = inner.map((part) => {
    if (typeof part === "string") return part.replaceAll("\n", `\n${"\t".repeat(depth)}`);
    return part.stop === 0 ? part : { ...part, stop: part.stop + 3 };
  });
  return [...readSnippet(`${before.join("\n")}\n${"\t".repeat(depth)}`), ...deeper, `\n${behind.join("\n")}`];
}
