/**
 * SHA-256 of a text, in hex: for what also runs in a page, where Node's own is not there and the browser's makes one
 * wait.
 *
 * @see FIPS 180-4
 */
export function sha256(text: string): string {
  const words = padded(new TextEncoder().encode(text));
  const state = roots(8, 1 / 2);
  const schedule = new Int32Array(64);
  for (let block = 0; block < words.length; block += 16) {
    for (let t = 0; t < 64; t += 1) schedule[t] = t < 16 ? at(words, block + t) : extended(schedule, t);
    compress(state, schedule);
  }
  return Array.from(state, (word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

const constants = roots(64, 1 / 3);

/** One bit, zeros, and the length in bits: as many blocks of sixteen words as it takes. */
function padded(bytes: Uint8Array): Int32Array {
  const padding = new DataView(new ArrayBuffer((Math.floor((bytes.length + 8) / 64) + 1) * 64));
  bytes.forEach((byte, index) => padding.setUint8(index, byte));
  padding.setUint8(bytes.length, 0x80);
  padding.setUint32(padding.byteLength - 4, bytes.length * 8);
  return Int32Array.from({ length: padding.byteLength / 4 }, (_, index) => padding.getInt32(index * 4));
}

function extended(w: Int32Array, t: number): number {
  const [before, late] = [at(w, t - 15), at(w, t - 2)];
  const small = turned(before, 7) ^ turned(before, 18) ^ (before >>> 3);
  const large = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
  return (at(w, t - 16) + small + at(w, t - 7) + large) | 0;
}

function compress(state: Int32Array, schedule: Int32Array): void {
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = state;
  for (let t = 0; t < 64; t += 1) {
    const choice = (e & f) ^ (~e & g);
    const first =
      (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + choice + at(constants, t) + at(schedule, t)) | 0;
    const majority = (a & b) ^ (a & c) ^ (b & c);
    const second = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + majority) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + first) | 0, c, b, a, (first + second) | 0];
  }
  [a, b, c, d, e, f, g, h].forEach((word, index) => (state[index] = at(state, index) + word));
}

/** The first 32 bits of the fractional parts of roots of the first primes. */
function roots(count: number, power: number): Int32Array {
  const primes: number[] = [];
  for (let n = 2; primes.length < count; n += 1) if (primes.every((prime) => n % prime !== 0)) primes.push(n);
  return Int32Array.from(primes, (prime) => ((prime ** power % 1) * 2 ** 32) | 0);
}

function at(words: Int32Array, index: number): number {
  return words[index] ?? 0;
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}
