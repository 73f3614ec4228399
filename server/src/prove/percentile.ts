/** The value below or at which this part of some numbers lies: 0.5 is the middle, 1 the largest. They must not be none. */
export function percentile(numbers: readonly number[], part: number): number {
  const sorted = [...numbers].sort((one, other) => one - other);
  return sorted[Math.max(0, Math.ceil(part * sorted.length) - 1)] ?? 0;
}
