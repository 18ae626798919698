import { stop, transform } from 'esbuild';
import { existsSync } from 'node:fs';
import { compileSubmission } from './compileSubmission';
import { withinLimits } from './withinLimits';

const children = `/proc/${process.pid}/task/${process.pid}/children`;

async function statusOf(text: string): Promise<unknown> {
  return compileSubmission({ status: 'found', directory: process.cwd(), base: '', file: 'losses.ts', text });
}

describe('withinLimits', () => {
  afterAll(stop);

  // Elsewhere only the time limit ends it.
  (existsSync(children) ? it : it.skip)('should stop the compiler when a file fills its memory', async () => {
    const doubled = Array.from({ length: 50 }, (_, index) => `a${index + 1} = a${index} + a${index}`).join(', ');

    expect(await statusOf(`enum Names { a0 = 'xxxxxxxxxxxxxxxx', ${doubled} }`)).toMatchObject({
      status: 'unreadable',
      reason: expect.stringMatching(/^compiling it takes/) as string,
    });
    expect(await statusOf('export const next = 1;')).toMatchObject({ status: 'compiled' });
  });

  it('should restart the compiler after it crashed', async () => {
    const ending = withinLimits(() => Promise.reject(new Error('The service was stopped')));

    expect(await ending).toEqual({ status: 'ended', reason: 'the compiler crashes on it' });
    expect(await statusOf('export const next = 1;')).toMatchObject({ status: 'compiled' });
  });

  it('should rethrow errors about the code', async () => {
    await expect(withinLimits(() => transform('('))).rejects.toThrow('Transform failed');
  });
});
