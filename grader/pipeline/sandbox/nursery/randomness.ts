/**
 * Note [Math.random of forked processes]: V8 seeds its generator once, so all children of a nursery would get the same
 * numbers. `Math.random` is therefore replaced by a generator that each child seeds itself.
 */

let generator: (() => number) | undefined;

/** Makes `Math.random` use `seedRandomness`'s generator once it is seeded. Call before `Math` is frozen. */
export function openRandomness(): void {
  const { random } = Math;
  Math.random = () => (generator === undefined ? random() : generator());
}

/** @param seed - four 32-bit numbers from the operating system */
export function seedRandomness(seed: Uint32Array): void {
  generator = smallFastCounter(seed);
}

/** Numbers in [0, 1) with 52 random bits. @see Chris Doty-Humphrey, PractRand: sfc32 */
function smallFastCounter([first = 0, second = 0, third = 0, fourth = 0]: Uint32Array): () => number {
  let [a, b, c, counter] = [first | 0, second | 0, third | 0, fourth | 0];
  const next = (): number => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (c << 21) | (c >>> 11);
    c = (c + sum) | 0;
    return sum >>> 0;
  };
  return () => (next() * 2 ** 20 + (next() >>> 12)) / 2 ** 52;
}
