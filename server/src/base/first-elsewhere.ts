/**
 * Makes a function that returns the first item with a key that belongs to another owner; undefined where no other owner
 * has that key. The items are read once, not once for each call.
 *
 * @param keyOf what is compared; an item without a key is never returned
 */
export function firstElsewhere<Item, Key extends string | number, Owner>(
  items: Iterable<Item>,
  keyOf: (item: Item) => Key | undefined,
  ownerOf: (item: Item) => Owner,
): (key: Key, owner: Owner) => Item | undefined {
  const found = new Map<Key, { readonly first: Item; second?: Item }>();
  for (const item of items) {
    const key = keyOf(item);
    if (key === undefined) continue;
    const known = found.get(key);
    if (!known) found.set(key, { first: item });
    else if (known.second === undefined && ownerOf(item) !== ownerOf(known.first)) known.second = item;
  }
  return (key, owner) => {
    const known = found.get(key);
    return known && (ownerOf(known.first) === owner ? known.second : known.first);
  };
}
