import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The seed of the hidden cases, and where it is from. */
export interface HiddenSeed {
  readonly seed: string;
  readonly from: 'option' | 'environment' | 'file' | 'public';
}

/** `--seed`, else `DESCENT_HIDDEN_SEED`, else `.descent/seed`, else the public seed. */
export async function hiddenSeed(root: string, option: string | undefined, publicSeed: string): Promise<HiddenSeed> {
  if (option !== undefined) return { seed: option, from: 'option' };
  const { DESCENT_HIDDEN_SEED: fromEnvironment } = process.env;
  if (fromEnvironment) return { seed: fromEnvironment, from: 'environment' };
  const fromFile = (await readFile(join(root, '.descent', 'seed'), 'utf8').catch(() => '')).trim();
  return fromFile === '' ? { seed: publicSeed, from: 'public' } : { seed: fromFile, from: 'file' };
}
