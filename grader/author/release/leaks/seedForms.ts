import { isWeakSeed } from '../../../pipeline/course';

/** @throws if a hidden seed is no secret: one that could be guessed, or the public one */
export function mustBeSecret(hidden: string, publicSeed: string): void {
  if (hidden === publicSeed)
    throw new Error('the hidden seed is the public one; set DESCENT_HIDDEN_SEED or .descent/seed to another');
  if (isWeakSeed(hidden))
    throw new Error('the hidden seed is short or plain enough to be guessed; make one with `grader new-seed`');
}

/** The ways that a hidden seed could be written in a file. */
export function seedForms(hidden: string): readonly string[] {
  const bytes = Buffer.from(hidden);
  return [
    hidden,
    JSON.stringify(hidden).slice(1, -1),
    bytes.toString('hex'),
    bytes.toString('base64').replace(/=+$/, ''),
  ];
}
