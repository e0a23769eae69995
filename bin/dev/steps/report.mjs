/** One line per step, with its time. */
export function makeReporter({ stream = process.stdout, isLeaving = () => false } = {}) {
  const line = (mark, text, since) =>
    stream.write(`${mark} ${text.padEnd(58)} ${((Date.now() - since) / 1000).toFixed(1).padStart(6)} s\n`);
  return {
    print: (text) => stream.write(`${text}\n`),
    /**
     * @template T
     * @param {string} name
     * @param {(note: (text: string) => void) => T | Promise<T>} work `note` replaces the name once more is known
     */
    async step(name, work) {
      if (isLeaving()) throw new Error("interrupted");
      const since = Date.now();
      let text = name;
      if (stream.isTTY) stream.write(`… ${name}\r`);
      try {
        const result = await work((better) => {
          text = better;
        });
        line("✓", text, since);
        return result;
      } catch (error) {
        if (!isLeaving()) line("✗", text, since);
        throw error;
      }
    },
  };
}
