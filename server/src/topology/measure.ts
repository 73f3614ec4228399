import stringWidth from "string-width";

/** Faces the picture uses; widths are of the widest font that is common for each (DejaVu), so that texts fit anywhere. */
export type Face = "plain" | "bold" | "mono";

/** Widths in em. */
const NARROW: Readonly<Record<Face, number>> = { plain: 0.59, bold: 0.66, mono: 0.61 };
const BROAD: Readonly<Record<Face, number>> = { plain: 0.95, bold: 1, mono: 0.61 };
/** Korean and other letters that take two columns. */
const FULL = 1.02;
const BROAD_LETTERS = /[MWmw@%]/;

/** The width of a text in pixels, rather too much than too little. */
export function textWidth(text: string, size: number, face: Face): number {
  let em = 0;
  for (const character of text) {
    const columns = stringWidth(character);
    if (columns === 2) em += FULL;
    else if (columns === 1) em += (BROAD_LETTERS.test(character) ? BROAD : NARROW)[face];
  }
  return em * size;
}

/** As much of a text as fits into a width in pixels, with an ellipsis where something is cut. */
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
