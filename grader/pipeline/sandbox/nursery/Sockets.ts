import { bytesOf, succeeded, type NativeFunction, type NativeLibraries } from './koffi';

const unixSockets = 1;
const streamSockets = 1;
const ofSocket = 1;
const descriptorsFollow = 1;
const setStatusFlags = 4;
const nonBlocking = 0o4000;

/** Sockets between a nursery's children and the grader. Failures throw. */
export class Sockets {
  readonly #native: NativeLibraries;
  readonly #socketpair: NativeFunction;
  readonly #sendmsg: NativeFunction;
  readonly #fcntl: NativeFunction;

  constructor(native: NativeLibraries) {
    this.#native = native;
    this.#socketpair = native.libc('int socketpair(int, int, int, void *)');
    this.#sendmsg = native.libc('long sendmsg(int, void *, int)');
    this.#fcntl = native.libc('int fcntl(int, int, int)');
  }

  /**
   * A connected pair of sockets. `waiting` blocks; `forLoop`, which goes into the grader's event loop, never does, so a
   * child can't block the grader.
   */
  pair(): { readonly waiting: number; readonly forLoop: number } {
    const pair = new Int32Array(2);
    succeeded(this.#native, 'socketpair', this.#socketpair(unixSockets, streamSockets, 0, bytesOf(pair)));
    const [waiting = -1, forLoop = -1] = pair;
    succeeded(this.#native, 'fcntl', this.#fcntl(forLoop, setStatusFlags, nonBlocking));
    return { waiting, forLoop };
  }

  /** Writes to a socket and passes a copy of `descriptor` to its reader. */
  send(socket: number, bytes: Uint8Array, descriptor: number): void {
    const address = (block: { readonly buffer: ArrayBufferLike }): bigint => this.#native.address(bytesOf(block));
    // struct iovec: pointer, length
    const vector = new BigUint64Array([this.#native.address(bytes), BigInt(bytes.length)]);
    // struct cmsghdr: length 20 in 8 bytes; level, type and one descriptor in 4 each; padded to 24
    const control = new Int32Array([20, 0, ofSocket, descriptorsFollow, descriptor, 0]);
    // struct msghdr: no address, its length; iovec, its length; control message, its length; flags
    const header = new BigUint64Array([0n, 0n, address(vector), 1n, address(control), BigInt(control.byteLength), 0n]);
    const written = succeeded(this.#native, 'sendmsg', this.#sendmsg(socket, bytesOf(header), 0));
    if (written !== bytes.length) throw new Error(`sendmsg: ${written} of ${bytes.length} bytes were written`);
  }
}
