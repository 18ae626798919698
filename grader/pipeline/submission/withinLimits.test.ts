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

  // Elsewhere it is ended after its seconds.
  (existsSync(children) ? it : it.skip)('should end the compiler when a file has it fill the memory', async () => {
    const doubled = Array.from({ length: 50 }, (_, index) => `a${index + 1} = a${index} + a${index}`).join(', ');

    expect(await statusOf(`enum Names { a0 = 'xxxxxxxxxxxxxxxx', ${doubled} }`)).toMatchObject({
      status: 'unreadable',
      reason: expect.stringMatching(/^compiling it takes/) as string,
    });
    expect(await statusOf('export const next = 1;')).toMatchObject({ status: 'compiled' });
  });

  it('should start the compiler again when it has ended', async () => {
    const ending = withinLimits(() => Promise.reject(new Error('The service was stopped')));

    expect(await ending).toEqual({ status: 'ended', reason: 'the compiler ends on it' });
    expect(await statusOf('export const next = 1;')).toMatchObject({ status: 'compiled' });
  });

  it('should leave to the caller what the compiler says of the code', async () => {
    await expect(withinLimits(() => transform('('))).rejects.toThrow('Transform failed');
  });
});
