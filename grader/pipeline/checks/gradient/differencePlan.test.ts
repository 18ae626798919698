import type { Case, GradientCheck, Visibility } from '../../types';
import { TensorValue } from '../../../execution/values';
import { probesOf, type Depth } from './differencePlan';

const check = { kind: 'gradient', id: 'f.gradient', argument: 0, part: 'whole', kinks: false } as GradientCheck;

function probes(visibility: Visibility, elements: number, kinks = false, depth: Depth = 'all'): readonly string[] {
  const values = Float64Array.from({ length: elements }, (_, index) => index);
  const one = {
    id: `${visibility}/random`,
    visibility,
    calls: [[new TensorValue([elements], 'float32', values)]],
    expected: { status: 'memory' },
  } as unknown as Case;
  return probesOf({ ...check, kinks }, one, depth).map(({ by }) => by);
}

function counts(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(
    ['elements', 'directions'].map((name) => [name, names.filter((one) => one === name).length]),
  );
}

describe('probesOf', () => {
  it('should start with two directions for any size and visibility, or all probes if there are no more', () => {
    for (const visibility of ['public', 'hidden'] as const) {
      expect(counts(probes(visibility, 12, false, 'first'))).toEqual({ elements: 0, directions: 2 });
      expect(counts(probes(visibility, 100, true, 'first'))).toEqual({ elements: 0, directions: 2 });
      expect(counts(probes(visibility, 2, false, 'first'))).toEqual({ elements: 2, directions: 0 });
    }
  });

  it('should compare every element of a public case, since a message names the wrong one', () => {
    expect(counts(probes('public', 12))).toEqual({ elements: 12, directions: 0 });
  });

  it('should compare two directions on a hidden case, or a few elements if a direction would cross kinks', () => {
    expect(counts(probes('hidden', 12))).toEqual({ elements: 0, directions: 2 });
    expect(counts(probes('hidden', 12, true))).toEqual({ elements: 4, directions: 0 });
    expect(counts(probes('hidden', 4))).toEqual({ elements: 4, directions: 0 });
  });

  it('should use more differences on a large case of any visibility', () => {
    expect(counts(probes('hidden', 100))).toEqual({ elements: 0, directions: 6 });
    expect(counts(probes('hidden', 100, true))).toEqual({ elements: 16, directions: 6 });
    expect(counts(probes('public', 100))).toEqual({ elements: 16, directions: 6 });
  });
});
