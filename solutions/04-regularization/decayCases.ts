import { type CaseSpec, fixedCase, randomCase, tensor } from 'descent/author';

/** The cases of both decays, with some of their own. */
export function decayCases(noSteps: string, special: readonly CaseSpec[]): readonly CaseSpec[] {
  return [
    fixedCase('by-hand', { w0: tensor([8, -4]), learningRate: 0.5, lambda: 1, steps: 2 }),
    randomCase('several', (random) => ({
      w0: random.normal([11]),
      learningRate: random.number(0.1, 0.3),
      lambda: random.number(0.4, 0.9),
      steps: random.integer(5, 8),
    })),
    randomCase(
      'square',
      (random) => ({
        w0: random.normal([4]),
        learningRate: random.number(0.5, 0.9),
        lambda: random.number(0.1, 0.4),
        steps: 3,
      }),
      { label: 'there are as many rows as weights' },
    ),
    fixedCase('no-steps', { w0: tensor([1.5, -2, 0.5]), learningRate: 0.1, lambda: 0.5, steps: 0 }, { label: noSteps }),
    fixedCase(
      'one-weight',
      { w0: tensor([-3]), learningRate: 0.2, lambda: 2, steps: 4 },
      { label: 'there is one weight' },
    ),
    ...special,
    fixedCase('no-rate', { w0: tensor([1.5, -2]), learningRate: 0, lambda: 0.5, steps: 3 }, { label: 'η is 0' }),
    fixedCase('no-strength', { w0: tensor([1.5, -2]), learningRate: 0.3, lambda: 0, steps: 3 }, { label: 'λ is 0' }),
  ];
}
