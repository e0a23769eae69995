/** What has to be undone, last begun first. */
export function makeCleanupStack() {
  const works = [];
  return {
    first: (work) => works.unshift(work),
    async all() {
      while (works.length) await works.shift()();
    },
  };
}
