import { type CaseSpec, type Inputs, type Random, randomCase, tensor } from 'descent/author';

type Draw = (random: Random, shape: readonly [n: number, d: number], epsilon?: number, scale?: number) => Inputs;

interface Settings {
  /** Of the case with one example. */
  readonly label: string;
  /** ε with one example, and with a constant feature. */
  readonly ofOne?: number;
  readonly ofConstant?: number;
}

/** Cases of batch normalization and its gradients. */
export function batchCases(drawn: Draw, { label, ofOne, ofConstant }: Settings): readonly CaseSpec[] {
  return [
    randomCase('random', (random) => drawn(random, [12, 11])),
    randomCase('square', (random) => drawn(random, [4, 4]), { label: 'N = D' }),
    randomCase('one-feature', (random) => drawn(random, [6, 1]), { label: 'D = 1' }),
    randomCase('one-example', (random) => drawn(random, [1, 4], ofOne), { label }),
    randomCase('large-epsilon', (random) => drawn(random, [4, 3], 0.5), { label: 'epsilon is 0.5' }),
    randomCase('no-epsilon', (random) => drawn(random, [4, 3], 0), { label: 'epsilon is 0' }),
    randomCase(
      'far-from-zero',
      (random) => ({ ...drawn(random, [8, 5]), x: random.normal([8, 5], { mean: 1e6, scale: 1 }) }),
      { label: 'the features are far from 0' },
    ),
    randomCase('small-features', (random) => drawn(random, [5, 2], 1e-5, 2e-3), {
      label: 'the variance is as small as epsilon',
    }),
    randomCase(
      'constant-feature',
      (random) => {
        const row = (): number[] => [random.number(-2, 2), 2, random.number(3, 5)];
        return { ...drawn(random, [4, 3], ofConstant), x: tensor([row(), row(), row(), row()]) };
      },
      { label: 'one feature is the same in all examples' },
    ),
  ];
}
