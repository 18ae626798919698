import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packedLockfile } from './packLockfile';

/**
 * The versions of all packages that the engine was tested with; renamed, since npm does not pack `package-lock.json`.
 */
export async function readLockfile(engine: string): Promise<string> {
  const own = await readFile(join(engine, 'package-lock.json'), 'utf8').catch(() => undefined);
  return own ?? readFile(join(engine, ...packedLockfile.split('/')), 'utf8');
}
