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

/** The maximum number of bytes of a frame's parts. */
export interface FrameLimits {
  readonly header: number;
  readonly payload: number;
}

const widestLimits: FrameLimits = { header: longestHeader, payload: longestPayload };

/** @throws if header or payload exceeds the limits of the other side */
export function encodeFrame(header: unknown, payload: readonly Float64Array[], limits = widestLimits): Buffer {
  const text = JSON.stringify(header);
  const textLength = Buffer.byteLength(text);
  const payloadLength = payload.reduce((sum, numbers) => sum + numbers.byteLength, 0);
  if (textLength > limits.header) throw new Error(`a message of ${textLength} bytes is longer than ${limits.header}`);
  if (payloadLength > limits.payload)
    throw new Error(`${payloadLength} bytes of numbers are more than ${limits.payload}`);
  const { frame, numbers } = allocate(prefixLength + textLength, payloadLength);
  frame.writeUInt32LE(textLength, 0);
  frame.writeUInt32LE(payloadLength, 4);
  frame.write(text, prefixLength);
  let at = 0;
  for (const part of payload) {
    // Node runs only on little-endian processors.
    numbers.set(part, at);
    at += part.length;
  }
  return frame;
}

/** Memory for the text and the numbers after it, aligned so that the numbers can be used in place. */
function allocate(
  textLength: number,
  payloadLength: number,
): { readonly frame: Buffer; readonly numbers: Float64Array } {
  const { BYTES_PER_ELEMENT: size } = Float64Array;
  const gap = (size - (textLength % size)) % size;
  // The operating system only reserves memory that was never written.
  const memory = new ArrayBuffer(gap + textLength + payloadLength);
  return {
    frame: Buffer.from(memory, gap),
    numbers: new Float64Array(memory, gap + textLength, payloadLength / size),
  };
}

/** The lengths announced by a prefix. @throws if they exceed the limits, before anything is buffered */
export function decodePrefix(prefix: Buffer, limits = widestLimits): FrameLimits {
  const header = prefix.readUInt32LE(0);
  const payload = prefix.readUInt32LE(4);
  if (header > limits.header || payload > limits.payload) throw new Error('an answer is longer than any right one');
  if (payload % 8 !== 0) throw new Error('a payload is no row of numbers');
  return { header, payload };
}

/**
 * Splits a stream of bytes into frames, buffering at most one frame: bytes are copied once, to their place in the
 * frame, however many chunks they arrive in.
 */
export class FrameReader {
  readonly #limits: () => FrameLimits;
  readonly #prefix = Buffer.alloc(prefixLength);
  #body: ReturnType<typeof allocate> | undefined;
  #lengths = { header: 0, payload: 0 };
  /** Bytes of the frame so far, prefix included. */
  #filled = 0;

  /** @param limits - of the next frame; called when it begins */
  constructor(limits: () => FrameLimits = () => widestLimits) {
    this.#limits = limits;
  }

  /** Yields each complete frame before the next one is read. @throws if a frame breaks the format or its limits */
  *push(chunk: Buffer): Generator<Frame, void> {
    for (let at = 0; at < chunk.length || this.#isComplete;) {
      if (this.#isComplete) yield this.#take();
      else at += this.#body === undefined ? this.#fillPrefix(chunk, at) : this.#fillBody(chunk, at, this.#body.frame);
    }
  }

  get #isComplete(): boolean {
    return this.#body !== undefined && this.#filled === prefixLength + this.#body.frame.length;
  }

  #fillPrefix(chunk: Buffer, at: number): number {
    const copied = chunk.copy(this.#prefix, this.#filled, at);
    this.#filled += copied;
    if (this.#filled < prefixLength) return copied;
    this.#lengths = decodePrefix(this.#prefix, this.#limits());
    this.#body = allocate(this.#lengths.header, this.#lengths.payload);
    return copied;
  }

  #fillBody(chunk: Buffer, at: number, body: Buffer): number {
    const copied = chunk.copy(body, this.#filled - prefixLength, at);
    this.#filled += copied;
    return copied;
  }

  /** @throws if the header is not JSON */
  #take(): Frame {
    const { frame, numbers } = this.#body ?? allocate(0, 0);
    const header = frame.toString('utf8', 0, this.#lengths.header);
    this.#body = undefined;
    this.#filled = 0;
    return { header: JSON.parse(header) as unknown, payload: numbers };
  }
}
