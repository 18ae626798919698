import { randomBytes } from 'node:crypto';

const bytes = 16;
/** Fewer characters, or fewer different ones, are a word and a year rather than chance. */
const shortest = 20;
const fewestDifferent = 8;

/** A hidden seed that no one guesses: 128 random bits as 32 hexadecimal digits. */
export function newSeed(): string {
  return randomBytes(bytes).toString('hex');
}

/** Whether a seed looks like something that a person made up, which a dictionary finds by its label. */
export function isWeakSeed(seed: string): boolean {
  return seed.length < shortest || new Set(seed).size < fewestDifferent;
}
