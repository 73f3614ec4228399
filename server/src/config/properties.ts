import { parse } from "dot-properties";

/** Values for `${name}`, by name. */
export type Properties = ReadonlyMap<string, string>;

export const NO_PROPERTIES: Properties = new Map();

const PLACEHOLDER = /\$\{([^}]*)\}/g;
/** A `-Dname=value` in a shell script; the value may stand in quotes. */
const OPTION = /(?:^|[\s"'])-D([\w.-]+)=("[^"]*"|'[^']*'|[^\s"'\\;]*)/g;

/**
 * What a Tomcat puts in the place of `${name}`: `conf/catalina.properties` beats the `-D` options of `bin/setenv.sh`,
 * because Tomcat makes each of its entries a system property when it starts (CatalinaProperties.loadProperties, all
 * lines). A value that a script makes from variables is not known.
 */
export function readProperties(catalinaProperties: string | undefined, setenv: string | undefined): Properties {
  const found = new Map<string, string>();
  for (const [, name, value] of (setenv ?? "").replace(/^\s*#.*$/gm, "").matchAll(OPTION)) {
    const text = value?.replace(/^(["'])(.*)\1$/, "$2") ?? "";
    if (name !== undefined && !/[$`%]/.test(text)) found.set(name, text);
  }
  for (const [name, value] of Object.entries(parseTolerant(catalinaProperties ?? ""))) {
    if (typeof value === "string") found.set(name, value);
  }
  return found;
}

/** A file with a wrong escape (`\u12`) has no values rather than an exception. */
function parseTolerant(text: string): object {
  try {
    return parse(text);
  } catch {
    return {};
  }
}

/** A text with each known `${name}` filled in; what is not known stays as it is written. */
export function fillIn(text: string, properties: Properties): string {
  return properties.size === 0 ? text : text.replace(PLACEHOLDER, (all, name: string) => properties.get(name) ?? all);
}
