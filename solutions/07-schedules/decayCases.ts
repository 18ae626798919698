import {
  fixedCase,
  hiddenOnly,
  leavesInputsAlone,
  leavesNoTensors,
  property,
  randomCase,
  reference,
  type CaseSpec,
  type CheckSpec,
  type Inputs,
  type Random,
} from 'descent/author';

/** Checks rates at ordinary steps, and at special ones. */
export function checksOfDecay(id: string, on: readonly string[]): readonly CheckSpec[] {
  return [
    reference(undefined, { points: 6 }),
    reference(undefined, { id, points: 2, on }),
    property('scalesWith', { points: 1, argument: 'lr0', factor: 3, power: 1 }),
    leavesInputsAlone({ points: 0.5 }),
    leavesNoTensors({ points: 0.5 }),
  ];
}

export const rate = (random: Random): number => random.number(0.05, 0.9);

/** A special step that the hidden seed draws. */
export const drawnEnd = (draw: (random: Random) => Inputs, id = 'drawn-end'): CaseSpec =>
  randomCase(id, draw, { reserved: true, copies: hiddenOnly });

/** A step in the first half of a decay to 0. */
export const drawnStep: CaseSpec = randomCase('random', (random) => {
  const total = random.integer(30, 90);
  return { lr0: rate(random), t: random.integer(3, Math.floor(total / 2) - 2), total };
});

/** The first and last steps of a decay to 0, and later ones. */
export const endSteps: readonly CaseSpec[] = [
  fixedCase('start', { lr0: 0.2, t: 0, total: 40 }, { label: 't = 0', reserved: true }),
  fixedCase('no-rate', { lr0: 0, t: 10, total: 40 }, { label: 'lr0 = 0', reserved: true }),
  fixedCase('last-step', { lr0: 0.2, t: 39, total: 40 }, { label: 't is the last step before total', reserved: true }),
  fixedCase('end', { lr0: 0.2, t: 40, total: 40 }, { label: 't = total', reserved: true }),
  fixedCase('after', { lr0: 0.2, t: 55, total: 40 }, { label: 't is beyond total', reserved: true }),
  fixedCase('long-after', { lr0: 0.2, t: 90, total: 40 }, { label: 't is more than twice total', reserved: true }),
  drawnEnd((random) => {
    const total = random.integer(30, 60);
    return { lr0: rate(random), t: total - 1, total };
  }),
  drawnEnd((random) => {
    const total = random.integer(30, 60);
    return { lr0: rate(random), t: total + random.integer(0, 60), total };
  }, 'drawn-after'),
];

export const checksOfDecayToZero = checksOfDecay(
  'ends',
  endSteps.map(({ id }) => id),
);
