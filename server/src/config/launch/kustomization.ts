import { isScalar, type Node } from "yaml";
import type { SourceText } from "../../base/source-text.ts";
import { span } from "../../base/span.ts";
import type { Property } from "../properties.ts";
import { LONGEST_LAUNCH_FILE, pathFrom } from "./environment.ts";
import { child, entriesOf, itemsOf, rangeOf, textOf, type Yaml, yamlOf } from "./yaml.ts";

/** A ConfigMap or Secret that Kustomize makes, named without the hash that it gets. */
export interface GeneratedMap {
  readonly name: string;
  /** Paths of files by the keys that hold them. */
  readonly files: ReadonlyMap<string, string>;
  /** Paths of files with variables. */
  readonly envs: readonly string[];
  readonly literals: readonly Property[];
}

/** What a kustomization says of the objects it puts together. */
export interface Kustomization {
  /** Paths of manifests, and of folders with kustomizations of their own. */
  readonly resources: readonly string[];
  readonly maps: readonly GeneratedMap[];
  /** By the name of a workload. */
  readonly replicas: ReadonlyMap<string, number>;
  /** Tags by the name of an image. */
  readonly tags: ReadonlyMap<string, string>;
}

/**
 * Reads a kustomization in a folder; undefined for what is no YAML. What its patches and components change is not looked
 * at: of what is missing here nothing is known.
 *
 * Source: Kustomize's reference, "configMapGenerator", "secretGenerator", "resources", "replicas", "images".
 */
export function readKustomization(file: SourceText, folder: string): Kustomization | undefined {
  if (file.text.length > LONGEST_LAUNCH_FILE) return undefined;
  const document = attempt(file.text);
  if (!document) return undefined;
  const listed = (name: string) => itemsOf(child(document, document.root, name), document);
  const named = (name: string, key: string) =>
    listed(name).flatMap((each) => {
      const [called, value] = ["name", key].map((part) => textOf(child(document, each, part)));
      return called === undefined || value === undefined ? [] : [[called, value] as const];
    });
  const paths = [...listed("resources"), ...listed("bases")].map(textOf);
  return {
    resources: paths.flatMap((path) => (path === undefined ? [] : (pathFrom(folder, path) ?? []))),
    maps: [...listed("configMapGenerator"), ...listed("secretGenerator")].flatMap((each) => {
      const name = textOf(child(document, each, "name"));
      return name === undefined ? [] : [{ name, ...generated(each, { document, file, folder }) }];
    }),
    replicas: new Map(
      named("replicas", "count").flatMap(([name, count]) => (/^\d{1,4}$/.test(count) ? [[name, Number(count)]] : [])),
    ),
    tags: new Map(named("images", "newTag")),
  };
}

interface Around {
  readonly document: Yaml;
  readonly file: SourceText;
  readonly folder: string;
}

function generated(generator: Node, { document, file, folder }: Around): Omit<GeneratedMap, "name"> {
  const listed = (name: string) => itemsOf(child(document, generator, name), document);
  const files = listed("files").flatMap((each) => {
    const written = textOf(each) ?? "";
    const equals = written.indexOf("=");
    const path = pathFrom(folder, written.slice(equals + 1));
    const key = equals < 0 ? written.slice(written.lastIndexOf("/") + 1) : written.slice(0, equals);
    return path === undefined ? [] : [[key, path] as const];
  });
  // Older releases know `env` with one file.
  const envs = [...listed("envs").map(textOf), textOf(child(document, generator, "env"))];
  return {
    files: new Map(files),
    envs: envs.flatMap((path) => (path === undefined ? [] : (pathFrom(folder, path) ?? []))),
    literals: listed("literals").flatMap((each) => literalOf(each, file)),
  };
}

/** `NAME=value`, where quotes around the value are no part of it. */
function literalOf(item: Node, file: SourceText): readonly Property[] {
  const text = textOf(item);
  if (text === undefined || !isScalar(item)) return [];
  const { start, end } = rangeOf(item);
  const equals = file.text.slice(start, end).indexOf("=");
  if (equals < 0) return [];
  const [name = ""] = text.split("=", 1);
  const value = text.slice(name.length + 1).replace(/^(["'])(.*)\1$/s, "$2");
  return [{ name, value, file, nameAt: span(start, start + equals), at: span(start + equals + 1, end) }];
}

/** The variables that a manifest's ConfigMap holds. */
export function valuesIn(
  root: Node | undefined,
  document: Yaml,
  file: SourceText,
  offset: number,
): readonly Property[] {
  return [...entriesOf(child(document, root, "data"), document)].flatMap(([name, value]) => {
    if (!isScalar(value) || value.type === "BLOCK_LITERAL" || value.type === "BLOCK_FOLDED") return [];
    const { start, end } = rangeOf(value);
    const at = span(start + offset, end + offset);
    return [{ name, value: textOf(value), file, nameAt: at, at }];
  });
}

/** The library throws at some texts that are no YAML. */
function attempt(text: string) {
  try {
    return yamlOf(text);
  } catch {
    return undefined;
  }
}
