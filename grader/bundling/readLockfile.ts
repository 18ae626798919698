import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packedLockfile } from './packLockfile';

/** The versions of all packages that the engine was tested with; npm packs no `package-lock.json`, so it is renamed. */
export async function readLockfile(engine: string): Promise<string> {
  const own = await readFile(join(engine, 'package-lock.json'), 'utf8').catch(() => undefined);
  return own ?? readFile(join(engine, ...packedLockfile.split('/')), 'utf8');
}
