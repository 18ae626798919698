import { formatNumber } from '../../../../pipeline/words/formatNumber';
import type { ComputationResult } from '../../computations';
import type { PenaltyPath } from '../../computations/decay';
import { valueOf, type Sentence } from '../kit';
import { nearest, type DecayData, type DecayScene } from './state';

/** What the figures show, in words. */
export function sentencesOf({ data, state, texts }: DecayScene): readonly Sentence[] {
  const { learningRate, lambda, steps, penalty } = state;
  const product = learningRate * lambda;
  const [powers, near, error] = [valueOf(data.powers)?.at(-1), valueOf(data.exponential)?.at(-1), valueOf(data.error)];
  const at = (result: ComputationResult<PenaltyPath>): string => {
    const best = valueOf(result)?.weights[nearest(penalty)];
    return best === undefined ? '–' : `(${best.map((value) => rounded(value)).join(', ')})`;
  };
  const ends = (result: DecayData['coupled']): readonly [string, string] | undefined => {
    const end = valueOf(result)?.at(-1);
    return end && [rounded(end[0]), rounded(end[1])];
  };
  const [coupled, decoupled] = [ends(data.coupled), ends(data.decoupled)];
  return [
    (powers ?? near) !== undefined && texts.afterSteps(steps, formatNumber(product, 3), shown(powers), shown(near)),
    error !== undefined && texts.error(formatNumber(error, 3), formatNumber((steps * product ** 2) / 2, 3)),
    texts.bestWeights(formatNumber(penalty, 3), at(data.l1), at(data.l2)),
    decoupled && texts.decoupled(...decoupled),
    coupled && texts.coupled(...coupled),
  ];
}

function shown(value: number | undefined): string {
  return value === undefined ? '–' : formatNumber(value, 3);
}

/** Rounded to the precision of the picture: a tiny weight counts as 0. */
function rounded(value: number): string {
  return formatNumber(Math.abs(value) < 5e-3 ? 0 : Number(value.toFixed(3)), 3).replace('-', '−');
}
