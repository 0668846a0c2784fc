/** What follows from a declaration, worked out at its first use and kept as long as the declaration. */
export function once<K extends object, V>(make: (from: K) => V): (from: K) => V {
  const made = new WeakMap<K, V>()
  return (from) => {
    const kept = made.get(from) ?? make(from)
    made.set(from, kept)
    return kept
  }
}
