/** The time of a log entry. */
export interface LogTime {
  /**
   * Milliseconds as of the epoch. Without a zone they are those of the node's own clock as if it were UTC; without a
   * date they count from midnight.
   */
  readonly milliseconds: number;
  readonly zoned: boolean;
  readonly dated: boolean;
  /** False where the log has whole seconds only. */
  readonly fine: boolean;
}

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** `08-Feb-2023 09:12:33.123`: Tomcat's own, always in English (DateFormatCache). */
const TOMCAT = /^(\d{2})-([A-Z][a-z]{2})-(\d{4}) (\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,3})\d*)?$/;
const ISO =
  /^(?:(\d{4})-(\d{2})-(\d{2})[ T])?(\d{2}):(\d{2}):(\d{2})(?:[.,](\d{1,3})\d*)?\s?(Z|[+-]\d{2}(?::?\d{2})?)?$/;
const ZERO = 48;
const POINT = 46;
const COLON = 58;
/** What each sign of `09:12:33.123` is worth, in milliseconds. */
const WORTH = [36_000_000, 3_600_000, 0, 600_000, 60_000, 0, 10_000, 1000, 0, 100, 10, 1];
/** `Feb 08, 2023 9:12:33 AM`, as SimpleFormatter writes it in the language of the JVM. */
const SIMPLE = /^(\S+) (\d{2}), (\d{4}) (\d{1,2}):(\d{2}):(\d{2}) (.+)$/;

/** Reads a date and time as Tomcat, log4j2 and logback write it; undefined for another text. */
export function timeOf(text: string): LogTime | undefined {
  const usual = usualTime(text);
  if (usual) return usual;
  const tomcat = TOMCAT.exec(text);
  if (tomcat) {
    const [, day, month = "", year, hour, minute, second, fraction] = tomcat;
    const index = MONTHS.indexOf(month.toLowerCase());
    if (index < 0) return undefined;
    return local([year, index + 1, day], [hour, minute, second], fraction);
  }
  const iso = ISO.exec(text);
  if (iso) {
    const [, year, month, day, hour, minute, second, fraction, zone] = iso;
    const time = local(year === undefined ? undefined : [year, month, day], [hour, minute, second], fraction);
    if (zone === undefined) return time;
    return { ...time, zoned: true, milliseconds: time.milliseconds - offsetOf(zone) };
  }
  const simple = SIMPLE.exec(text);
  if (simple) {
    const [, month = "", day, year, hour, minute, second, half = ""] = simple;
    const index = monthOf(month);
    if (index === undefined) return undefined;
    const hours = (Number(hour) % 12) + (isAfternoon(half) ? 12 : 0);
    return local([year, index, day], [hours, minute, second], undefined);
  }
  return undefined;
}

/** The day of the last time that was read, as its 12 characters, and its midnight: a log has few days. */
let day = "";
let midnight = Number.NaN;

/** The form that most lines have, `08-Feb-2023 09:12:33.123`; undefined for any other, and where the day is not known yet. */
function usualTime(text: string): LogTime | undefined {
  if (text.length !== 24 || text.charCodeAt(20) !== POINT) return undefined;
  if (!text.startsWith(day) || day === "") {
    const date = TOMCAT.test(text) ? text.slice(0, 12) : "";
    const index = MONTHS.indexOf(date.slice(3, 6).toLowerCase());
    if (index < 0) return undefined;
    day = date;
    midnight = Date.UTC(Number(date.slice(7, 11)), index, Number(date.slice(0, 2)));
  }
  let [milliseconds, isTime] = [0, text.charCodeAt(14) === COLON && text.charCodeAt(17) === COLON];
  for (let index = 0; index < WORTH.length; index++) {
    const digit = text.charCodeAt(12 + index) - ZERO;
    const worth = WORTH[index] ?? 0;
    if (worth > 0 && (digit < 0 || digit > 9)) isTime = false;
    milliseconds += digit * worth;
  }
  return isTime ? { milliseconds: midnight + milliseconds, zoned: false, dated: true, fine: true } : undefined;
}

type Part = string | number | undefined;

function local(date: readonly Part[] | undefined, time: readonly Part[], fraction: string | undefined): LogTime {
  const [year, month, day] = (date ?? [1970, 1, 1]).map(Number);
  const [hour, minute, second] = time.map(Number);
  const whole = Date.UTC(year ?? 0, (month ?? 1) - 1, day, hour, minute, second);
  const part = fraction === undefined ? 0 : Number(fraction.padEnd(3, "0"));
  return { milliseconds: whole + part, zoned: false, dated: date !== undefined, fine: fraction !== undefined };
}

function offsetOf(zone: string): number {
  if (zone === "Z") return 0;
  const [, sign, hours, minutes = "0"] = /^([+-])(\d{2}):?(\d{2})?$/.exec(zone) ?? [];
  return (sign === "-" ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

/** The languages of Java's messages and of Tomcat's translations. */
const LANGUAGES = ["en", "de", "es", "fr", "it", "pt", "sv", "ru", "cs"];

let months: ReadonlyMap<string, number> | undefined;

/** 1 to 12. Java and Intl take the names of months from the same table, the CLDR. */
function monthOf(word: string): number | undefined {
  const number = /^(\d{1,2})\D/.exec(word)?.[1];
  if (number !== undefined) return Number(number);
  months ??= new Map(
    LANGUAGES.flatMap((language) => {
      const format = new Intl.DateTimeFormat(language, { month: "short", day: "2-digit", timeZone: "UTC" });
      return MONTHS.map((_, index): [string, number] => {
        const parts = format.formatToParts(Date.UTC(2023, index, 8));
        return [bare(parts.find(({ type }) => type === "month")?.value ?? ""), index + 1];
      });
    }),
  );
  return months.get(bare(word));
}

const bare = (word: string) => word.toLowerCase().replaceAll(".", "");

const AFTERNOON = new Set(["pm", "p m", "em", "odp", "午後", "下午", "오후"]);

function isAfternoon(half: string): boolean {
  return AFTERNOON.has(bare(half).replace(/\s+/g, " ").trim());
}
