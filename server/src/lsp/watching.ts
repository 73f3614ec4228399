import {
  DidChangeWatchedFilesNotification,
  FileChangeType,
  type FileEvent,
  type FileOperationRegistrationOptions,
  WatchKind,
} from "vscode-languageserver";
import { CONFIGURATION_NAME } from "../workspace/configuration-places.ts";
import { SKIPPED } from "../workspace/find.ts";
import { nameOf } from "../workspace/paths.ts";
import type { Session } from "./session.ts";

/** Files whose change on disk can change what is said of others. */
const FILES = [
  "**/*.xml",
  "**/*.xml.{j2,erb,tpl,tmpl}",
  "**/lib/catalina.jar",
  "**/bin/{bootstrap,tomcat-juli}.jar",
  "**/RELEASE-NOTES",
  "**/WEB-INF/lib/*.jar",
  "**/conf/catalina.properties",
  "**/bin/setenv.bat",
  "**/Containerfile",
  "**/{Dockerfile*,*.Dockerfile,*.dockerfile}",
  "**/*.sh",
  "**/*.{yml,yaml}",
  "**/*.service",
  "**/*.env",
  "**/webapps/*.war",
  "**/webapps/**/*.jsp",
  "**/*.{conf,cfg,vhost}",
  "**/{worker,uriworkermap}*.properties",
  `**/${CONFIGURATION_NAME}`,
  // Baselines have names of their own; what is none is sorted out by `matter`.
  "**/*.json",
];

/** The names of all of them; a few more cost nothing. */
const NAMES =
  /\.(?:xml|xml\.(?:j2|erb|tpl|tmpl)|jar|war|jsp|service|env|ya?ml|conf|cfg|vhost|dockerfile|sh)$|^(?:(?:workers?|uriworkermap).*\.properties|RELEASE-NOTES|catalina\.properties|setenv\.bat|Dockerfile.*|Containerfile|\.tomcat-cluster\.json)$/i;

/** A folder that is created, deleted or renamed is one event, without events for its content. */
const ANYTHING: FileOperationRegistrationOptions = { filters: [{ pattern: { glob: "**/*" } }] };

/** What a client does itself: it tells at once, where a watcher takes seconds, and on some network drives tells nothing. */
export const fileOperations = { didCreate: ANYTHING, didRename: ANYTHING, didDelete: ANYTHING };

/** True for a client that reports changes on disk. */
export function watches({ workspace }: Session["client"]): boolean {
  return workspace?.didChangeWatchedFiles?.dynamicRegistration === true;
}

/** Calls back when something on disk has changed that may change what is said. */
export function followDisk(session: Session, changed: () => Promise<void>): void {
  const { connection } = session;
  connection.onDidChangeWatchedFiles(async ({ changes }) => {
    await session.attempt(async () => {
      if (await matter(changes, session)) await changed();
    });
  });
  connection.workspace.onDidCreateFiles(() => void session.attempt(changed));
  connection.workspace.onDidRenameFiles(() => void session.attempt(changed));
  connection.workspace.onDidDeleteFiles(() => void session.attempt(changed));
}

export async function registerWatchers({ connection }: Session): Promise<void> {
  const watchers = [
    ...FILES.map((globPattern) => ({ globPattern })),
    // No pattern can say "folders only": the rest is sorted out by `matter`.
    { globPattern: "**/*", kind: WatchKind.Create | WatchKind.Delete },
  ];
  await connection.client.register(DidChangeWatchedFilesNotification.type, { watchers });
}

/** A build makes and deletes thousands of files that mean nothing here. */
async function matter(changes: readonly FileEvent[], { host, files, workspace }: Session): Promise<boolean> {
  const others: FileEvent[] = [];
  for (const change of changes) {
    const path = host.pathOf(change.uri);
    if (NAMES.test(nameOf(path)) || workspace.isBaseline(path)) return true;
    if (/\.json$/i.test(path)) continue;
    if (change.type === FileChangeType.Changed) return true;
    if (!path.split("/").some((name) => SKIPPED.has(name))) others.push(change);
  }
  for (const { uri, type } of others) {
    const path = host.pathOf(uri);
    const gone = type === FileChangeType.Deleted;
    // Of a path that is gone, only the last listing of its parent says whether it was a folder.
    if (gone ? workspace.hadFolder(path) : (await files.list(path)) !== undefined) return true;
  }
  return false;
}
