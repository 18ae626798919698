import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { buildSync } from 'esbuild';

export interface Run {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/**
 * Bundles a program, including tfjs, and runs it in a separate Node process.
 *
 * @param code - TypeScript that imports as a file of the folder `precision` would
 */
export function runBundled(code: string, programArguments: readonly string[] = []): Run {
  const folder = mkdtempSync(join(tmpdir(), 'double-precision-'));
  try {
    const outfile = join(folder, 'program.js');
    const stdin = { contents: code, resolveDir: resolve(__dirname, '..'), loader: 'ts' } as const;
    buildSync({ stdin, outfile, bundle: true, platform: 'node', format: 'cjs', logLevel: 'error' });
    const { status, stdout, stderr } = spawnSync(process.execPath, [outfile, ...programArguments], {
      encoding: 'utf8',
    });
    return { exitCode: status, stdout, stderr };
  } finally {
    rmSync(folder, { recursive: true });
  }
}
