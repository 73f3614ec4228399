import { parentOf } from "./files.ts";

/** The last name of a path. */
export function nameOf(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1);
}

/**
 * CATALINA_BASE, from the path of a file in it: `…/conf/x.xml`, `…/webapps/app/WEB-INF/web.xml`, `…/bin/setenv.sh`, or
 * `…/conf/Catalina/localhost/app.xml`.
 */
export function baseOf(path: string): string {
  const match =
    /^(.*?)\/?(?:conf|webapps\/[^/]+\/(?:WEB-INF|META-INF))\/[^/]+$/.exec(path) ??
    /^(.*?)\/?(?:bin\/setenv\.(?:sh|bat)|conf\/[^/]+\/[^/]+\/[^/]+\.xml)$/.exec(path);
  return match ? (match[1] ?? "") : parentOf(path);
}
