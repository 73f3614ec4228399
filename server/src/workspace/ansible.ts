import { sourceText } from "../base/source-text.ts";
import { ansibleVariables } from "../config/launch/ansible.ts";
import type { Property } from "../config/properties.ts";
import type { TemplateVariables } from "./ansible-names.ts";
import { type Files, join, parentOf } from "./files.ts";
import { nameOf } from "./paths.ts";

/** Access to the files around a template. */
export interface TemplateFiles {
  readonly list: Files["list"];
  readonly textOf: (path: string) => Promise<string | undefined>;
}

/** Folders beside a playbook that hold inventories. */
const INVENTORIES = /^(?:inventor(?:y|ies)|environments?)$/;
/** So many inventories are looked at, and so many files of variables in all. */
const MOST_INVENTORIES = 30;
const MOST_FILES = 300;

/**
 * The variables that the files around a template of Ansible's set: those of its role, and of `group_vars` and
 * `host_vars` beside the playbook and in its inventories. Which of them counts for a node, and whether a play or the
 * command line sets another value, no file tells.
 *
 * Source: Ansible's documentation, "Understanding variable precedence".
 */
export async function templateVariables(path: string, files: TemplateFiles): Promise<TemplateVariables> {
  const found = new Map<string, Property[]>();
  for (const each of (await variableFiles(path, files.list)).slice(0, MOST_FILES)) {
    const text = await files.textOf(each);
    for (const variable of text === undefined ? [] : ansibleVariables(sourceText(each, text))) {
      const places = found.get(variable.name);
      if (places) places.push(variable);
      else found.set(variable.name, [variable]);
    }
  }
  return found;
}

/** The paths of the files that set variables, the strongest first. */
async function variableFiles(path: string, list: Files["list"]): Promise<readonly string[]> {
  const role = path.slice(0, Math.max(path.lastIndexOf("/templates/"), 0));
  const inRole = nameOf(parentOf(role)) === "roles";
  const inventories = await inventoriesBeside(inRole ? parentOf(parentOf(role)) : role, list);
  const of = async (folder: string) => {
    const all = await Promise.all(inventories.map((each) => filesBelow(join(each, folder), list, 1)));
    return all.flat();
  };
  const [vars, defaults, hosts, groups] = await Promise.all([
    filesBelow(join(role, "vars"), list, 1),
    filesBelow(join(role, "defaults"), list, 1),
    of("host_vars"),
    of("group_vars"),
  ]);
  const ofAll = (each: string) => /\/group_vars\/all(?:\.\w+$|\/|$)/.test(`/${each}`);
  return [...vars, ...hosts, ...groups.filter((each) => !ofAll(each)), ...groups.filter(ofAll), ...defaults];
}

/** The playbook's own folder counts more than those of inventories. */
async function inventoriesBeside(project: string, list: Files["list"]): Promise<readonly string[]> {
  const found = [project];
  for (const { name, folder } of (await list(project)) ?? []) {
    if (!folder || !INVENTORIES.test(name)) continue;
    const inventory = join(project, name);
    found.push(inventory);
    const within = ((await list(inventory)) ?? []).filter((each) => each.folder && !/_vars$/.test(each.name));
    found.push(...within.map((each) => join(inventory, each.name)));
  }
  return found.slice(0, MOST_INVENTORIES);
}

/** The files of variables in a folder: `web.yml`, `web`, and those of the folder `web`. */
async function filesBelow(folder: string, list: Files["list"], depth: number): Promise<readonly string[]> {
  const found: string[] = [];
  const entries = [...((await list(folder)) ?? [])].sort((one, other) => (one.name < other.name ? -1 : 1));
  for (const { name, folder: isFolder } of entries) {
    const path = join(folder, name);
    if (isFolder && depth > 0) found.push(...(await filesBelow(path, list, depth - 1)));
    else if (!isFolder && /^(?!\.)(?:[^.]+|.*\.(?:ya?ml|json))$/.test(name)) found.push(path);
  }
  return found;
}
