import { z } from 'zod';
import { formatNumber } from '../../pipeline/words/formatNumber';
import type { CommonFinding } from '../../pipeline/types';
import { isArrayValue, TensorValue, type Value } from '../../execution/values';
import { structureOfTensor, describeValue } from '../../pipeline/checks';
import { defineLaw, theResult, type LawContext, type Violation } from '../../pipeline/checks/laws';

/**
 * Labels from a classifier: of many images at once, and of the first of them one by one. Cases call returned
 * classifiers this way by `apply`, and their `expected` are the true labels, in the same form.
 */
interface Predictions {
  readonly together: ArrayLike<number>;
  readonly alone: readonly number[];
  readonly truth: ArrayLike<number>;
}

/** At least `share` of the images, classified together, get their label, or their label plus `offset`. */
export const classifiesAtLeast = defineLaw({
  name: 'classifiesAtLeast',
  parameters: z.strictObject({ share: z.number(), offset: z.int().optional() }),
  says: {
    en: ({ share }) => `at least ${formatNumber(100 * share)} % of the images are classified right`,
    zh: ({ share }) => `至少 ${formatNumber(100 * share)}% 的图像分类正确`,
  },
  violation: (context) => {
    const { share, offset = 0 } = context.parameters;
    return judged(context, ({ together, truth }) => tooFewRight(together, truth, share, offset));
  },
});

/**
 * An image's label does not depend on its batch; since a constant satisfies that, at least `share` must be right too.
 */
export const classifiesAlone = defineLaw({
  name: 'classifiesAlone',
  parameters: z.strictObject({ share: z.number() }),
  says: {
    en: ({ share }) =>
      `at least ${formatNumber(100 * share)} % are classified right, and each image the same alone as among others`,
    zh: ({ share }) =>
      `至少 ${formatNumber(100 * share)}% 分类正确，而且每张图像无论单独分类还是和其他图像一起分类，结果都相同`,
  },
  violation: (context) =>
    judged(context, ({ together, alone, truth }) => {
      const tooFew = tooFewRight(together, truth, context.parameters.share, 0);
      const place = alone.findIndex((label, index) => label !== together[index]);
      if (tooFew !== undefined || place === -1) return tooFew;
      const where = { en: `image ${place + 1}, classified alone`, zh: `单独分类的第 ${place + 1} 张图像` };
      return { where, expected: together[place] ?? NaN, got: alone[place] ?? NaN };
    }),
});

/** All images get the same label: the signature of a mistake. */
export const classifiesAlike = defineLaw({
  name: 'classifiesAlike',
  says: { en: () => 'all images are assigned to the same class', zh: () => '所有图像都被归为同一类' },
  violation: (context) =>
    judged(context, ({ together }) => {
      const labels = new Set(Array.from(together)).size;
      return labels === 1
        ? undefined
        : { where: { en: 'different labels', zh: '预测标签的种类数' }, expected: 1, got: labels };
    }),
});

function tooFewRight(
  labels: ArrayLike<number>,
  truth: ArrayLike<number>,
  share: number,
  offset: number,
): Violation | undefined {
  const right = Array.from(truth).filter((label, image) => labels[image] === label + offset).length;
  if (right >= share * truth.length) return undefined;
  // To one decimal, rounded down, so a value below the limit doesn't look like the limit.
  return {
    where: { en: 'percentage of the images', zh: '分类正确的图像（百分之）' },
    expected: 100 * share,
    got: Math.floor((1000 * right) / truth.length) / 10,
  };
}

function judged(
  { result, expected }: Pick<LawContext, 'result' | 'expected'>,
  judge: (predictions: Predictions) => Violation | undefined,
): Violation | undefined {
  const because = misfit(expected, result);
  if (because !== undefined) return { where: theResult, expected: NaN, got: NaN, because };
  const [together = [], ...alone] = valuesOf(result);
  return judge({ together, alone: alone.map(([label = NaN]) => label), truth: valuesOf(expected)[0] ?? [] });
}

function misfit(expected: Value, result: Value): CommonFinding | undefined {
  if (!isArrayValue(expected)) throw new Error('a law of classifiers needs a case whose expected labels are given');
  if (!isArrayValue(result)) return { id: 'wrong-kind', path: '', expected: 'a function', got: describeValue(result) };
  return firstOf(
    expected.map((labels, index) =>
      labels instanceof TensorValue ? structureOfTensor(labels, result[index], '') : undefined,
    ),
  );
}

function firstOf(findings: readonly (CommonFinding | undefined)[]): CommonFinding | undefined {
  return findings.find((finding) => finding !== undefined);
}

function valuesOf(lists: Value): readonly Float64Array[] {
  return isArrayValue(lists) ? lists.flatMap((labels) => (labels instanceof TensorValue ? [labels.values] : [])) : [];
}
