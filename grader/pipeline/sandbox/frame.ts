/**
 * Frames of the pipe between the two processes.
 *
 * Format: u32 header length · u32 payload length, both little-endian, in bytes · header, JSON in UTF-8 · payload,
 * float64 little-endian
 */
export const longestHeader = 2 ** 20;
export const longestPayload = 2 ** 25;
const prefixLength = 8;

export interface Frame {
  readonly header: unknown;
  readonly payload: Float64Array;
}

/** Bytes that a frame may have. */
export interface FrameLimits {
  readonly header: number;
  readonly payload: number;
}

const widestLimits: FrameLimits = { header: longestHeader, payload: longestPayload };

/** @throws if header or payload is longer than the other side would take */
export function encodeFrame(header: unknown, payload: readonly Float64Array[], limits = widestLimits): Buffer {
  const text = JSON.stringify(header);
  const textLength = Buffer.byteLength(text);
  const payloadLength = payload.reduce((sum, numbers) => sum + numbers.byteLength, 0);
  if (textLength > limits.header) throw new Error(`a message of ${textLength} bytes is longer than ${limits.header}`);
  if (payloadLength > limits.payload)
    throw new Error(`${payloadLength} bytes of numbers are more than ${limits.payload}`);
  const frame = Buffer.allocUnsafe(prefixLength + textLength + payloadLength);
  frame.writeUInt32LE(textLength, 0);
  frame.writeUInt32LE(payloadLength, 4);
  let at = prefixLength + frame.write(text, prefixLength);
  for (const { buffer, byteOffset, byteLength } of payload) {
    // The processor's own byte order is little-endian wherever Node runs.
    frame.set(new Uint8Array(buffer, byteOffset, byteLength), at);
    at += byteLength;
  }
  return frame;
}

/** Lengths of what follows a prefix. @throws if they are beyond the caps, before anything is buffered */
export function decodePrefix(prefix: Buffer, limits = widestLimits): FrameLimits {
  const header = prefix.readUInt32LE(0);
  const payload = prefix.readUInt32LE(4);
  if (header > limits.header || payload > limits.payload) throw new Error('an answer is longer than any right one');
  if (payload % 8 !== 0) throw new Error('a payload is no row of numbers');
  return { header, payload };
}

/** @throws if the header is no JSON */
export function decodeFrame(header: Buffer, payload: Buffer): Frame {
  const numbers = new Float64Array(payload.length / 8);
  new Uint8Array(numbers.buffer).set(payload);
  return { header: JSON.parse(header.toString('utf8')) as unknown, payload: numbers };
}

/**
 * Cuts a stream of bytes into frames, buffering no more than one may hold: bytes are copied once, to their place in the
 * frame, however many pieces they come in.
 */
export class FrameReader {
  readonly #limits: () => FrameLimits;
  readonly #prefix = Buffer.alloc(prefixLength);
  #body: Buffer | undefined;
  #lengths = { header: 0, payload: 0 };
  /** Bytes of the frame so far, prefix included. */
  #filled = 0;

  /** @param limits - of the frame that comes next: asked when it begins */
  constructor(limits: () => FrameLimits = () => widestLimits) {
    this.#limits = limits;
  }

  /**
   * The frames that are now complete, each before the next one is looked at. @throws if a frame breaks the format or
   * its limits
   */
  *push(chunk: Buffer): Generator<Frame, void> {
    for (let at = 0; at < chunk.length || this.#isComplete;) {
      if (this.#isComplete) yield this.#take();
      else at += this.#body === undefined ? this.#fillPrefix(chunk, at) : this.#fillBody(chunk, at, this.#body);
    }
  }

  get #isComplete(): boolean {
    return this.#body !== undefined && this.#filled === prefixLength + this.#body.length;
  }

  #fillPrefix(chunk: Buffer, at: number): number {
    const copied = chunk.copy(this.#prefix, this.#filled, at);
    this.#filled += copied;
    if (this.#filled < prefixLength) return copied;
    this.#lengths = decodePrefix(this.#prefix, this.#limits());
    // Memory that nothing was written to yet is only promised by the operating system.
    this.#body = Buffer.allocUnsafeSlow(this.#lengths.header + this.#lengths.payload);
    return copied;
  }

  #fillBody(chunk: Buffer, at: number, body: Buffer): number {
    const copied = chunk.copy(body, this.#filled - prefixLength, at);
    this.#filled += copied;
    return copied;
  }

  #take(): Frame {
    const { header } = this.#lengths;
    const body = this.#body ?? Buffer.alloc(0);
    this.#body = undefined;
    this.#filled = 0;
    return decodeFrame(body.subarray(0, header), body.subarray(header));
  }
}
