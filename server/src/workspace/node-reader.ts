import type { ConfigFile } from "../config/file.ts";
import {
  distributableOf,
  hasCluster,
  NO_USE,
  type SessionUse,
  serverOnlyNode,
  type TomcatNode,
  type WebApplication,
  type WebFragment,
} from "../config/node.ts";
import type { Properties } from "../config/properties.ts";
import { type Files, join } from "./files.ts";
import { lookedAt } from "./find.ts";
import { contextFilesOf } from "./node-folders.ts";
import { baseOf, nameOf } from "./paths.ts";
import type { GivenFiles } from "./property-reader.ts";

/** One array for all, so that nodes without fragments compare equal. */
const NO_FRAGMENTS: readonly WebFragment[] = [];
const NO_NAMES: readonly string[] = [];

/** Access to the files of a Tomcat. */
export interface NodeFiles {
  readonly fileAt: (path: string) => Promise<ConfigFile | undefined>;
  readonly textOf: (path: string) => Promise<string | undefined>;
  readonly list: Files["list"];
  /** What launches give the Tomcats in a folder. */
  readonly givenIn: (base: string) => Promise<GivenFiles | undefined>;
  /** The properties that fill in the placeholders of a file. */
  readonly propertiesFor: (path: string) => Promise<Properties>;
  /** The web fragments in a folder's libraries. */
  readonly fragmentsIn: (folder: string) => Promise<readonly WebFragment[]>;
  /** What the application in a folder does with its sessions. */
  readonly sessionUseIn: (application: string) => Promise<SessionUse>;
}

/** The Tomcat a server.xml configures, with the applications and contexts around it. */
export async function readNode(path: string, files: NodeFiles): Promise<TomcatNode | undefined> {
  const server = await files.fileAt(path);
  if (server?.kind !== "server") return undefined;
  // The files around a server.xml matter, and are read, mostly where it has a Cluster.
  const clustered = hasCluster(server);
  const reach = { clustered, matters: clustered || asksItsContexts(server) };
  const given = clustered ? await givenContext(path, files) : undefined;
  return {
    ...serverOnlyNode(server),
    ...(isNode(path) ? await applicationsOf(baseOf(path), reach, files) : {}),
    ...(given ? { contextDefaults: given } : {}),
  };
}

/** The context.xml that a Dockerfile or a compose file gives the Tomcat of a server.xml for its conf/context.xml. */
async function givenContext(path: string, { fileAt, givenIn }: NodeFiles): Promise<ConfigFile | undefined> {
  const given = await givenIn(baseOf(path));
  const file = given?.servers.includes(path) ? await fileAt(given.context) : undefined;
  return file?.kind === "context" ? file : undefined;
}

/** True for a server.xml of which a rule asks what conf/context.xml says, with or without a Cluster. */
export function asksItsContexts({ document: { text } }: ConfigFile): boolean {
  return text.includes("jvmRoute");
}

/** How far to read around a server.xml: everything beside a Cluster, conf/context.xml where anything depends on it. */
interface Reach {
  readonly clustered: boolean;
  readonly matters: boolean;
}

async function applicationsOf(base: string, { clustered, matters }: Reach, files: NodeFiles) {
  const { fileAt, list, fragmentsIn, sessionUseIn } = files;
  const applications: WebApplication[] = [];
  const deployed = new Set<string>();
  const webapps = join(base, "webapps");
  for (const { name, folder } of lookedAt(webapps, (await list(webapps)) ?? [])) {
    if (folder || /\.war$/i.test(name)) deployed.add(folder ? name : name.slice(0, -".war".length));
    if (!folder) continue;
    const application = join(webapps, name);
    // The search for files has listed the folder already; reading a file that is not there would cost more.
    const entries = (await list(application)) ?? [];
    if (!entries.some((entry) => /^WEB-INF$/i.test(entry.name))) continue;
    const descriptor = await fileAt(join(application, "WEB-INF", "web.xml"));
    if (descriptor?.kind !== "web") continue;
    const fragments = clustered ? await fragmentsIn(join(application, "WEB-INF", "lib")) : NO_FRAGMENTS;
    const context = clustered ? await contextAt(join(application, "META-INF"), files) : undefined;
    const looked = clustered && distributableOf(descriptor.document) !== undefined;
    const sessions = looked ? await sessionUseIn(application) : NO_USE;
    const inFolder = looked ? entries.filter((entry) => !entry.folder).map((entry) => entry.name) : NO_NAMES;
    applications.push({ name, descriptor, context, fragments, sessions, files: inFolder });
  }
  const contextFiles = clustered ? await contextFilesOf(base, list) : [];
  const contexts = await Promise.all([...contextFiles].sort().map((path) => fileAt(path)));
  return {
    applications,
    contextDefaults: matters ? await contextAt(join(base, "conf"), files) : undefined,
    webDefaults: clustered ? await webDefaultsOf(base, files) : undefined,
    contextFiles: [...new Set(contextFiles.map((path) => nameOf(path).slice(0, -".xml".length)))].sort(),
    contexts: contexts.flatMap((file) => (file?.kind === "context" ? [file] : [])),
    deployed: [...deployed].sort(),
  };
}

async function contextAt(folder: string, { fileAt }: NodeFiles): Promise<ConfigFile | undefined> {
  const file = await fileAt(join(folder, "context.xml"));
  return file?.kind === "context" ? file : undefined;
}

/** A conf/web.xml without this text does not set the cookie. Tomcat's own is long, and this avoids parsing it. */
async function webDefaultsOf(base: string, { textOf, fileAt }: NodeFiles): Promise<ConfigFile | undefined> {
  const path = join(base, "conf", "web.xml");
  if (!(await textOf(path))?.includes("<cookie-config")) return undefined;
  const file = await fileAt(path);
  return file?.kind === "web" ? file : undefined;
}

/** True for the server.xml of a Tomcat's own conf folder; the applications of others cannot be located. */
function isNode(path: string): boolean {
  return path === join(baseOf(path), "conf", "server.xml");
}
