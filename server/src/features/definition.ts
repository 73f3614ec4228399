import type { Mention, References } from "../config/references/index.ts";

/** Where what is named at an offset gets its name; on a definition itself, that one. */
export function definition(references: References, path: string, offset: number): readonly Mention[] {
  const mention = references.at(path, offset);
  if (!mention) return [];
  if (mention.defines) return [mention];
  const all = references.of(mention).filter(({ defines }) => defines);
  // Of the routes of all nodes a balancer means one.
  return mention.kind === "jvm-route" ? all.filter(({ text }) => text === mention.text) : all;
}
