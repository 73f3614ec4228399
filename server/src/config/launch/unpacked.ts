import { Add, Copy, type Dockerfile, type Instruction } from "dockerfile-ast";
import type { Image } from "./environment.ts";
import { type Arguments, BuildVariables } from "./variables.ts";

/** An archive of Tomcat as Apache names it; those of its deployer and of single parts are called otherwise. */
const ARCHIVE = /(apache-tomcat-\d+\.\d+\.\d+(?:-M\d+)?)(?=\.(?:tar|tgz|zip)\b)/g;

/** The folder that Apache has a release of Tomcat in, where a variable names the archive. */
const FOLDER = /\/tomcat-\d+\/v(\d+\.\d+\.\d+(?:-M\d+)?)\/bin\//g;

/**
 * The Tomcat whose archive a build downloads, adds or copies, with variables of the Dockerfile filled in; undefined
 * where there is none, or several.
 */
export function unpackedIn(dockerfile: Dockerfile, path: string, args: Arguments): Image | undefined {
  const variables = new BuildVariables(args);
  const found = new Set<string>();
  for (const instruction of dockerfile.getInstructions()) {
    variables.take(instruction);
    if (!isStep(instruction)) continue;
    const text = variables.fill(instruction.getArgumentsContent() ?? "");
    for (const [, name = ""] of text.matchAll(ARCHIVE)) found.add(name);
    for (const [, release = ""] of text.matchAll(FOLDER)) found.add(`apache-tomcat-${release}`);
  }
  const [name] = found;
  return name === undefined || found.size > 1 ? undefined : { name, path };
}

function isStep(instruction: Instruction): boolean {
  return instruction instanceof Add || instruction instanceof Copy || instruction.getKeyword().toUpperCase() === "RUN";
}
