/** A stack of cleanups, run last in, first out. */
export function makeCleanupStack() {
  const works = [];
  return {
    first: (work) => works.unshift(work),
    async all() {
      while (works.length) await works.shift()();
    },
  };
}
