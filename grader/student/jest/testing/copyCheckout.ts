import { cpSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { ensureBundles } from '../../../bundling/bundles';

const root = resolve(__dirname, '../../../..');

/**
 * A checkout without solutions in a folder of its own, whose assignments a test may fill in.
 *
 * @param options.isBuilt - whether its commands need not be built, since those of this one are the same
 * @returns its folder, to be removed
 */
export function copyCheckout({ isBuilt = false }: { readonly isBuilt?: boolean } = {}): string {
  const copy = realpathSync(mkdtempSync(join(tmpdir(), 'checkout-')));
  for (const name of ['assignments', 'data', 'grader', 'jest.config.js', 'package.json', 'package-lock.json'])
    cpSync(join(root, name), join(copy, name), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'), 'junction');
  if (isBuilt) {
    const built = dirname(ensureBundles(root).cli);
    cpSync(built, join(copy, '.descent', 'cache', basename(built)), { recursive: true });
  }
  return copy;
}
