import { sourceText } from "../base/source-text.ts";
import type { ConfigFile } from "../config/file.ts";
import { NO_PROPERTIES } from "../config/properties.ts";
import { isTooLongToRead } from "../config/property-sources.ts";
import type { NameSources } from "../config/references/index.ts";
import { parse } from "../syntax/parse.ts";
import { join } from "./files.ts";
import { MOST_APPLICATIONS } from "./find.ts";
import { contextFilesOf, foldersIn } from "./node-folders.ts";
import type { NodeFiles } from "./node-reader.ts";
import { baseOf } from "./paths.ts";
import { propertyPaths } from "./property-paths.ts";

/** The files of one Tomcat that refer to one another by name. */
export type NodeTexts = Omit<NameSources, "clusters">;

const NOTHING_AROUND = {
  properties: NO_PROPERTIES,
  catalinaProperties: undefined,
  loggingProperties: undefined,
  users: undefined,
} satisfies Partial<NodeTexts>;

/**
 * The files around one file of a Tomcat; a file that belongs to no Tomcat stands alone. Undefined where there are more
 * than are read, or one is longer than `longest`: any name may be in those, and a rename would break them.
 */
export async function nodeTexts(path: string, reader: NodeFiles, longest: number): Promise<NodeTexts | undefined> {
  const base = baseOf(path);
  const server = await reader.fileAt(join(base, "conf", "server.xml"));
  const paths = server ? await configurationOf(base, reader) : [];
  if (!paths) return undefined;
  const [catalinaProperties, ...scripts] = propertyPaths(base);
  const others = [catalinaProperties, join(base, "conf", "logging.properties"), join(base, "conf", "tomcat-users.xml")];
  if (![...paths, ...others, ...scripts].includes(path)) {
    const alone = await reader.fileAt(path);
    if (alone && lengthOf(alone) > longest) return undefined;
    const files = alone ? [alone] : [];
    return { ...NOTHING_AROUND, server: alone?.kind === "server" ? alone : undefined, files };
  }
  const files: ConfigFile[] = [];
  for (const each of paths) {
    const file = await reader.fileAt(each);
    if (file) files.push(file);
  }
  if (files.some((file) => lengthOf(file) > longest)) return undefined;
  const [properties, loggingProperties, users] = await Promise.all(
    others.map(async (each) => {
      const text = await reader.textOf(each);
      return text === undefined ? undefined : sourceText(each, text);
    }),
  );
  const around = await reader.propertiesFor(path);
  const own = { server: server?.kind === "server" ? server : undefined, files };
  // A rename that cannot reach all places is refused, so properties are left out here.
  if (around.unread || [loggingProperties, users].some((each) => each && isTooLongToRead(each))) {
    return { ...NOTHING_AROUND, ...own };
  }
  return {
    ...own,
    properties: around,
    catalinaProperties: properties,
    loggingProperties,
    users: users && { ...users, document: parse(users.text) },
  };
}

function lengthOf({ document }: ConfigFile): number {
  return document.text.length;
}

/**
 * The paths of server.xml, the defaults of all applications, the contexts of each Host, and the applications' own
 * files; undefined where these are of more applications than any Tomcat has.
 */
async function configurationOf(base: string, { list }: NodeFiles): Promise<readonly string[] | undefined> {
  const contexts = await contextFilesOf(base, list);
  const applications = await foldersIn(join(base, "webapps"), list);
  if (contexts.length + applications.length > MOST_APPLICATIONS) return undefined;
  return [
    ...["server.xml", "context.xml", "web.xml"].map((name) => join(base, "conf", name)),
    ...contexts,
    ...applications.flatMap((each) => [join(each, "META-INF", "context.xml"), join(each, "WEB-INF", "web.xml")]),
  ];
}
