import type { Phrases } from "./recognise.ts";

/** The texts of one Tomcat by key: each language's. */
export type Resources = ReadonlyMap<string, readonly string[]>;

/**
 * Tells keys apart by the texts of the user's own Tomcat, in each language it has. Texts are patterns of
 * java.text.MessageFormat.
 */
export function phrasesOf(resources: Resources): Phrases {
  const patterns = new Map<string, readonly RegExp[]>();
  const patternsOf = (key: string) => {
    const known = patterns.get(key);
    if (known) return known;
    const made = (resources.get(key) ?? []).map(patternOf);
    patterns.set(key, made);
    return made;
  };
  return (keys, message) => {
    const fitting = keys.filter((key) => patternsOf(key).some((pattern) => pattern.test(message)));
    return fitting.length === 1 ? fitting[0] : undefined;
  };
}

/** A pattern of MessageFormat as a regular expression: `''` is a quote, `{0}` any value. */
export function patternOf(text: string): RegExp {
  // Without arguments Tomcat prints a text as it is; with them quotes are halved.
  const plain = /\{\d+[^}]*\}/.test(text)
    ? text.replaceAll("''", "\0").replaceAll("'", "").replaceAll("\0", "'")
    : text;
  const parts = plain.split(/\{\d+[^}]*\}/).map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`));
  return new RegExp(`^${parts.join("[^]*?")}$`);
}
