import type { Mention, References } from "../config/references/index.ts";

/** Every place that names what is named at an offset, and with `definitions` those that give it its name. */
export function references(known: References, path: string, offset: number, definitions: boolean): readonly Mention[] {
  const mention = known.at(path, offset);
  // A question about a jvmRoute is answered with those of all nodes and with the balancers'.
  const all = definitions || mention?.kind === "jvm-route";
  return mention ? known.of(mention).filter(({ defines }) => all || !defines) : [];
}
