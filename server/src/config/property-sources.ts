import type { SourceText } from "../base/source-text.ts";

import { type Environment, LONGEST_LAUNCH_FILE } from "./launch/environment.ts";
import { NO_PROPERTIES, Properties, type Property, type Start } from "./properties.ts";

import { type PropertyEntry, propertyEntries } from "./property-entries.ts";
import { optionEntries, optionsIn, overwrittenVariables, type Shell, variableEntries } from "./shell-options.ts";

/** The files of a Tomcat that set properties. */
export interface PropertySources {
  readonly catalinaProperties: SourceText | undefined;
  readonly setenv: SourceText | undefined;
  readonly setenvBat?: SourceText | undefined;
  /** The environments that files around it start it in, each of them complete. */
  readonly environments?: readonly Environment[];
  /** True where a Dockerfile or a compose file is among them. */
  readonly container?: boolean;
  /** The services among what starts it. */
  readonly starts?: readonly Start[];
  /** One of those files that is too long to be read. */
  readonly unreadLaunch?: string | undefined;
}

/** In characters; those of real Tomcats have some thousand. Reading one takes 130 times its size in memory. */
export const LONGEST_PROPERTY_FILE = 200_000;

/** The variables of options in the order Java gets them in: of one property set twice the last counts (catalina.sh). */
const OPTION_VARIABLES = ["JAVA_OPTS", "CATALINA_OPTS"] as const;

/**
 * What a Tomcat puts in the place of `${name}`.
 *
 * - `conf/catalina.properties` beats all options: Tomcat makes each of its entries a system property when it starts
 *   (CatalinaProperties.loadProperties, all lines).
 * - `-D` options come from `JAVA_OPTS` and `CATALINA_OPTS` of the environment, to which `bin/setenv.sh` adds, and which
 *   it may set anew (catalina.sh; catalina.bat and `bin/setenv.bat` likewise).
 * - Variables of the environment count where an EnvironmentPropertySource is set.
 *
 * Several ways to start one Tomcat that set a property to several values leave it unknown, as a script does that makes
 * a value from variables.
 */
export function readProperties(files: PropertySources): Properties {
  const {
    catalinaProperties,
    setenv,
    setenvBat,
    environments = [],
    container = false,
    starts = [],
    unreadLaunch,
  } = files;
  const long = [catalinaProperties, setenv, setenvBat].find((file) => file && isTooLongToRead(file));
  if (long) {
    const unread = { path: long.path, longest: LONGEST_PROPERTY_FILE };
    return new Properties(new Map(), new Map(), [], { container, starts, unread });
  }
  const entries = catalinaProperties ? inFile(catalinaProperties, propertyEntries(catalinaProperties.text)) : [];
  const ofFile = entries.map((entry) => [entry.name, entry] as const);
  if (unreadLaunch !== undefined) {
    const unread = { path: unreadLaunch, longest: LONGEST_LAUNCH_FILE };
    // No option beats catalina.properties.
    return new Properties(new Map(ofFile), new Map(), entries, { container, starts, unread });
  }
  const places: Property[] = [];
  const system = new Map<string, Property>();
  const environment = new Map<string, Property>();
  const ways = environments.length > 0 ? environments : [new Map()];
  for (const start of ways) {
    merge(system, optionsOf(start, setenv, "sh", places));
    merge(environment, variablesOf(start, setenv, "sh"));
  }
  if (setenvBat) {
    merge(system, optionsOf(new Map(), setenvBat, "bat", places));
    merge(environment, variablesOf(new Map(), setenvBat, "bat"));
  }
  for (const [name, entry] of ofFile) system.set(name, entry);
  return system.size + environment.size === 0 && !container
    ? NO_PROPERTIES
    : new Properties(system, environment, [...entries, ...places], { container, starts });
}

/** True for a file of properties or a script that is not read. */
export function isTooLongToRead({ text }: SourceText): boolean {
  return text.length > LONGEST_PROPERTY_FILE;
}

/** The options Java gets in one way to start. */
function optionsOf(
  environment: Environment,
  script: SourceText | undefined,
  shell: Shell,
  places: Property[],
): Map<string, Property> {
  const found = new Map<string, Property>();
  const overwritten = script ? overwrittenVariables(script.text, shell) : new Set();
  for (const name of OPTION_VARIABLES) {
    const variable = environment.get(name);
    if (!variable || overwritten.has(name)) continue;
    const options = inFile(variable.file, optionsIn(variable.file.text, variable.at));
    for (const option of options) {
      found.set(option.name, option);
      places.push(option);
    }
  }
  if (!script) return found;
  const options = inFile(script, optionEntries(script.text, shell));
  for (const option of options) places.push(option);
  // Whether a script adds before or behind what is there is not looked at.
  const added = new Map(options.map((option) => [option.name, option]));
  merge(found, added);
  return found;
}

function variablesOf(environment: Environment, script: SourceText | undefined, shell: Shell): Map<string, Property> {
  const found = new Map(environment);
  const set = script ? inFile(script, variableEntries(script.text, shell)) : [];
  for (const variable of set) found.set(variable.name, variable);
  return found;
}

/** Takes more properties in; one that is there with another value is unknown from then on. */
function merge(into: Map<string, Property>, more: ReadonlyMap<string, Property>): void {
  for (const [name, property] of more) {
    const known = into.get(name);
    into.set(name, known && known.value !== property.value ? { ...known, value: undefined } : property);
  }
}

function inFile(file: SourceText, entries: readonly PropertyEntry[]): readonly Property[] {
  return entries.map(({ name, value, nameSpan: nameAt, valueSpan: at }) => ({ name, value, file, nameAt, at }));
}
