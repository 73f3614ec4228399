import type { Mention, References } from "../config/references/index.ts";

/** All references to the name at an offset; with `definitions` also its definitions. */
export function references(known: References, path: string, offset: number, definitions: boolean): readonly Mention[] {
  const mention = known.at(path, offset);
  // References to a jvmRoute include those of all nodes and the balancers'.
  const all = definitions || mention?.kind === "jvm-route";
  return mention ? known.of(mention).filter(({ defines }) => all || !defines) : [];
}
