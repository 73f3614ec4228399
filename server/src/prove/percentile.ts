/**
 * The percentile of some numbers for a part of 0 to 1: 0.5 is the median, 1 the largest. There must be at least one
 * number.
 */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}
