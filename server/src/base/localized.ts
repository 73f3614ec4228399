/** The languages of every text for users. */
export type Locale = "en" | "ko";

/** A text in every language; leaving one out does not compile. */
export type Localized = Readonly<Record<Locale, string>>;

/** The locale that serves a client's language tag (`ko-KR`, `ko_KR.UTF-8` → `ko`); everything else reads English. */
export function localeOf(languageTag: string | undefined): Locale {
  return languageTag !== undefined && /^ko(?![a-z])/i.test(languageTag) ? "ko" : "en";
}
