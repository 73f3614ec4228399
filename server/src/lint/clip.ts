import type { Localized } from "../base/localized.ts";
import type { Diagnostic } from "./diagnostic.ts";

/** Messages are cut to this number of characters. Only those that quote a long name or value are longer. */
const LONGEST = 500;

/** A finding with its texts shortened to that length. */
export function clipped(diagnostic: Diagnostic): Diagnostic {
  const { text, fix } = diagnostic;
  const fixes = fix === undefined ? [] : "edits" in fix ? [fix] : fix;
  if (fits(text) && fixes.every(({ title }) => fits(title))) return diagnostic;
  return {
    ...diagnostic,
    text: clip(text),
    ...(fix === undefined ? {} : { fix: fixes.map((each) => ({ ...each, title: clip(each.title) })) }),
  };
}

function fits({ en, ko }: Localized): boolean {
  return en.length <= LONGEST && ko.length <= LONGEST;
}

/** The middle is cut out, because the end of a message says what to do. */
function clip(text: Localized): Localized {
  const cut = (whole: string) =>
    whole.length <= LONGEST ? whole : `${whole.slice(0, LONGEST / 2)}…${whole.slice(-LONGEST / 2)}`;
  return { en: cut(text.en), ko: cut(text.ko) };
}
