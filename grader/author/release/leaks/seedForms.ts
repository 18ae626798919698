/** A shorter seed could be guessed, and would be found in any file. */
const shortest = 8;

/** @throws if a hidden seed is no secret: too short, or the public one */
export function mustBeSecret(hidden: string, publicSeed: string): void {
  if (hidden === publicSeed)
    throw new Error('the hidden seed is the public one; set DESCENT_HIDDEN_SEED or .descent/seed to another');
  if (hidden.length < shortest) {
    throw new Error(
      `the hidden seed has fewer than ${shortest} characters, so that it could be guessed; set a longer one`,
    );
  }
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
