import korean from "../../l10n/bundle.l10n.ko.json" with { type: "json" };

/** Gives a text of the client in a language; `{0}` and so on stand for the values. */
export type Translate = (text: string, ...values: readonly (string | number)[]) => string;

const KOREAN: Readonly<Record<string, string>> = korean;

/** As `vscode.l10n.t`, for a page without VS Code: the same texts by the same names. */
export function translator(language: string): Translate {
  return (text, ...values) => {
    const told = language === "ko" ? (KOREAN[text] ?? text) : text;
    return told.replace(/\{(\d)\}/g, (_, index: string) => `${values[Number(index)]}`);
  };
}
