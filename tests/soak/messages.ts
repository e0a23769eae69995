const startup = 0;
const simpleQuery = 0x51;
const sync = 0x53;

/** Whether a message of this letter ends a statement. */
export const endsStatement = (letter: number) => letter === simpleQuery || letter === sync;

/** Splits what a caller of PostgreSQL sends into messages. The first of a line has no letter. */
export class Messages {
  #rest: Buffer<ArrayBufferLike> = Buffer.alloc(0);
  #begun = false;

  *read(chunk: Buffer): Generator<{ letter: number; bytes: Buffer }> {
    this.#rest = Buffer.concat([this.#rest, chunk]);
    for (;;) {
      const head = this.#begun ? 1 : 0;
      if (this.#rest.length < head + 4) return;
      const length = head + this.#rest.readUInt32BE(head);
      if (this.#rest.length < length) return;
      const letter = this.#begun ? (this.#rest[0] ?? startup) : startup;
      const bytes = this.#rest.subarray(0, length);
      this.#rest = this.#rest.subarray(length);
      this.#begun = true;
      yield { letter, bytes };
    }
  }
}
