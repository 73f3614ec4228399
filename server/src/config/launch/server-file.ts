/** The server.xml of a Tomcat that gets `source` at `target`, as far as their names tell; undefined for other files. */
export function serverFileAt(source: string, target: string): string | undefined {
  if (/(?:^|\/)conf\/server\.xml$/.test(target)) return source;
  const isFile = source.endsWith(".xml");
  if (/(?:^|\/)conf\/?$/.test(target)) {
    // A file that is put into a folder keeps its name.
    return isFile ? (/(?:^|\/)server\.xml$/.test(source) ? source : undefined) : below(source, "server.xml");
  }
  return !isFile && /(?:^|\/)(?:tomcat|tomee)\/?$/.test(target) ? below(source, "conf/server.xml") : undefined;
}

function below(folder: string, path: string): string {
  return folder === "" ? path : `${folder}/${path}`;
}
