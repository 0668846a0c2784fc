/** Every browser the panel runs in has its own. */
module.exports = globalThis.ResizeObserver
