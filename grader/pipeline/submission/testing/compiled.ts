import { join } from 'node:path';
import type { FileProblem } from '../../types';
import { compileSubmission } from '../compileSubmission';
import { isFileProblem } from '../isFileProblem';
import { withFiles } from '../../../files/testing/withFiles';
import type { Compiled } from '../types';

export const file = '03-losses/losses.ts';

/**
 * Compiles a submission whose file is `losses`, and whose other files are `others`, in a folder `alice` beside
 * `outside.ts`.
 */
export async function compile(
  losses: string,
  {
    others = {},
    prepare = async (_: string): Promise<void> => {},
  }: { others?: Record<string, string>; prepare?: (directory: string) => Promise<void> } = {},
): Promise<Compiled | FileProblem> {
  const inFolder = Object.fromEntries(
    Object.entries({ [file]: losses, ...others }).map(([path, text]) => [`alice/${path}`, text]),
  );
  return withFiles({ 'outside.ts': 'export const secret = 1;', 'outside.json': '1', ...inFolder }, async (parent) => {
    const directory = join(parent, 'alice');
    await prepare(directory);
    return compileSubmission({ status: 'found', directory, base: '', file, text: losses });
  });
}

export function run(compiled: Compiled | FileProblem): Record<string, unknown> {
  if (isFileProblem(compiled)) throw new Error(JSON.stringify(compiled));
  const module = { exports: {} as Record<string, unknown> };
  const require = (name: string): unknown => ({ __esModule: true, name });
  // eslint-disable-next-line @typescript-eslint/no-implied-eval -- to see what the compiled code does
  const load = new Function('module', 'exports', 'require', compiled.code) as (...args: unknown[]) => void;
  load(module, module.exports, require);
  return module.exports;
}

export async function message(losses: string, options: Parameters<typeof compile>[1] = {}): Promise<string> {
  const result = await compile(losses, options);
  return result.status === 'does-not-compile' ? result.message : result.status;
}
