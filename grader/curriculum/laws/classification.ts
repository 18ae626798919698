import type { Finding } from '../../pipeline/types';
import { isArrayValue, TensorValue, type Value } from '../../execution/values';
import { structureOfTensor } from '../../pipeline/checks/compareValues';
import { describeValue } from '../../pipeline/checks/describeValue';
import { noCompanions, type Law, type LawContext, type Violation } from '../../pipeline/checks/laws/law';

/**
 * What a classifier said: of many images at once, and of the first of them one by one. Exercises that return classifiers are
 * asked so by `apply`, and their cases' `expected` are the true labels, in the same form.
 */
interface Predictions {
  readonly together: ArrayLike<number>;
  readonly alone: readonly number[];
  readonly truth: ArrayLike<number>;
}

/** At least `share` of the images, which are classified together, get their label, or with an `offset` another one that far off. */
export const classifiesAtLeast: Law = {
  companions: noCompanions,
  violation: lawOfClassifiers(({ together, truth }, { parameters }) =>
    tooFewRight(together, truth, Number(parameters['share']), Number(parameters['offset'] ?? 0)),
  ),
};

/** What an image is taken for does not depend on the others; since that alone is no merit, at least `share` must be right too. */
export const classifiesAlone: Law = {
  companions: noCompanions,
  violation: lawOfClassifiers(({ together, alone, truth }, { parameters }) => {
    const tooFew = tooFewRight(together, truth, Number(parameters['share']), 0);
    const place = alone.findIndex((label, index) => label !== together[index]);
    if (tooFew !== undefined || place === -1) return tooFew;
    return { where: `image ${place + 1}, classified alone`, expected: together[place] ?? NaN, got: alone[place] ?? NaN };
  }),
};

/** All images are taken for the same: the sign of a mistake. */
export const classifiesAlike: Law = {
  companions: noCompanions,
  violation: lawOfClassifiers(({ together }) => {
    const labels = new Set(Array.from(together)).size;
    return labels === 1 ? undefined : { where: 'labels that are given', expected: 1, got: labels };
  }),
};

function tooFewRight(labels: ArrayLike<number>, truth: ArrayLike<number>, share: number, offset: number): Violation | undefined {
  const right = Array.from(truth).filter((label, image) => labels[image] === label + offset).length;
  if (right >= share * truth.length) return undefined;
  // To a tenth, rounded down, so that what falls short does not look as if it didn't.
  return { where: 'per cent of the images', expected: 100 * share, got: Math.floor((1000 * right) / truth.length) / 10 };
}

function lawOfClassifiers(judge: (predictions: Predictions, context: LawContext) => Violation | undefined): Law['violation'] {
  return (context) => {
    const { result, expected } = context;
    const because = misfit(expected, result);
    if (because !== undefined) return { where: 'the result', expected: NaN, got: NaN, because };
    const [together = [], ...alone] = valuesOf(result);
    return judge({ together, alone: alone.map(([label = NaN]) => label), truth: valuesOf(expected)[0] ?? [] }, context);
  };
}

function misfit(expected: Value, result: Value): Finding | undefined {
  if (!isArrayValue(expected)) throw new Error('a law of classifiers needs a case whose expected labels are given');
  if (!isArrayValue(result)) return { id: 'wrong-kind', path: '', expected: 'a function', got: describeValue(result) };
  return firstOf(
    expected.map((labels, index) => (labels instanceof TensorValue ? structureOfTensor(labels, result[index], '') : undefined)),
  );
}

function firstOf(findings: readonly (Finding | undefined)[]): Finding | undefined {
  return findings.find((finding) => finding !== undefined);
}

function valuesOf(lists: Value): readonly Float64Array[] {
  return isArrayValue(lists) ? lists.flatMap((labels) => (labels instanceof TensorValue ? [labels.values] : [])) : [];
}
