/** The percentile of some numbers for a part of 0 to 1: 0.5 is the median, 1 the largest; undefined of none. */
export function percentile(numbers: readonly number[], part: number): number | undefined {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)];
}

/** The median, the 95th percentile and the largest of some times, for a table. */
export function timesText(took: readonly number[]): readonly string[] {
  return [0.5, 0.95, 1].map((part) => {
    const time = percentile(took, part);
    return time === undefined ? "-" : `${Math.round(time)} ms`;
  });
}
