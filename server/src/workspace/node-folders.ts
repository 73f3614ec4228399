import { type Files, join } from "./files.ts";

type List = Files["list"];

/** The folders in a folder. */
export async function foldersIn(folder: string, list: List): Promise<readonly string[]> {
  return ((await list(folder)) ?? []).filter((each) => each.folder).map(({ name }) => join(folder, name));
}

/** Files of the form conf/Engine/Host/app.xml, each the Context of one application. */
export async function contextFilesOf(base: string, list: List): Promise<readonly string[]> {
  const found: string[] = [];
  for (const engine of await foldersIn(join(base, "conf"), list)) {
    for (const host of await foldersIn(engine, list)) {
      for (const { name, folder } of (await list(host)) ?? []) {
        // Tomcat ignores the letter case of the suffix.
        if (!folder && /\.xml$/i.test(name)) found.push(join(host, name));
      }
    }
  }
  return found;
}
