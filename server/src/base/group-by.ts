/** A list that is never empty. */
export type AtLeastOne<Item> = readonly [Item, ...Item[]];

/** The items under the key of each, in their order. (`Map.groupBy` came with Node 21; VS Code 1.100 has 20.) */
export function groupBy<Item, Key>(
  items: readonly Item[],
  keyOf: (item: Item) => Key,
): ReadonlyMap<Key, AtLeastOne<Item>> {
  const groups = new Map<Key, [Item, ...Item[]]>();
  for (const item of items) {
    const key = keyOf(item);
    const group = groups.get(key);
    if (group) group.push(item);
    else groups.set(key, [item]);
  }
  return groups;
}
