import { withoutEnd } from "../base/trim-end.ts";
import type { ToolPlace } from "../cli/agent/tool.ts";
import { readOnlyHost } from "../cli/read-only-host.ts";
import type { Host, Session } from "../lsp/session.ts";
import { type Files, join } from "../workspace/files.ts";
import { hash } from "./hash.ts";

/** True where a path of the core, with all links followed, stays below a folder. */
type FollowsBelow = (folder: string, path: string) => Promise<boolean>;

/** Runs tools over the workspace of a client, with the texts its documents have now. */
export function toolsIn(followsBelow: FollowsBelow): Host["runTool"] {
  return async (name, input, session) => {
    const { runTool } = await import("../cli/agent/tools.ts");
    return runTool(name, input, placeIn(session, followsBelow));
  };
}

/**
 * What an agent may read of a client's workspace. A path is for it what it is for the machine's programs; files that are
 * not on a disk are called by their URIs.
 */
function placeIn(session: Session, followsBelow: FollowsBelow): ToolPlace {
  const { host, locale, settings, workspace } = session;
  const { roots } = workspace;
  const holds = async (path: string): Promise<boolean> => {
    for (const root of roots) {
      if (path === root || (path.startsWith(`${root}/`) && (await followsBelow(root, path)))) return true;
    }
    return false;
  };
  const files = withOpenTexts(session);
  const within: Files = {
    read: async (path) => ((await holds(corePath(path))) ? files.read(corePath(path)) : undefined),
    readBytes: async (path) => ((await holds(corePath(path))) ? files.readBytes(corePath(path)) : undefined),
    list: async (path) => ((await holds(corePath(path))) ? files.list(corePath(path)) : undefined),
    readInside: async (archive, name) =>
      (await holds(corePath(archive))) ? files.readInside(corePath(archive), name) : undefined,
  };
  return {
    host: readOnlyHost({
      files: within,
      hash,
      isBelow: async (folder, path) => path.startsWith(`${folder}/`) && holds(corePath(path)),
      whyUnreadable: async (path) =>
        (await within.read(path)) === undefined ? { en: "cannot be read", ko: "읽을 수 없습니다" } : undefined,
      complain: (line) => session.log(line),
    }),
    locale,
    async chosenLine([path]) {
      if (path === undefined) return undefined;
      const { tomcatVersion } = await settings.of(host.uriOf(corePath(path)));
      return tomcatVersion === "auto" ? undefined : tomcatVersion;
    },
    async within(paths) {
      const found: string[] = [];
      for (const path of paths) {
        const place = await placeOf(path, roots, files, host);
        if (place === undefined || !(await holds(place))) {
          const folders = roots.map(shownPath).join(", ");
          throw new Error(`${path} is not below a folder of the workspace${folders === "" ? "" : `: ${folders}`}.`);
        }
        found.push(shownPath(place));
      }
      return found;
    },
    page: (code, language) => host.pageText(code, { locale: language, options: session.options, files: session.files }),
  };
}

/** The client's files, of which those that are open have the text that is shown. */
function withOpenTexts({ documents, files, host, options }: Session): Files {
  const open = new Map(documents.all().map((document) => [host.pathOf(document.uri), document]));
  // What brought a server down is left out here as well.
  const aside = new Set(options.setAside?.map((uri) => host.pathOf(uri)));
  return {
    ...files,
    read: async (path) => (aside.has(path) ? undefined : (open.get(path)?.getText() ?? files.read(path))),
  };
}

/** The path of the core for what an agent names; undefined where the workspace has no folder. */
async function placeOf(
  named: string,
  roots: readonly string[],
  files: Files,
  host: Pick<Host, "pathOf">,
): Promise<string | undefined> {
  const path = named.replaceAll("\\", "/");
  if (/^[a-z][a-z0-9+.-]+:\//i.test(path)) return withoutDots(host.pathOf(path));
  if (isAbsolute(path)) return withoutDots(corePath(path));
  const places = roots.map((root) => withoutDots(join(root, path)));
  for (const place of places) {
    if ((await files.list(place)) ?? (await files.read(place))) return place;
  }
  return places[0];
}

function isAbsolute(path: string): boolean {
  return /^(?:[a-z]:)?\//i.test(path);
}

/** Resolves `.` and `..`, and drops the slash at the end. */
function withoutDots(path: string): string {
  const names: string[] = [];
  for (const name of path.split("/")) {
    if (name === "..") names.pop();
    else if (name !== ".") names.push(name);
  }
  return withoutEnd(names.join("/"), "/");
}

/** `/w/server.xml` → `file:///w/server.xml`, `c:/w` → `file:///c:/w`; a URI stays. */
function corePath(path: string): string {
  if (/^[a-z]:\//i.test(path)) return `file:///${path.slice(0, 1).toLowerCase()}${path.slice(1)}`;
  return path.startsWith("/") ? `file://${path}` : path;
}

/** The other way. */
function shownPath(path: string): string {
  return path.replace(/^file:\/\/(?:\/(?=[a-z]:\/))?(?=\/|[a-z]:\/)/i, "");
}
