/** What `qs` remembers visited objects with; the package it asks for does the same for engines that have no `WeakMap`. */
module.exports = function sideChannel() {
  const seen = new WeakMap()
  return {
    get: (key) => seen.get(key),
    has: (key) => seen.has(key),
    set: (key, value) => void seen.set(key, value),
  }
}
