import { optionBits } from "../config/options.ts";

/** `use_ack + synchronized_ack` for `6`; undefined where the value is no sum, names no option, or holds an unknown bit. */
export function optionNames(attribute: string, value: string): string | undefined {
  const bits = optionBits(attribute, value);
  if (!bits || bits.length === 0) return undefined;
  const sum = bits.reduce((mask, { bit }) => mask | bit, 0);
  if (/^[+-]?\d+$/.test(value) && sum !== Number(value)) return undefined;
  return bits.map(({ name }) => name).join(" + ");
}
