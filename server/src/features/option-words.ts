import type { Localized } from "../base/localized.ts";
import { optionBits, sendingWord } from "../config/options.ts";

/**
 * The meaning of a sum of options, without its number: `synchronous` for 6, `receiver + sender` for start options of 3.
 * Undefined where the value is no sum, names no option, or contains an unknown bit.
 */
export function optionWords(attribute: string, value: string): Localized | undefined {
  const bits = optionBits(attribute, value);
  if (!bits || bits.length === 0) return undefined;
  const sum = bits.reduce((mask, { bit }) => mask | bit, 0);
  if (/^[+-]?\d+$/.test(value) && sum !== Number(value)) return undefined;
  if (attribute !== "channelStartOptions") return sendingWord(sum);
  const names = bits.map(({ name }) => name).join(" + ");
  return { en: names, ko: names };
}
