import { isMap, isScalar, isSeq, type Node } from "yaml";
import type { SourceText } from "../../base/source-text.ts";
import type { PropertyMap } from "../properties.ts";
import { readEnvFile } from "./env-file.ts";
import { LONGEST_LAUNCH_FILE, pathFrom } from "./environment.ts";
import { interpolated } from "./interpolation.ts";
import { child, entriesOf, itemsOf, textOf, type Yaml, yamlOf } from "./yaml.ts";

/** Files by path that a compose file names, as far as they are there. */
export type FilesBeside = ReadonlyMap<string, SourceText>;

/** What of a text is filled in, and with what. */
export interface Filling {
  readonly folder: string;
  /** Of `.env`. */
  readonly variables: PropertyMap;
}

/** What the variables of the compose files in a folder are taken from. */
export function fillingIn(folder: string, beside: FilesBeside): Filling {
  const file = beside.get(dotEnvIn(folder));
  const entries = file && file.text.length <= LONGEST_LAUNCH_FILE ? readEnvFile(file, "compose") : [];
  return { folder, variables: new Map(entries?.map((each) => [each.name, each])) };
}

function dotEnvIn(folder: string): string {
  return folder === "" ? ".env" : `${folder}/.env`;
}

/** The paths of `.env` and, from what that holds, of the files of variables and the Dockerfiles of other folders. */
export function pathsNamedIn(files: readonly SourceText[], folder: string, beside: FilesBeside): readonly string[] {
  const paths = new Set<string>();
  if (files.some(({ text }) => text.includes("$"))) paths.add(dotEnvIn(folder));
  const filling = fillingIn(folder, beside);
  for (const { text } of files.filter((each) => /\b(?:env_file|dockerfile)\b/.test(each.text))) {
    const document = yamlOf(text);
    for (const service of entriesOf(child(document, document.root, "services"), document).values()) {
      const { dockerfile } = buildOf(service, document, filling);
      for (const path of [...envFilesOf(service, document, filling), dockerfile]) if (path) paths.add(path);
    }
  }
  return [...paths];
}

/** How a service's image is made. */
interface Build {
  /** The folder that is given to the build. */
  readonly context: string | undefined;
  /** The name of the Dockerfile in it, where it is another than the usual one. */
  readonly name: string | undefined;
  /** The path of the Dockerfile, where it is in another folder. */
  readonly dockerfile: string | undefined;
  readonly args: ReadonlyMap<string, string | undefined>;
}

/** Source: the Compose Build Specification, "args", "context" and "dockerfile": a relative path counts from the context. */
export function buildOf(service: Node | undefined, document: Yaml, filling: Filling): Build {
  const { folder, variables } = filling;
  const build = child(document, service, "build");
  const [written, named] = isMap(build)
    ? ["context", "dockerfile"].map((key) => textOf(child(document, build, key)))
    : [textOf(build)];
  const filled = (text: string | undefined) => text && interpolated(text, variables);
  const from = isMap(build) && child(document, build, "context") === undefined ? "." : filled(written);
  const context = from === undefined ? undefined : pathFrom(folder, from);
  const name = filled(named)?.replace(/^\.\//, "");
  const args = argsOf(build, document, filling);
  if (named !== undefined && name === undefined) {
    return { context: undefined, name: undefined, dockerfile: undefined, args };
  }
  if (name?.includes("/")) {
    return { context, name: undefined, dockerfile: context === undefined ? undefined : pathFrom(context, name), args };
  }
  return { context, name: name === "Dockerfile" ? undefined : name, dockerfile: undefined, args };
}

/** `NAME: value`, or `- NAME=value`; a name alone takes its value from the shell. */
function argsOf(build: Node | undefined, document: Yaml, { variables }: Filling): Build["args"] {
  const written = isMap(build) ? child(document, build, "args") : undefined;
  const pairs = isSeq(written)
    ? itemsOf(written, document).map((each) => {
        const text = textOf(each) ?? "";
        const [name = ""] = text.split("=", 1);
        return [name, name === text ? undefined : text.slice(name.length + 1)] as const;
      })
    : [...entriesOf(written, document)].map(([name, value]) => [name, textOf(value)] as const);
  return new Map(
    pairs.map(([name, value]) => [name, value === undefined ? undefined : interpolated(value, variables)]),
  );
}

/** The paths of the files a service takes variables from, in order; undefined for one that is not known. */
export function envFilesOf(
  service: Node | undefined,
  document: Yaml,
  { folder, variables }: Filling,
): readonly (string | undefined)[] {
  const written = child(document, service, "env_file");
  if (written === undefined) return [];
  const each = isScalar(written) ? [written] : itemsOf(written, document);
  return each.map((file) => {
    const named = interpolated(textOf(isMap(file) ? child(document, file, "path") : file) ?? "", variables);
    return named === undefined ? undefined : pathFrom(folder, named);
  });
}

/** The variables of these files, of one set twice the last; undefined where one of the files is not read. */
export function variablesIn(paths: readonly (string | undefined)[], beside: FilesBeside): PropertyMap | undefined {
  const found = paths.map((path) => {
    const file = path === undefined ? undefined : beside.get(path);
    return file && file.text.length <= LONGEST_LAUNCH_FILE ? readEnvFile(file, "compose") : undefined;
  });
  if (found.includes(undefined)) return undefined;
  return new Map(found.flatMap((entries) => entries ?? []).map((entry) => [entry.name, entry]));
}
