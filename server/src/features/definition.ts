import type { Mention, References } from "../config/references/index.ts";

/** The definitions of the name at an offset; on a definition, itself. */
export function definition(references: References, path: string, offset: number): readonly Mention[] {
  const mention = references.at(path, offset);
  if (!mention) return [];
  if (mention.defines) return [mention];
  const all = references.of(mention).filter(({ defines }) => defines);
  // A balancer refers to the route of one node among those of all.
  return mention.kind === "jvm-route" ? all.filter(({ text }) => text === mention.text) : all;
}
