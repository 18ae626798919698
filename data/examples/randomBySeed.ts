import { seededRandom } from 'descent';

/**
 * `seededRandom` for seeds such as 1, 2, 3.
 *
 * Of the generator itself, similar seeds give similar numbers, and with small seeds the first is always close to 1. So the
 * seed is scrambled first, and the first numbers are passed over.
 */
export function randomBySeed(seed: number): () => number {
  const random = seededRandom(scramble(seed));
  for (let passedOver = 0; passedOver < 32; passedOver += 1) random();
  return random;
}

/** The last step of MurmurHash3, by which each bit of the seed changes half of the bits. */
function scramble(seed: number): number {
  let bits = seed | 0;
  bits = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 13), 0xc2b2ae35);
  return bits ^ (bits >>> 16);
}
