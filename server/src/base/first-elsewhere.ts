/**
 * Tells for a key the first of some items that has it and is another owner's; undefined where nobody else has it. The
 * items are gone through once, not once for each question.
 *
 * @param keyOf what is compared; an item without a key is nobody's answer
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
