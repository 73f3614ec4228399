import { hideSecrets, subjectOfValue } from "../../base/secrets.ts";
import type { EffectiveAttribute, EffectiveObject, LostAttribute } from "./model.ts";

/** What stands in the place of a secret. */
export type Stand = (secret: string) => string;

/** The same three signs for each secret. */
export const STARS: Stand = () => "***";

/** Stars with a number, the same for the same secret: two documents can be compared without showing one. */
export function numberedStars(): Stand {
  const numbers = new Map<string, number>();
  return (secret) => {
    const number = numbers.get(secret) ?? numbers.size + 1;
    numbers.set(secret, number);
    return `***${number}`;
  };
}

/** The object and all below it without passwords and keys. A default is no secret: Tomcat's documentation shows it. */
export function withoutSecrets(object: EffectiveObject, stand: Stand): EffectiveObject {
  const name = object.attributes.find((each) => each.name === "name")?.value;
  const subjectOf = (attribute: string) => subjectOfValue(attribute, name ?? undefined);
  return {
    ...object,
    attributes: object.attributes.map((each) => hiddenIn(each, subjectOf(each.name), stand)),
    lost: object.lost.map(
      (each): LostAttribute => ({ ...each, written: hideSecrets(subjectOf(each.name), each.written, stand) }),
    ),
    children: object.children.map((each) => withoutSecrets(each, stand)),
  };
}

/** @param name what its value is about */
function hiddenIn(attribute: EffectiveAttribute, name: string, stand: Stand): EffectiveAttribute {
  const { value, written, origin } = attribute;
  return {
    ...attribute,
    value: value === undefined || origin === "default" ? value : hideSecrets(name, value, stand),
    written: written === undefined ? written : hideSecrets(name, written, stand),
  };
}
