import type { Value } from '../../execution/values';
import { lawNamed } from '../../pipeline/checks/laws';
import { laws } from '.';

describe('placeholderIsBest', () => {
  const law = lawNamed(laws, 'placeholderIsBest');
  const right: Value = { k: 3, accuracy: 0.5 };
  const rightOfNone: Value = { k: 1, accuracy: 0 };
  const holds = (...cases: readonly (readonly [expected: Value, result: Value])[]): boolean | undefined =>
    law.throughout?.(
      cases.map(([expected, result]) => ({
        inputs: { ks: [1, 3] },
        parameters: { score: 'accuracy', start: 0, candidates: { k: 'ks' } },
        result,
        expected,
        companions: [],
        callbackCalls: [],
        companionCalls: [],
        scale: 1,
      })),
    );

  it('should hold for any placeholder instead of a choice', () => {
    for (const k of [undefined, 0, 5, '']) expect(holds([right, right], [rightOfNone, { k, accuracy: 0 }])).toBe(true);
    expect(
      holds([
        { k: 1, accuracy: NaN },
        { k: 0, accuracy: 0 },
      ]),
    ).toBe(true);
  });

  it('should not hold for right answers, other mistakes, or missing cases', () => {
    expect(holds([right, right], [rightOfNone, rightOfNone])).toBe(false);
    // Another equally bad choice is not a placeholder.
    expect(holds([right, right], [rightOfNone, { k: 3, accuracy: 0 }])).toBe(false);
    expect(holds([right, rightOfNone], [rightOfNone, { k: 0, accuracy: 0 }])).toBe(false);
    expect(holds([rightOfNone, { k: 0, accuracy: 1 }])).toBe(false);
    expect(holds([right, right])).toBe(false);
    expect(holds([rightOfNone, undefined])).toBe(false);
  });
});
