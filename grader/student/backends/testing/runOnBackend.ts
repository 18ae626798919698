import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

const root = resolve(__dirname, '../../../..');

/**
 * For tests: runs a program in single precision, in a separate Node process, and returns the JSON that it prints.
 *
 * @param body - TypeScript that has `tf`, `backend` and `print(value)`
 * @param imports - as a file of the folder `backends` would have them
 */
export function runOnBackend(body: string, environment: Readonly<Record<string, string>>, imports = ''): unknown {
  // Not in the system's temporary folder: packages would not be found from there.
  mkdirSync(join(root, '.descent', 'cache'), { recursive: true });
  const folder = mkdtempSync(join(root, '.descent', 'cache', 'backend-test-'));
  try {
    const outfile = join(folder, 'program.cjs');
    const contents = `
      import { loadBackend } from './loadBackend';
      ${imports}
      const print = (value: unknown) => process.stdout.write(JSON.stringify(value));
      void loadBackend().then((backend) => { const { tf } = backend; ${body} });`;
    const stdin = { contents, resolveDir: resolve(__dirname, '..'), loader: 'ts' } as const;
    buildSync({
      stdin,
      outfile,
      bundle: true,
      platform: 'node',
      format: 'cjs',
      external: ['@tensorflow/*'],
      tsconfig: join(root, 'tsconfig.json'),
      logLevel: 'error',
    });
    const { stdout, stderr } = spawnSync(process.execPath, [outfile], {
      cwd: root,
      encoding: 'utf8',
      env: { ...process.env, ...environment },
    });
    if (stdout === '') throw new Error(`the program printed nothing: ${stderr}`);
    return JSON.parse(stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
