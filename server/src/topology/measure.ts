import { columnsOf } from "../base/columns.ts";

/**
 * The font faces of the picture. Widths are those of the widest common font for each (DejaVu), so that texts fit with
 * any.
 */
export type Face = "plain" | "bold" | "mono";

/** Widths in em. */
const NARROW: Readonly<Record<Face, number>> = { plain: 0.59, bold: 0.66, mono: 0.61 };
const BROAD: Readonly<Record<Face, number>> = { plain: 0.95, bold: 1, mono: 0.61 };
/** The width of Korean and other full-width letters, in em. */
const FULL = 1.02;
const BROAD_LETTERS = /[MWmw@%]/;

/** An upper estimate of a text's width, in pixels. */
export function textWidth(text: string, size: number, face: Face): number {
  let em = 0;
  for (const character of text) {
    const columns = columnsOf(character);
    if (columns === 2) em += FULL;
    else if (columns === 1) em += (BROAD_LETTERS.test(character) ? BROAD : NARROW)[face];
  }
  return em * size;
}

/** Cuts a text to a width in pixels, with an ellipsis where something is cut. */
export function fit(text: string, width: number, size: number, face: Face): string {
  if (textWidth(text, size, face) <= width) return text;
  const ellipsis = textWidth("…", size, face);
  let kept = "";
  let used = ellipsis;
  for (const character of text) {
    used += textWidth(character, size, face);
    if (used > width) break;
    kept += character;
  }
  return `${kept.trimEnd()}…`;
}
