import {
  Add,
  Cmd,
  Copy,
  type Dockerfile,
  DockerfileParser,
  Entrypoint,
  Env,
  From,
  type Instruction,
} from "dockerfile-ast";
import type { Range } from "../../base/lines.ts";
import type { SourceText } from "../../base/source-text.ts";
import { type Span, span } from "../../base/span.ts";
import type { Property } from "../properties.ts";
import { basesAround, type Image, type Launch, pathFrom } from "./environment.ts";
import { filesBesideAt, serverFileAt } from "./server-file.ts";
import { isKnownCommand } from "./start-script.ts";
import { unpackedIn } from "./unpacked.ts";
import { type Arguments, BuildVariables, NO_ARGUMENTS } from "./variables.ts";

/**
 * What the image of a Dockerfile starts Tomcat with: the ENV lines of its last stage and of the stages that one is made
 * from, and the image the first of these is made from. A value made from other variables is not known, except that
 * options keep those they are added to.
 */
export function readDockerfile(
  file: SourceText,
  folder: string,
  { args = NO_ARGUMENTS, scripts = NO_SCRIPTS }: BuildSurroundings = {},
): Launch {
  const stages = new Map<string, Stage>();
  let environment = new Map<string, Property>();
  let written: string | undefined;
  const bases = new Set([folder]);
  const serverFiles = new Set<string>();
  const puts = new Map<string, string>();
  const dockerfile = DockerfileParser.parse(file.text);
  const variables = new BuildVariables(args);
  for (const instruction of dockerfile.getInstructions()) {
    variables.take(instruction);
    if (instruction instanceof From) {
      const from = instruction.getImage() ?? "";
      const earlier = stages.get(from.toLowerCase());
      environment = new Map(earlier?.environment);
      written = earlier ? earlier.from : from;
      const name = instruction.getBuildStage();
      if (name) stages.set(name.toLowerCase(), { environment, from: written });
    } else if (instruction instanceof Env) {
      for (const each of variablesIn(instruction, file)) environment.set(each.name, each);
    } else if (instruction instanceof Copy || instruction instanceof Add) {
      const target = variables.fill(instruction.getArguments().at(-1)?.getValue() ?? "");
      for (const path of sourcesOf(instruction)) {
        const copied = pathFrom(folder, variables.fill(path).replace(/\/\*$/, ""));
        if (copied === undefined) continue;
        for (const base of basesAround(copied)) bases.add(base);
        const server = serverFileAt(copied, target);
        if (server !== undefined) serverFiles.add(server);
        for (const [name, put] of filesBesideAt(copied, target)) puts.set(name, put);
      }
    }
  }
  const scripted = dockerfile.getInstructions().some((each) => maySetOptions(each, scripts));
  const imageWith = (given: Arguments) => imageOf(written ?? "", argsOutside(dockerfile, given), file);
  const unpacked = unpackedIn(dockerfile, file.path, args);
  const ignoresCommand = dockerfile.getInstructions().some(isShellEntrypoint);
  const image = imageWith(args);
  return { environment, image, imageWith, unpacked, bases, serverFiles, puts, scripted, ignoresCommand };
}

/** What stands before the first stage is known in the lines that begin stages. */
function argsOutside(dockerfile: Dockerfile, args: Arguments): BuildVariables {
  const outside = new BuildVariables(args);
  for (const instruction of dockerfile.getInitialARGs()) outside.take(instruction);
  return outside;
}

/** What a build takes in besides its Dockerfile. */
export interface BuildSurroundings {
  /** Values for its ARG lines. */
  readonly args?: Arguments;
  /** The texts of scripts in its folder, by their names. */
  readonly scripts?: ReadonlyMap<string, string>;
}

const NO_SCRIPTS: ReadonlyMap<string, string> = new Map();

interface Stage {
  readonly environment: Map<string, Property>;
  /** The image it is made from. */
  readonly from: string | undefined;
}

/** What a step of a build writes where options and placeholders are read. */
const WRITES_OPTIONS = /catalina\.properties|setenv|server\.xml|envsubst|_OPTS|\bsed\b/;

/** True for a line of a Dockerfile after which options, or the files that Tomcat reads, may be others than those here. */
function maySetOptions(instruction: Instruction, scripts: ReadonlyMap<string, string>): boolean {
  const written = instruction.getArgumentsContent() ?? "";
  if (instruction instanceof Cmd || instruction instanceof Entrypoint) {
    return !isKnownCommand(written.replace(/[[\]",]+/g, " "), scripts);
  }
  return instruction.getKeyword().toUpperCase() === "RUN" && WRITES_OPTIONS.test(written);
}

/** Source: Docker's reference of Dockerfiles, "Shell form ENTRYPOINT example". */
function isShellEntrypoint(instruction: Instruction): boolean {
  return instruction instanceof Entrypoint && !(instruction.getArgumentsContent() ?? "[").trimStart().startsWith("[");
}

/** An image whose variables are filled in; undefined where one has no default. */
function imageOf(written: string, variables: BuildVariables, { path }: SourceText): Image | undefined {
  const name = variables.fill(written);
  return name === "" || name.includes("$") ? undefined : { name, path };
}

function variablesIn(instruction: Env, file: SourceText): readonly Property[] {
  return instruction.getProperties().flatMap((property) => {
    const range = property.getValueRange();
    const value = property.getUnescapedValue();
    if (!range || value === null) return [];
    const nameAt = spanOf(property.getNameRange(), file);
    return [{ name: property.getName(), value: known(value), file, nameAt, at: spanOf(range, file) }];
  });
}

function spanOf({ start, end }: Range, { lines }: SourceText): Span {
  return span(lines.offsetAt(start), lines.offsetAt(end));
}

function known(value: string): string | undefined {
  return value.includes("$") ? undefined : value.replace(/^(["'])(.*)\1$/s, "$2");
}

/** What is copied from the build's own folder; the last argument is where to. */
function sourcesOf(instruction: Copy | Add): readonly string[] {
  if (instruction.getFlags().some((flag) => flag.getName() === "from")) return [];
  return instruction
    .getArguments()
    .slice(0, -1)
    .map((argument) => argument.getValue());
}
