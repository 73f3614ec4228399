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
import { isUsualCommand } from "./own-command.ts";
import { propertyFilesAt, serverFileAt } from "./server-file.ts";
import { unpackedIn } from "./unpacked.ts";

/**
 * What the image of a Dockerfile starts Tomcat with: the ENV lines of its last stage and of the stages that one is made
 * from, and the image the first of these is made from. A value made from other variables is not known, except that
 * options keep those they are added to.
 */
export function readDockerfile(file: SourceText, folder: string): Launch {
  const stages = new Map<string, Stage>();
  let environment = new Map<string, Property>();
  let written: string | undefined;
  const bases = new Set([folder]);
  const serverFiles = new Set<string>();
  const puts = new Map<string, string>();
  const dockerfile = DockerfileParser.parse(file.text);
  const defaults = defaultsIn(dockerfile);
  for (const instruction of dockerfile.getInstructions()) {
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
      const target = instruction.getArguments().at(-1)?.getValue() ?? "";
      for (const path of sourcesOf(instruction)) {
        const copied = pathFrom(folder, path);
        if (copied === undefined) continue;
        for (const base of basesAround(copied)) bases.add(base);
        const server = serverFileAt(copied, target);
        if (server !== undefined) serverFiles.add(server);
        for (const [name, put] of propertyFilesAt(copied, target)) puts.set(name, put);
      }
    }
  }
  const scripted = dockerfile.getInstructions().some(maySetOptions);
  const imageWith = (args: ReadonlyMap<string, string | undefined>) => {
    const given = [...args].filter(([name]) => defaults.has(name));
    return imageOf(written ?? "", new Map([...defaults, ...given]), file);
  };
  const unpacked = unpackedIn(dockerfile, file.path);
  return { environment, image: imageWith(new Map()), imageWith, unpacked, bases, serverFiles, puts, scripted };
}

interface Stage {
  readonly environment: Map<string, Property>;
  /** The image it is made from. */
  readonly from: string | undefined;
}

/** What a step of a build writes where options and placeholders are read. */
const WRITES_OPTIONS = /catalina\.properties|setenv|server\.xml|envsubst|_OPTS|\bsed\b/;

/** True for a line of a Dockerfile after which options, or the files that Tomcat reads, may be others than those here. */
function maySetOptions(instruction: Instruction): boolean {
  const written = instruction.getArgumentsContent() ?? "";
  if (instruction instanceof Cmd || instruction instanceof Entrypoint) {
    return !isUsualCommand(written.replace(/[[\]",]+/g, " "));
  }
  return instruction.getKeyword().toUpperCase() === "RUN" && WRITES_OPTIONS.test(written);
}

/** The ARG lines before the first stage. */
function defaultsIn(dockerfile: Dockerfile): ReadonlyMap<string, string | null> {
  return new Map(
    dockerfile.getInitialARGs().flatMap((each) => {
      const argument = each.getProperty();
      return argument ? [[argument.getName(), argument.getUnescapedValue()] as const] : [];
    }),
  );
}

/** An image whose variables are filled in; undefined where one has no default. */
function imageOf(
  written: string,
  defaults: ReadonlyMap<string, string | null | undefined>,
  { path }: SourceText,
): Image | undefined {
  const name = written.replace(
    /\$(?:\{(\w+)\}|(\w+))/g,
    (whole, braced, bare) => defaults.get(braced ?? bare) ?? whole,
  );
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
