import type { Locale } from "./localized.ts";

const UNITS = [
  { seconds: 86_400, en: "d", ko: "일" },
  { seconds: 3600, en: "h", ko: "시간" },
  { seconds: 60, en: "m", ko: "분" },
  { seconds: 1, en: "s", ko: "초" },
] as const;

/** Milliseconds in their two largest units: `2d 3h`, `4분 10초`. Less than a second, or nothing at all, is 0 seconds. */
export function duration(milliseconds: number, locale: Locale): string {
  const total = Math.max(0, Math.floor(milliseconds / 1000));
  const largest = UNITS.findIndex(({ seconds }) => total >= seconds);
  let left = total;
  const parts = UNITS.slice(largest < 0 ? -1 : largest)
    .slice(0, 2)
    .map((unit) => {
      const count = Math.floor(left / unit.seconds);
      left -= count * unit.seconds;
      return `${count}${unit[locale]}`;
    });
  return parts.join(" ");
}
