import { Lines } from "../../base/lines.ts";
import { catalogOf } from "../../schema/catalog.ts";
import { lineFacts } from "../../schema/lines.ts";
import type { TomcatVersion } from "../../schema/model.ts";
import { parse } from "../../syntax/parse.ts";
import type { Completion } from "./item.ts";
import { layoutAt } from "./layout.ts";
import { placeAt } from "./place.ts";
import { layOut, stop, type Template } from "./template.ts";

/**
 * The root element of a file that has none yet, by the file's name. Without a root a file does not count as Tomcat's, so
 * this works on the text alone.
 */
export function completeRoot(
  path: string,
  text: string,
  offset: number,
  version: TomcatVersion,
): { readonly items: readonly Completion[]; readonly lines: Lines } {
  const lines = new Lines(text);
  const document = parse(text);
  const place = placeAt(document, offset);
  const opened = place?.kind === "tag-name" && place.bare && place.element === document.root;
  const empty = place?.kind === "content" && place.parent === undefined && document.root === undefined;
  const root = rootFor(path, version);
  if (!root || !place || !(opened || empty)) return { items: [], lines };
  const replace =
    place.kind === "tag-name" ? place.element.nameSpan : place.kind === "content" ? place.word : undefined;
  if (!replace) return { items: [], lines };
  const laidOut = layOut(root.template, layoutAt(document, replace.start));
  const [first, ...rest] = laidOut;
  const written = opened && typeof first === "string" ? [first.slice(1), ...rest] : laidOut;
  const filter = opened ? {} : { filter: `<${root.name}` };
  return { items: [{ label: root.name, kind: "element", replace, ...filter, text: written }], lines };
}

function rootFor(
  path: string,
  { line }: TomcatVersion,
): { readonly name: string; readonly template: Template } | undefined {
  const file = path.slice(path.lastIndexOf("/") + 1).toLowerCase();
  if (/^server.*\.xml$/.test(file) && catalogOf(line).root("Server")) {
    return {
      name: "Server",
      template: [
        '<Server port="',
        stop(1, "8005"),
        '" shutdown="',
        stop(2, "SHUTDOWN"),
        '">\n\t',
        stop(0),
        "\n</Server>",
      ],
    };
  }
  if (/^context.*\.xml$/.test(file)) return { name: "Context", template: ["<Context>\n\t", stop(0), "\n</Context>"] };
  if (file !== "web.xml") return undefined;
  const { servlet, namespace } = lineFacts(line);
  return {
    name: "web-app",
    template: [`<web-app xmlns="${namespace}" version="${servlet}">\n\t`, stop(0), "\n</web-app>"],
  };
}
