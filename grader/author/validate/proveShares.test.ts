import type { Failure } from './claims';
import { proveFiles, type ValidateOptions } from './proveShares';

describe('proveFiles', () => {
  it('should be a task, so that the process that distributes tasks is not blocked', async () => {
    const failure: Failure = { claim: 'figures', exercise: undefined, what: 'it gives 2', repair: 'write 2' };
    const runTask = jest.fn<ReturnType<ValidateOptions['runTask']>, Parameters<ValidateOptions['runTask']>>(() =>
      Promise.resolve({ kind: 'written', failures: [failure] }),
    );
    const checkout = { root: 'nowhere', engine: 'nowhere', curriculum: {} } as ValidateOptions['checkout'];
    const options = { checkout, publicSeed: 'public', draft: true, runTask };
    expect(await proveFiles('01-tiny', options)).toEqual([failure]);
    expect(runTask.mock.calls).toEqual([[{ kind: 'written', id: '01-tiny', options: { draft: true } }, 'first']]);
    runTask.mockRejectedValueOnce(new Error('the worker ended'));
    expect(await proveFiles('01-tiny', options)).toMatchObject([
      { claim: 'figures', what: "its figures can't be computed: the worker ended" },
    ]);
  });
});
