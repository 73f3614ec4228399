import { catalogOf, classHistory, defaultOf, existsIn } from "../../src/schema/catalog.ts";
import { isCorrected } from "../../src/schema/corrections.ts";
import { lineOf } from "../../src/schema/lines.ts";
import { Release } from "../../src/schema/release.ts";
import type { Extracted } from "./extract.ts";

/**
 * Where the committed facts say something else of a release than its own classes: classes and attributes that are
 * there or not, their types, and their defaults in that release.
 */
export function disagreements({ release: text, facts }: Extracted): readonly string[] {
  const line = lineOf(text);
  const release = Release.parse(text);
  if (!line || !release) return [`Tomcat ${text} is of no line the facts have`];
  const catalog = catalogOf(line);
  const wrong: string[] = [];
  for (const name of catalog.classNames) {
    const type = catalog.classNamed(name);
    const real = facts.classes[name];
    if (!type) continue;
    if (existsIn(type.releases, release) !== (real !== undefined)) {
      wrong.push(`${name}: ${real ? "is there" : "is not there"}`);
      continue;
    }
    for (const attribute of type.attributes.values()) {
      const own = real?.attributes[attribute.name];
      const where = `${name}#${attribute.name}`;
      if (!real) continue;
      if (existsIn(attribute.releases, release) !== (own !== undefined)) {
        wrong.push(`${where}: ${own ? "is there" : "is not there"}`);
      } else if (own && own.type !== attribute.type) {
        wrong.push(`${where}: ${attribute.type}, really ${own.type}`);
      } else if (own && !isCorrected(name, attribute.name) && defaultOf(attribute, release) !== own.default) {
        // Of an attribute that left, only its releases are known.
        if (attribute.releases.every(({ last }) => last !== undefined)) continue;
        wrong.push(`${where}: default ${defaultOf(attribute, release)}, really ${own.default}`);
      }
    }
    for (const attribute of Object.keys(real?.attributes ?? {}))
      if (!type.attributes.has(attribute)) wrong.push(`${name}#${attribute}: is not known`);
  }
  for (const name of Object.keys(facts.classes)) {
    // One that left within the line has a history and no facts.
    const known = catalog.classNamed(name) ?? existsIn(classHistory(name)?.get(line) ?? [], release);
    if (!known) wrong.push(`${name}: is not known`);
  }
  return wrong;
}
