import { Add, Copy, DockerfileParser, Env, From } from "dockerfile-ast";
import type { Range } from "../../base/lines.ts";
import { type Span, span } from "../../base/span.ts";
import type { Property } from "../properties.ts";
import type { SourceText } from "../source-text.ts";
import { basesAround, type Launch, pathFrom } from "./environment.ts";

/**
 * What the image of a Dockerfile starts Tomcat with: the ENV lines of its last stage and of the stages that one is made
 * from. A value made from other variables is not known, except that options keep those they are added to.
 */
export function readDockerfile(file: SourceText, folder: string): Launch {
  const stages = new Map<string, Map<string, Property>>();
  let environment = new Map<string, Property>();
  const bases = new Set([folder]);
  for (const instruction of DockerfileParser.parse(file.text).getInstructions()) {
    if (instruction instanceof From) {
      environment = new Map(stages.get(instruction.getImage()?.toLowerCase() ?? ""));
      const name = instruction.getBuildStage();
      if (name) stages.set(name.toLowerCase(), environment);
    } else if (instruction instanceof Env) {
      for (const each of variablesIn(instruction, file)) environment.set(each.name, each);
    } else if (instruction instanceof Copy || instruction instanceof Add) {
      for (const path of sourcesOf(instruction)) {
        const copied = pathFrom(folder, path);
        for (const base of copied === undefined ? [] : basesAround(copied)) bases.add(base);
      }
    }
  }
  return { environment, bases };
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
