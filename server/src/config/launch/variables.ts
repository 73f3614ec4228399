import { Arg, Env, type Instruction, type Property } from "dockerfile-ast";

/** Longer values come from variables that are put together from themselves. */
const LONGEST_VALUE = 200;

/** The variables of a Dockerfile as a build knows them, from its first line to the one that is read. */
export class BuildVariables {
  readonly #values = new Map<string, string>();
  readonly #args: Arguments;

  /** @param args what the build is given for the names of its ARG lines */
  constructor(args: Arguments = NO_ARGUMENTS) {
    this.#args = args;
  }

  /** Takes in what an ARG or an ENV line sets. */
  take(instruction: Instruction): void {
    if (!(instruction instanceof Arg || instruction instanceof Env)) return;
    for (const property of propertiesOf(instruction)) {
      const name = property.getName();
      const isGiven = instruction instanceof Arg && this.#args.has(name);
      const value = isGiven ? this.#args.get(name) : property.getUnescapedValue();
      if (value === undefined) this.#values.delete(name);
      // An ARG that is named again in a stage keeps the value it has.
      else if (value !== null) this.#values.set(name, this.fill(value).slice(0, LONGEST_VALUE));
    }
  }

  /**
   * A text with the values of variables that are known, or what `${NAME:-default}` says; the others stay as they are
   * written.
   */
  fill(text: string): string {
    return text.replace(
      /\$(?:\{(\w+)(?::-([^{}$]*))?\}|(\w+))/g,
      (whole, braced, otherwise, bare) => this.#values.get(braced ?? bare) ?? otherwise ?? whole,
    );
  }
}

/** Values by the names of ARG lines; undefined for one that is not known. */
export type Arguments = ReadonlyMap<string, string | undefined>;

export const NO_ARGUMENTS: Arguments = new Map();

function propertiesOf(instruction: Arg | Env): readonly Property[] {
  return instruction instanceof Env ? instruction.getProperties() : [instruction.getProperty() ?? []].flat();
}
