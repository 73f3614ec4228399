import { itemAt } from "../../base/item-at.ts";

/** Levels as java.util.logging calls them, most severe first. */
const LEVELS = ["SEVERE", "WARNING", "INFO", "CONFIG", "FINE", "FINER", "FINEST"] as const;
export type LogLevel = (typeof LEVELS)[number];

/** As log4j2 and logback call them. */
const OTHERS: Readonly<Record<string, LogLevel>> = {
  FATAL: "SEVERE",
  ERROR: "SEVERE",
  WARN: "WARNING",
  DEBUG: "FINE",
  TRACE: "FINER",
};

/** A word for each. */
type Words<Levels extends readonly unknown[]> = { readonly [Level in keyof Levels]: string };

/**
 * The names of the levels in Java's own languages, in the order of LEVELS (Level.getLocalizedName, Java 8 to 17). Names
 * that a language shares with English are left out of the search, not of the rows.
 */
const TRANSLATED: readonly Words<typeof LEVELS>[] = [
  ["SCHWERWIEGEND", "WARNUNG", "INFORMATION", "KONFIGURATION", "FEIN", "FEINER", "AM FEINSTEN"],
  ["GRAVE", "ADVERTENCIA", "INFORMACIÓN", "CONFIGURAR", "DETALLADO", "MUY DETALLADO", "MÁS DETALLADO"],
  ["GRAVE", "AVERTISSEMENT", "INFOS", "CONFIG", "PRÉCIS", "PLUS PRÉCIS", "LE PLUS PRÉCIS"],
  ["GRAVE", "AVVERTENZA", "INFORMAZIONI", "CONFIGURAZIONE", "BUONO", "MIGLIORE", "OTTIMALE"],
  ["重大", "警告", "情報", "構成", "普通", "詳細", "最も詳細"],
  ["심각", "경고", "정보", "구성", "미세", "보다 미세", "가장 미세"],
  ["GRAVE", "ADVERTÊNCIA", "INFORMAÇÕES", "CONFIGURAÇÃO", "DETALHADO", "MAIS DETALHADO", "O MAIS DETALHADO"],
  ["ALLVARLIG", "VARNING", "INFO", "KONFIG", "FIN", "FINARE", "FINASTE"],
  ["严重", "警告", "信息", "配置", "详细", "较详细", "非常详细"],
  ["嚴重", "警告", "資訊", "組態", "詳細", "較詳細", "最詳細"],
];

const BY_WORD: ReadonlyMap<string, LogLevel> = new Map([
  ...TRANSLATED.flatMap((words) => LEVELS.map((level, index) => [itemAt(words, index), level] as const)),
  ...LEVELS.map((level) => [level, level] as const),
  ...Object.entries(OTHERS),
]);

/** The level a word stands for in any of Java's languages; undefined for another word. */
export function levelOf(word: string): LogLevel | undefined {
  return BY_WORD.get(word);
}

/** All names of levels, the longest first, because some consist of several words. */
export const LEVEL_WORDS: readonly string[] = [...BY_WORD.keys()].sort((one, other) => other.length - one.length);
