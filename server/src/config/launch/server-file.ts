/** The server.xml of a Tomcat that gets `source` at `target`, as far as their names tell; undefined for other files. */
export function serverFileAt(source: string, target: string): string | undefined {
  if (/(?:^|\/)conf\/server\.xml$/.test(target)) return source;
  const isFile = source.endsWith(".xml");
  if (/(?:^|\/)conf\/?$/.test(target)) {
    // A file that is put into a folder keeps its name.
    return isFile ? (/(?:^|\/)server\.xml$/.test(source) ? source : undefined) : below(source, "server.xml");
  }
  if (/\.(?:sh|war|jar|properties|txt|zip|gz)$/.test(source)) return undefined;
  return !isFile && /(?:^|\/)(?:tomcat|tomee)\/?$/.test(target) ? below(source, "conf/server.xml") : undefined;
}

/** The conf/context.xml of a Tomcat, by its name there. */
export const CONTEXT_DEFAULTS = "conf/context.xml";

/** Files that are read beside a server.xml: their names in a Tomcat, and what their folder is called there. */
const FILES_BESIDE = [
  { name: "conf/catalina.properties", file: "catalina.properties", folder: /\/conf\/?$/ },
  { name: "bin/setenv.sh", file: "setenv.sh", folder: /\/bin\/?$/ },
  { name: CONTEXT_DEFAULTS, file: "context.xml", folder: /\/conf\/?$/ },
] as const;

/** What a Tomcat gets at `target` in place of such files, by the names of these. */
export function filesBesideAt(source: string, target: string): readonly (readonly [string, string])[] {
  return FILES_BESIDE.flatMap(({ name, file, folder }) => {
    const last = source.slice(source.lastIndexOf("/") + 1);
    if (target.endsWith(`/${name}`) || (folder.test(target) && last === file)) return [[name, source] as const];
    return folder.test(target) && !last.includes(".") ? [[name, below(source, file)] as const] : [];
  });
}

function below(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}

/** Where a Tomcat has what sets options and properties. */
const SETTINGS = /(?:^|\/)(?:(?:conf|bin)(?:\/(?:catalina\.properties|setenv\.sh))?|tomcat|tomee)\/?$/;

/** True for a place in a container whose files set options and properties, or may. */
export function isSettings(target: string): boolean {
  return SETTINGS.test(target);
}
