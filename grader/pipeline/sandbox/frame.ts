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
  const { frame, numbers } = room(prefixLength + textLength, payloadLength);
  frame.writeUInt32LE(textLength, 0);
  frame.writeUInt32LE(payloadLength, 4);
  frame.write(text, prefixLength);
  let at = 0;
  for (const part of payload) {
    // The processor's own byte order is little-endian wherever Node runs.
    numbers.set(part, at);
    at += part.length;
  }
  return frame;
}

/** Memory for bytes and the numbers behind them, which begin where numbers may: so they need not be copied as bytes. */
function room(textLength: number, payloadLength: number): { readonly frame: Buffer; readonly numbers: Float64Array } {
  const { BYTES_PER_ELEMENT: size } = Float64Array;
  const gap = (size - (textLength % size)) % size;
  // What nothing was written to yet is only promised by the operating system.
  const memory = new ArrayBuffer(gap + textLength + payloadLength);
  return {
    frame: Buffer.from(memory, gap),
    numbers: new Float64Array(memory, gap + textLength, payloadLength / size),
  };
}

/** Lengths of what follows a prefix. @throws if they are beyond the caps, before anything is buffered */
export function decodePrefix(prefix: Buffer, limits = widestLimits): FrameLimits {
  const header = prefix.readUInt32LE(0);
  const payload = prefix.readUInt32LE(4);
  if (header > limits.header || payload > limits.payload) throw new Error('an answer is longer than any right one');
  if (payload % 8 !== 0) throw new Error('a payload is no row of numbers');
  return { header, payload };
}

/**
 * Cuts a stream of bytes into frames, buffering no more than one may hold: bytes are copied once, to their place in the
 * frame, however many pieces they come in.
 */
export class FrameReader {
  readonly #limits: () => FrameLimits;
  readonly #prefix = Buffer.alloc(prefixLength);
  #body: ReturnType<typeof room> | undefined;
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
    this.#body = room(this.#lengths.header, this.#lengths.payload);
    return copied;
  }

  #fillBody(chunk: Buffer, at: number, body: Buffer): number {
    const copied = chunk.copy(body, this.#filled - prefixLength, at);
    this.#filled += copied;
    return copied;
  }

  /** @throws if the header is no JSON */
  #take(): Frame {
    const { frame, numbers } = this.#body ?? room(0, 0);
    const header = frame.toString('utf8', 0, this.#lengths.header);
    this.#body = undefined;
    this.#filled = 0;
    return { header: JSON.parse(header) as unknown, payload: numbers };
  }
}
