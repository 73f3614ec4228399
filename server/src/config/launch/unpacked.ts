import { Add, Arg, Copy, type Dockerfile, Env, type Instruction } from "dockerfile-ast";
import type { Image } from "./environment.ts";

/** An archive of Tomcat as Apache names it; those of its deployer and of single parts are called otherwise. */
const ARCHIVE = /(apache-tomcat-\d+\.\d+\.\d+(?:-M\d+)?)(?=\.(?:tar|tgz|zip)\b)/g;

/** Longer values come from variables that are put together from themselves. */
const LONGEST_VALUE = 200;

/**
 * The Tomcat whose archive a build downloads, adds or copies, with variables of the Dockerfile filled in; undefined
 * where there is none, or several.
 */
export function unpackedIn(dockerfile: Dockerfile, path: string): Image | undefined {
  const variables = new Map<string, string>();
  const found = new Set<string>();
  for (const instruction of dockerfile.getInstructions()) {
    if (instruction instanceof Arg || instruction instanceof Env) {
      for (const property of propertiesOf(instruction)) {
        const value = property.getUnescapedValue();
        // An ARG that is named again in a stage keeps the value it has.
        if (value !== null) variables.set(property.getName(), filled(value, variables).slice(0, LONGEST_VALUE));
      }
    } else if (isStep(instruction)) {
      const text = filled(instruction.getArgumentsContent() ?? "", variables);
      for (const [, name = ""] of text.matchAll(ARCHIVE)) found.add(name);
    }
  }
  const [name] = found;
  return name === undefined || found.size > 1 ? undefined : { name, path };
}

function propertiesOf(instruction: Arg | Env) {
  return instruction instanceof Env ? instruction.getProperties() : [instruction.getProperty() ?? []].flat();
}

function isStep(instruction: Instruction): boolean {
  return instruction instanceof Add || instruction instanceof Copy || instruction.getKeyword().toUpperCase() === "RUN";
}

function filled(text: string, variables: ReadonlyMap<string, string>): string {
  return text.replace(/\$(?:\{(\w+)\}|(\w+))/g, (whole, braced, bare) => variables.get(braced ?? bare) ?? whole);
}
