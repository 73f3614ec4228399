import { readClassFile } from "../applications/class-file.ts";
import { classNamed, type JspFacts } from "../applications/jsp.ts";
import { type ClassHeader, Serializables } from "../applications/serializable.ts";
import { type SessionAttribute, sessionAttributesOf } from "../applications/session-attributes.ts";
import { NO_USE, type SessionUse, type UnserializableValue } from "../config/node.ts";
import { type Files, join } from "./files.ts";

/** A class of an application, and what it puts into sessions. */
export interface ApplicationClass extends ClassHeader {
  readonly attributes: readonly SessionAttribute[];
}

/** Of a class file, what is kept; undefined for what is none. */
export function readClass(bytes: Uint8Array): ApplicationClass | undefined {
  const compiled = readClassFile(bytes);
  if (!compiled) return undefined;
  const { name, superclass, interfaces, isConcrete } = compiled;
  return { name, superclass, interfaces, isConcrete, attributes: sessionAttributesOf(compiled) };
}

/** Access to the files of an application. */
export interface ApplicationFiles {
  readonly list: Files["list"];
  readonly classAt: (path: string) => Promise<ApplicationClass | undefined>;
  readonly jspAt: (path: string) => Promise<JspFacts | undefined>;
}

/** Of an application with more classes, JSPs and folders nothing is looked at. */
const MOST = 1000;

/**
 * What the classes and JSPs of an unpacked application do with sessions. What is put in and is not Serializable for sure
 * is named once for each class, with the first place that does it.
 */
export async function sessionUseIn(
  application: string,
  { list, classAt, jspAt }: ApplicationFiles,
): Promise<SessionUse> {
  const paths = await filesOf(application, list);
  const classes: ApplicationClass[] = [];
  for (const path of paths?.classes ?? []) {
    const found = await classAt(path);
    if (found) classes.push(found);
  }
  const serializables = new Serializables(classes);
  const found = new Map<string, UnserializableValue>();
  const note = (type: string, value: Omit<UnserializableValue, "className">): void => {
    if (!found.has(type)) found.set(type, { className: dotted(type), ...value });
  };
  for (const { name: setter, attributes } of classes) {
    for (const attribute of attributes) {
      const { name, type, line } = attribute;
      if (serializables.isRefused(attribute)) note(type, { attribute: name, setIn: dotted(setter), line });
    }
  }
  const pages: string[] = [];
  for (const path of paths?.jsps ?? []) {
    const facts = await jspAt(path);
    if (!facts) continue;
    const { imports, attributes, beginsSession } = facts;
    if (beginsSession && path.endsWith(".jsp")) pages.push(path.slice(application.length + 1));
    for (const { name, type, line } of attributes) {
      const whole = classNamed(type, imports, (each) => serializables.has(each));
      if (whole !== undefined && serializables.isRefused({ type: whole, isExact: true })) {
        note(whole, { attribute: name, setIn: path.slice(application.length + 1), line });
      }
    }
  }
  return found.size + pages.length === 0 ? NO_USE : { unserializable: [...found.values()], pages };
}

/** `shop.Cart$Item` of `shop/Cart$Item`. */
function dotted(name: string): string {
  return name.replaceAll("/", ".");
}

interface ApplicationPaths {
  readonly classes: readonly string[];
  readonly jsps: readonly string[];
}

/** Undefined where there are too many. */
async function filesOf(application: string, list: Files["list"]): Promise<ApplicationPaths | undefined> {
  const classes: string[] = [];
  const jsps: string[] = [];
  const compiled = join(application, "WEB-INF", "classes");
  const folders = [application];
  let seen = 0;
  for (let folder = folders.pop(); folder !== undefined; folder = folders.pop()) {
    const isCompiled = folder === compiled || folder.startsWith(`${compiled}/`);
    for (const { name, folder: isFolder } of (await list(folder)) ?? []) {
      const path = join(folder, name);
      if (isFolder && !isAside(path, application)) folders.push(path);
      else if (isCompiled && name.endsWith(".class")) classes.push(path);
      else if (!isCompiled && /\.jspx?$/i.test(name)) jsps.push(path);
      else if (!isFolder) continue;
      if (++seen > MOST) return undefined;
    }
  }
  return { classes: classes.sort(), jsps: jsps.sort() };
}

/** Folders with neither classes nor JSPs that count; libraries of scripts are often deep. */
function isAside(path: string, application: string): boolean {
  return ["META-INF", "WEB-INF/lib"].some((name) => path === join(application, name)) || /\/node_modules$/.test(path);
}
