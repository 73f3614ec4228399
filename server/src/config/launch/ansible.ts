import { isMap, isScalar, type Node } from "yaml";
import type { SourceText } from "../../base/source-text.ts";
import type { Property } from "../properties.ts";
import { LONGEST_LAUNCH_FILE } from "./environment.ts";
import { entriesOf, keysOf, rangeOf, textOf, type Yaml, yamlOf } from "./yaml.ts";

/** Parts of a name: `tomcat.cluster.receiver.port` has four. */
const DEEPEST = 6;

/**
 * The variables of a file of `group_vars` and its like: of a map also those in it, as `tomcat.port`. A value that is a
 * list, is encrypted, or is made from other variables is not known. A file that is no YAML has none.
 */
export function ansibleVariables(file: SourceText): readonly Property[] {
  if (file.text.length > LONGEST_LAUNCH_FILE || file.text.startsWith("$ANSIBLE_VAULT")) return [];
  const document = attempt(file.text);
  return document ? [...variablesIn(document.root, "", { document, file, depth: 1 })] : [];
}

interface Around {
  readonly document: Yaml;
  readonly file: SourceText;
  readonly depth: number;
}

function* variablesIn(map: Node | undefined, before: string, around: Around): Generator<Property> {
  const { document, file, depth } = around;
  const keys = keysOf(map);
  for (const [key, value] of entriesOf(map, document)) {
    const nameAt = keys.get(key);
    // What comes from a merge key has no key here.
    if (!nameAt || !/^[A-Za-z_]\w*$/.test(key)) continue;
    const name = `${before}${key}`;
    yield { name, value: plainText(value), file, nameAt, at: isScalar(value) ? rangeOf(value) : nameAt };
    if (isMap(value) && depth < DEEPEST) yield* variablesIn(value, `${name}.`, { ...around, depth: depth + 1 });
  }
}

function plainText(value: Node | undefined): string | undefined {
  const text = isScalar(value) && value.tag !== "!vault" ? textOf(value) : undefined;
  return text === undefined || /\{[{%]/.test(text) ? undefined : text;
}

/** The library throws at some texts that are no YAML. */
function attempt(text: string) {
  try {
    return yamlOf(text);
  } catch {
    return undefined;
  }
}
