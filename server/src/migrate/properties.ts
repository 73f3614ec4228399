import { josa } from "../base/josa.ts";
import type { Property } from "../config/properties.ts";
import { shippedWith } from "../config/shipped.ts";
import { Change } from "../schema/change.ts";
import type { TomcatVersion } from "../schema/model.ts";
import { join } from "../workspace/files.ts";
import { baseOf } from "../workspace/paths.ts";
import type { Workspace } from "../workspace/workspace.ts";
import type { Entry, MigratedFile } from "./model.ts";
import { shippedProperties } from "./shipped.ts";
import { GONE_PROPERTIES, type GoneProperty } from "./tables/system-properties.ts";

/**
 * The files around a server.xml that set properties of Java: its catalina.properties with an entry for each property, and
 * of scripts, Dockerfiles and compose files those that set one which the new Tomcat no longer reads. None is changed.
 */
export async function movedPropertyFiles(
  server: string,
  workspace: Workspace,
  from: TomcatVersion,
  to: TomcatVersion,
): Promise<readonly MigratedFile[]> {
  const own = join(baseOf(server), "conf", "catalina.properties");
  const text = await workspace.textOf(own);
  const files = new Map<string, { readonly text: string; readonly entries: Entry[] }>();
  if (text !== undefined) files.set(own, { text, entries: [...shippedProperties(text, from, to)] });
  for (const property of (await workspace.propertiesFor(server)).places) {
    const gone = goneProperty(property, own, from, to);
    if (!gone) continue;
    const { path } = property.file;
    const file = files.get(path) ?? { text: property.file.text, entries: [] };
    files.set(path, file);
    const { start } = property.nameAt;
    // That it is no longer read says more than that it is the node's own.
    const others = file.entries.filter(({ at }) => at.start !== start);
    file.entries.splice(0, file.entries.length, ...others, entryOf(gone, property));
  }
  return [...files].map(([path, { text: before, entries }]) => ({
    path,
    from,
    before,
    after: before,
    entries: entries.sort((a, b) => a.at.start - b.at.start),
    elements: new Set(entries.map(({ at }) => at.start)).size,
    keepable: 0,
  }));
}

/** The record of a property that the old Tomcat reads and the new one does not; none for what the old one ships itself. */
function goneProperty(
  { name, value, file }: Property,
  own: string,
  from: TomcatVersion,
  to: TomcatVersion,
): GoneProperty | undefined {
  const record = GONE_PROPERTIES.find((each) => each.name === name);
  if (!record) return undefined;
  const gone = new Change(record.gone);
  if (gone.isIn(from) !== false || gone.isIn(to) !== true) return undefined;
  const shipped = shippedWith("conf/catalina.properties", from);
  const isList = [...shipped.keys()].some((key) => key.startsWith(`${name} `));
  return file.path === own && (isList || shipped.get(name) === value) ? undefined : record;
}

function entryOf({ text, gone, source }: GoneProperty, { name, nameAt }: Property): Entry {
  return {
    bucket: "by-hand",
    at: nameAt,
    element: name,
    text: { en: `${name}: ${text.en}`, ko: `${josa(name, "은")} ${text.ko}` },
    since: gone,
    source,
  };
}
