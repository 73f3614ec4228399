/**
 * The item at an index that was counted over this very list, as those of a topology's links are; any other is a mistake
 * of ours.
 */
export function itemAt<Item>(items: readonly Item[], index: number): Item {
  if (!(index in items)) throw new RangeError(`no item ${index} in a list of ${items.length}`);
  return items[index] as Item;
}
