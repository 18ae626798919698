import { randomBytes } from 'node:crypto';

const bytes = 16;
/** Shorter or less varied texts are a word and a year rather than random. */
const shortest = 20;
const fewestDifferent = 8;

/** An unguessable hidden seed: 128 random bits as 32 hexadecimal digits. */
export function newSeed(): string {
  return randomBytes(bytes).toString('hex');
}

/** Whether a seed looks invented by a person, so that a dictionary attack on its label would find it. */
export function isWeakSeed(seed: string): boolean {
  return seed.length < shortest || new Set(seed).size < fewestDifferent;
}
