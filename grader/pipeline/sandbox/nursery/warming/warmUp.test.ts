import { encodeFrame, type Frame } from '../../frame';
import { compileLate } from '../compilation';
import { warmUp } from './warmUp';

jest.mock('../compilation', () => ({ compileLate: jest.fn() }));

/** What is asked, but for its numbers. */
function kindOf({ header }: Frame): string {
  const { kind, exercise = '' } = header as { readonly kind: string; readonly exercise?: string };
  return `${kind} ${exercise}`;
}

describe('warmUp', () => {
  it('should ask everything again once V8 has no new reason to compile, so that nothing is left to children', () => {
    const before = new Set<string>();
    const after = new Set<string>();
    warmUp((frame) => {
      const isLate = jest.mocked(compileLate).mock.calls.length > 0;
      (isLate ? after : before).add(kindOf(frame));
      return encodeFrame({ id: 1, status: 'loaded' }, []);
    });

    expect(before.size).toBeGreaterThan(8);
    expect(after).toEqual(before);
  });
});
