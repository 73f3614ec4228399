/** The languages of every text for users. */
export type Locale = "en" | "ko";

/** A text in every language; leaving one out does not compile. */
export type Localized = Readonly<Record<Locale, string>>;

/** The locale that serves a client's language tag (`ko-KR`, `ko_KR.UTF-8` → `ko`); everything else reads English. */
export function localeOf(languageTag: string | undefined): Locale {
  return languageTag !== undefined && /^ko(?![a-z])/i.test(languageTag) ? "ko" : "en";
}

/**
 * Says that this process or thread shows its texts in one language only, so that bundles need not read the Korean ones
 * for English (`tools/korean.mjs`): those made from now on may be empty. Not for what answers several that may ask in
 * different languages.
 */
export function showOnly(locale: Locale): void {
  Object.assign(globalThis, { [Symbol.for("tomcat-cluster.language")]: locale });
}
