import type { SourceText } from "../base/source-text.ts";

import { type Environment, LONGEST_LAUNCH_FILE } from "./launch/environment.ts";
import { NO_PROPERTIES, Properties, type Property, type PropertyMap, type Start } from "./properties.ts";

import { type PropertyEntry, propertyEntries } from "./property-entries.ts";
import {
  optionEntries,
  optionsIn,
  overwrittenVariables,
  type Shell,
  setsMore,
  variableEntries,
} from "./shell-options.ts";

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
  /** The only service that is looked at, where several nodes start with these files. */
  readonly run?: Start;
  /** The properties of each service, where several nodes start with these files. */
  readonly runs?: readonly Properties[];
  /** True where options may come from what is not read. */
  readonly open?: boolean;
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
 * Several ways to start one Tomcat that set a property to several values, or of which one does not set it, leave it
 * unknown, as a script does that makes a value from variables.
 */
export function readProperties(files: PropertySources): Properties {
  const {
    catalinaProperties,
    setenv,
    setenvBat,
    environments = [],
    container = false,
    starts = [],
    run,
    runs = [],
    unreadLaunch,
  } = files;
  const open = files.open === true || scriptsSetMore(files);
  const around = { container, starts, run, runs, open };
  const long = [catalinaProperties, setenv, setenvBat].find((file) => file && isTooLongToRead(file));
  if (long) {
    const unread = { path: long.path, longest: LONGEST_PROPERTY_FILE };
    return new Properties(new Map(), new Map(), [], { ...around, unread });
  }
  const entries = catalinaProperties ? inFile(catalinaProperties, propertyEntries(catalinaProperties.text)) : [];
  const ofFile = entries.map((entry) => [entry.name, entry] as const);
  if (unreadLaunch !== undefined) {
    const unread = { path: unreadLaunch, longest: LONGEST_LAUNCH_FILE };
    // No option beats catalina.properties.
    return new Properties(new Map(ofFile), new Map(), entries, { ...around, unread });
  }
  const places: Property[] = [];
  const system = new Map<string, Property>();
  const environment = new Map<string, Property>();
  const ways = environments.length > 0 ? environments : [new Map()];
  const options = ways.map((start) => optionsOf(start, setenv, "sh", places));
  const variables = ways.map((start) => variablesOf(start, setenv, "sh"));
  for (const each of options) merge(system, each);
  for (const each of variables) merge(environment, each);
  forgetAbsent(system, options);
  forgetAbsent(environment, variables);
  if (setenvBat) {
    merge(system, optionsOf(new Map(), setenvBat, "bat", places));
    merge(environment, variablesOf(new Map(), setenvBat, "bat"));
  }
  for (const [name, entry] of ofFile) system.set(name, entry);
  const started = environments.length > 0 || setenv !== undefined || setenvBat !== undefined;
  return system.size + environment.size === 0 && !container && !started
    ? NO_PROPERTIES
    : new Properties(system, environment, [...entries, ...places], { ...around, started });
}

function scriptsSetMore({ setenv, setenvBat }: PropertySources): boolean {
  return (
    (setenv !== undefined && setsMore(setenv.text, "sh")) ||
    (setenvBat !== undefined && setsMore(setenvBat.text, "bat"))
  );
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
    const { file, at, filledBy } = variable;
    const options = inFile(file, optionsIn(file.text, at)).map((option) =>
      filledBy ? { ...option, filledBy } : option,
    );
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
    into.set(name, known ? agreed(known, property) : property);
  }
}

function agreed(known: Property, property: Property): Property {
  if (known.value !== property.value) return unknown(known);
  return property.value === undefined ? unknown(property) : property;
}

function unknown(property: Property): Property {
  return { ...property, value: undefined, filledBy: undefined };
}

/** Of what one of several ways does not set the value is unknown. */
function forgetAbsent(merged: Map<string, Property>, ways: readonly PropertyMap[]): void {
  for (const [name, property] of merged) {
    if (ways.some((way) => !way.has(name))) merged.set(name, unknown(property));
  }
}

function inFile(file: SourceText, entries: readonly PropertyEntry[]): readonly Property[] {
  return entries.map(({ name, value, nameSpan: nameAt, valueSpan: at }) => ({ name, value, file, nameAt, at }));
}
