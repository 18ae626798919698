/** Reads byte ranges from chunks of any size. */
export class ByteReader {
  readonly #chunks: AsyncIterator<Uint8Array>;
  #rest: Uint8Array = new Uint8Array(0);

  constructor(chunks: AsyncIterable<Uint8Array>) {
    this.#chunks = chunks[Symbol.asyncIterator]();
  }

  /** Yields the next bytes, at most `maxBytes`. */
  async *pieces(maxBytes: number): AsyncGenerator<Uint8Array, void> {
    for (let left = maxBytes; left > 0;) {
      if (this.#rest.length === 0) {
        const next = await this.#chunks.next();
        if (next.done === true) return;
        this.#rest = next.value;
      }
      const piece = this.#rest.subarray(0, left);
      this.#rest = this.#rest.subarray(piece.length);
      left -= piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  /** The next `count` bytes; fewer only at the end. */
  async take(count: number): Promise<Uint8Array> {
    const bytes = new Uint8Array(count);
    let length = 0;
    for await (const piece of this.pieces(count)) {
      bytes.set(piece, length);
      length += piece.length;
    }
    return bytes.subarray(0, length);
  }

  /** Skips the next `count` bytes, and returns how many there were. */
  async skip(count: number): Promise<number> {
    let length = 0;
    for await (const piece of this.pieces(count)) length += piece.length;
    return length;
  }
}
