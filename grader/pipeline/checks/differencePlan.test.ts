import type { Case, GradientCheck, Visibility } from '../types';
import { TensorValue } from '../../execution/values';
import { probesOf } from './differencePlan';

const check = { kind: 'gradient', id: 'f.gradient', argument: 0, kinks: false } as GradientCheck;

function probes(visibility: Visibility, elements: number, kinks = false): readonly string[] {
  const values = Float64Array.from({ length: elements }, (_, index) => index);
  const one = { id: `${visibility}/random`, visibility, calls: [[new TensorValue([elements], 'float32', values)]] } as unknown as Case;
  return probesOf({ ...check, kinks }, one).map(({ by }) => by);
}

function counts(names: readonly string[]): Record<string, number> {
  return Object.fromEntries(['elements', 'directions'].map((name) => [name, names.filter((one) => one === name).length]));
}

describe('probesOf', () => {
  it('should take every element of a public case, since a message names the one that is off', () => {
    expect(counts(probes('public', 12))).toEqual({ elements: 12, directions: 0 });
  });

  it('should take two directions through a hidden case, and a few elements where a direction would cross kinks', () => {
    expect(counts(probes('hidden', 12))).toEqual({ elements: 0, directions: 2 });
    expect(counts(probes('hidden', 12, true))).toEqual({ elements: 4, directions: 0 });
    expect(counts(probes('hidden', 4))).toEqual({ elements: 4, directions: 0 });
  });

  it('should look closely at a large case, whoever sees it', () => {
    expect(counts(probes('hidden', 100))).toEqual({ elements: 0, directions: 6 });
    expect(counts(probes('hidden', 100, true))).toEqual({ elements: 16, directions: 6 });
    expect(counts(probes('public', 100))).toEqual({ elements: 16, directions: 6 });
  });
});
