/** Times of a log have no zone: they are shown as they stand there. */
const iso = (time: number): string => new Date(time).toISOString();

export const dayOf = (time: number): string => iso(time).slice(0, 10);
export const clockOf = (time: number): string => iso(time).slice(11, 23);

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const STEPS = [
  ...[1, 2, 5, 10, 30].map((count) => count * SECOND),
  ...[1, 2, 5, 10, 30].map((count) => count * MINUTE),
  ...[1, 3, 6, 12].map((count) => count * HOUR),
  ...[1, 2, 7, 30, 90, 365].map((count) => count * DAY),
];

/** Where an axis has its marks: at round times, about so many. */
export function ticksOf(
  begin: number,
  end: number,
  count: number,
): readonly { readonly time: number; readonly label: string }[] {
  const step = STEPS.find((each) => (end - begin) / each <= count) ?? Math.ceil((end - begin) / count);
  const ticks = [];
  for (let time = Math.ceil(begin / step) * step; time <= end; time += step) {
    ticks.push({ time, label: step < DAY ? clockOf(time).slice(0, step < MINUTE ? 8 : 5) : dayOf(time) });
  }
  return ticks;
}
