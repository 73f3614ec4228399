/** A particle in its form behind a consonant; {@link josa} knows the other form. */
export type Particle = keyof typeof BEHIND_VOWEL;

const BEHIND_VOWEL = {
  은: "는",
  이: "가",
  을: "를",
  과: "와",
  으로: "로",
  이라는: "라는",
} as const;

type Sound = "vowel" | "l" | "consonant";

/** A value may be as long as a file: only its last characters are read, which bounds the regular expressions below. */
const LONGEST_READ = 80;

/** How digits end when they are read aloud: 영, 일, 이, 삼, 사, 오, 육, 칠, 팔, 구. */
const DIGITS: readonly Sound[] = [
  "consonant",
  "l",
  "vowel",
  "consonant",
  "vowel",
  "vowel",
  "consonant",
  "l",
  "l",
  "vowel",
];

/** Letters whose names end in a consonant: 엘, 엠, 엔, 알. */
const LETTERS: Readonly<Record<string, Sound>> = { l: "l", m: "consonant", n: "consonant", r: "l" };

/** Words that are not read as their spelling suggests, and capitals that are read as a word. */
const WORDS: Readonly<Record<string, Sound>> = {
  bit: "vowel",
  check: "vowel",
  dir: "l",
  doctype: "consonant",
  jar: "vowel",
  lib: "vowel",
  private: "consonant",
  put: "consonant",
  root: "vowel",
  type: "consonant",
  war: "vowel",
};

/**
 * A Korean text with the particle that fits its last sound: `josa("node1", "은")` is "node1은", `josa("Cluster", "은")`
 * "Cluster는". Marks that close something are not read, nor is what stands in brackets behind a word; digits and Latin
 * letters are read as Koreans read them.
 */
export function josa(text: string | number, particle: Particle): string {
  const sound = lastSound(String(text).slice(-LONGEST_READ));
  const open = sound === "vowel" || (particle === "으로" && sound === "l");
  return `${text}${open ? BEHIND_VOWEL[particle] : particle}`;
}

function lastSound(text: string): Sound {
  const read = text.replace(/(?<=\S)\s*\([^()]*\)$/, "").replace(/[^\p{L}\p{N}]{1,80}$/u, "");
  const last = read.at(-1);
  if (last === undefined) return "vowel";
  if (/\d/.test(last)) return DIGITS[Number(last)] ?? "vowel";
  if (/[가-힣]/.test(last)) return soundOfSyllable(last);
  const word = /[A-Za-z]{1,80}$/.exec(read)?.[0];
  return word === undefined ? "vowel" : soundOfWord(word);
}

/** The final consonant of a syllable block is its code's remainder by 28; the eighth is ㄹ. */
function soundOfSyllable(syllable: string): Sound {
  const final = (syllable.charCodeAt(0) - 0xac00) % 28;
  return final === 0 ? "vowel" : final === 8 ? "l" : "consonant";
}

/** The last word of a camelCase name decides; what has no vowel, and short words in capitals, are spelled out. */
function soundOfWord(text: string): Sound {
  const word = /(?:[A-Z]?[a-z]{1,80}|[A-Z]{1,80})$/.exec(text)?.[0] ?? text;
  const lower = word.toLowerCase();
  const known = WORDS[lower];
  if (known) return known;
  if (/^[A-Z]{1,3}$/.test(word) || !/[aeiouy]/.test(lower)) return LETTERS[lower.at(-1) ?? ""] ?? "vowel";
  if (/le?$/.test(lower)) return "l";
  // A short vowel before p, t, b or k closes the syllable: 맵, 톰캣, 웹, 블록.
  return /(?:[mn]e?|ng|(?:ou|(?:^|[^aeiou])[aeiou])(?:pp|[ptb]|ck))$/.test(lower) ? "consonant" : "vowel";
}
