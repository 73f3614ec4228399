/** Numbers that are the same in every run: a linear congruential generator. */
export class Random {
  #state: number;

  constructor(seed: number) {
    this.#state = seed;
  }

  below(limit: number): number {
    this.#state = (Math.imul(this.#state, 1_103_515_245) + 12_345) >>> 0;
    return (this.#state >>> 8) % limit;
  }

  of<T>(items: readonly T[]): T | undefined {
    return items[this.below(Math.max(1, items.length))];
  }
}

/** One letter swapped with its neighbour, left out or doubled. */
export function misspelt(name: string, random: Random): string {
  const place = 1 + random.below(Math.max(1, name.length - 2));
  const letter = name.charAt(place);
  switch (random.below(3)) {
    case 0:
      return name.slice(0, place) + name.slice(place + 1);
    case 1:
      return name.slice(0, place) + letter + name.slice(place);
    default:
      return name.slice(0, place) + name.charAt(place + 1) + letter + name.slice(place + 2);
  }
}
