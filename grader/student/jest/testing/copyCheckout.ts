import { cpSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join, resolve } from 'node:path';
import { ensureBundles } from '../../../bundling/bundles';

const root = resolve(__dirname, '../../../..');

/**
 * A checkout without solutions in a separate folder, whose assignments a test can fill in.
 *
 * @param options.isBuilt - whether its commands are already built, the same as those of this checkout
 * @returns its folder, which the caller removes
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
