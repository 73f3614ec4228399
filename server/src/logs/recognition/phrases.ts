import type { Phrases } from "./recognise.ts";

/** The texts of one Tomcat in all languages, by key. */
export type Resources = ReadonlyMap<string, readonly string[]>;

/**
 * Distinguishes keys by the texts of the user's own Tomcat, in each language it has. Texts are patterns of
 * java.text.MessageFormat.
 */
export function phrasesOf(resources: Resources): Phrases {
  const patterns = new Map<string, readonly Fits[]>();
  const patternsOf = (key: string) => {
    const known = patterns.get(key);
    if (known) return known;
    const made = (resources.get(key) ?? []).map(patternOf);
    patterns.set(key, made);
    return made;
  };
  return (keys, message) => {
    const fitting = keys.filter((key) => patternsOf(key).some((fits) => fits(message)));
    return fitting.length === 1 ? fitting[0] : undefined;
  };
}

/** True for a message that a text may produce. */
type Fits = (message: string) => boolean;

/** A text with fewer letters of its own says nothing. */
const FEWEST_LETTERS = 4;

/** An argument: `{0}`, `{1,number,#}`. */
const ARGUMENT = /\{\d[^{}]*\}/;

/**
 * A text as a pattern of MessageFormat: `''` is a quote, `{0}` any value. Its parts are searched for one after the
 * other, each at its first place; a regular expression could backtrack over each value.
 */
function patternOf(text: string): Fits {
  // Without arguments Tomcat prints a text as it is; with them quotes are halved.
  if (!ARGUMENT.test(text)) return (message) => message === text;
  const plain = text.replaceAll("''", "\0").replaceAll("'", "").replaceAll("\0", "'");
  const [first = "", ...others] = plain.split(ARGUMENT);
  // A pattern with hardly any letters between its values would match any message.
  if ([first, ...others].join("").replace(/[^\p{L}]/gu, "").length < FEWEST_LETTERS) return () => false;
  const last = others.pop() ?? "";
  return (message) => {
    if (!message.startsWith(first)) return false;
    let at = first.length;
    for (const part of others) {
      const found = message.indexOf(part, at);
      if (found < 0) return false;
      at = found + part.length;
    }
    return at + last.length <= message.length && message.endsWith(last);
  };
}
