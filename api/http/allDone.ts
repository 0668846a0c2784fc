/**
 * All of some work at once. Unlike `Promise.all` alone it does not return while any of it goes on: what fails is told when
 * the rest has ended, so that nothing outlives the request that asked for it.
 */
export const allDone = async <T extends readonly unknown[] | []>(work: T) =>
  Promise.all(work).finally(async () => Promise.allSettled(work))
