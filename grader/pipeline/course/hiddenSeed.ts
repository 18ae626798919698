import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** The seed of the hidden cases, and its source. */
export interface HiddenSeed {
  readonly seed: string;
  readonly from: 'option' | 'environment' | 'file' | 'public';
}

/**
 * `--seed`, else `DESCENT_HIDDEN_SEED`, else `.descent/seed`, else the public seed. An empty value counts as missing:
 * it is most likely an unset shell variable, and anyone could guess it.
 *
 * @throws if `.descent/seed` exists but can't be read: silently using the public seed would be wrong
 */
export async function hiddenSeed(root: string, option: string | undefined, publicSeed: string): Promise<HiddenSeed> {
  if (option) return { seed: option, from: 'option' };
  const { DESCENT_HIDDEN_SEED: fromEnvironment } = process.env;
  if (fromEnvironment) return { seed: fromEnvironment, from: 'environment' };
  const fromFile = (await readSeedFile(join(root, '.descent', 'seed'))).trim();
  return fromFile === '' ? { seed: publicSeed, from: 'public' } : { seed: fromFile, from: 'file' };
}

async function readSeedFile(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return '';
    throw new Error(`${path} can't be read (${code ?? 'unknown error'}): it holds the seed of the hidden cases`, {
      cause: error,
    });
  }
}
