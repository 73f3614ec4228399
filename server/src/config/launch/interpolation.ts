import type { PropertyMap } from "../properties.ts";

/** `$$`, `$NAME`, `${NAME}`, and `${NAME:-text}` in its forms. Of what is nested in a default nothing is known. */
const VARIABLE =
  /\$(?:(?<escaped>\$)|(?<bare>[A-Za-z_]\w*)|\{(?<braced>[A-Za-z_]\w*)(?:(?<colon>:?)(?<how>[-?+])(?<given>[^${}]*))?\})/g;

/**
 * A text of a compose file with its variables filled in from `.env` and from their defaults; undefined where one has
 * neither. The shell that runs Compose may set each of them otherwise, and wins.
 *
 * Source: the Compose Specification, "Interpolation".
 */
export function interpolated(text: string, variables: PropertyMap): string | undefined {
  let filled = "";
  let end = 0;
  for (const match of text.matchAll(VARIABLE)) {
    const before = text.slice(end, match.index);
    const value = textFor(match, variables);
    if (value === undefined || before.includes("$")) return undefined;
    filled += before + value;
    end = match.index + match[0].length;
  }
  const rest = text.slice(end);
  return rest.includes("$") ? undefined : filled + rest;
}

function textFor({ groups = {} }: RegExpMatchArray, variables: PropertyMap): string | undefined {
  const { escaped, bare, braced = "", colon, how, given = "" } = groups;
  if (escaped !== undefined) return "$";
  const variable = variables.get(bare ?? braced);
  // Set to what is not known, it may be empty too.
  if (variable && variable.value === undefined) return undefined;
  const value = colon === ":" && variable?.value === "" ? undefined : variable?.value;
  if (how === "+") return value === undefined ? "" : given;
  return value ?? (how === "-" ? given : undefined);
}

/** The names of the variables in a text. */
export function variablesNamedIn(text: string): readonly string[] {
  return [...text.matchAll(VARIABLE)].flatMap(({ groups }) => groups?.["bare"] ?? groups?.["braced"] ?? []);
}
