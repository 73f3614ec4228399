/** What was made for a key before, or what is made now. Several who ask at once get the same. */
export function keep<T>(kept: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = kept.get(key);
  if (known) return known;
  const answer = make();
  kept.set(key, answer);
  return answer;
}
