import { reportError } from './errors';

describe('reportError', () => {
  it('should say in a sentence that a disk is full, whichever command wrote to it', () => {
    const printed = jest.spyOn(console, 'error').mockImplementation();
    const full = { code: 'ENOSPC', syscall: 'write' };
    expect(reportError(Object.assign(new Error('ENOSPC: no space left on device, write'), full))).toBe(1);
    expect(reportError(Object.assign(new Error('ENOSPC: …'), full, { path: 'work/a.ts' }))).toBe(1);
    expect(printed.mock.calls.flat()).toEqual([
      'grader: a file could not be written: the disk is full; repair that, and run the command again',
      'grader: work/a.ts could not be written: the disk is full; repair that, and run the command again',
    ]);
  });
});
