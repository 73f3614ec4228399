/**
 * The index of the first item that passes a test, in a list where all behind it pass too; the list's length where none
 * does. Halves the list at each step.
 */
export function firstIndex<T>(items: ArrayLike<T>, passes: (item: T) => boolean): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (passes(items[middle] as T)) high = middle;
    else low = middle + 1;
  }
  return low;
}
