import type { CheckBase, KindOf } from '../../types';
import { casesOf, failed, passed, skipped } from '../checkKind';
import { returnedValues } from '../returnedValues';
import type { CheckOptions, CheckSpec } from './checkSpec';
import { defineCheck, type CheckKind } from './defineCheck';

/**
 * The number of kernels, and of numbers read out of tensors, does not grow with the data. `cases` are pairs: a small
 * one, and a larger one that must not need more.
 */
export type KernelsCheck = CheckBase<'kernels'>;

type KernelsFinding = { readonly id: 'kernels-grow'; readonly small: number; readonly large: number };

declare module '../../types/checkKinds' {
  interface CheckKinds {
    readonly kernels: KindOf<KernelsCheck, KernelsFinding>;
  }
}

export const kernelsKind: CheckKind<KernelsCheck, KernelsFinding> = defineCheck({
  kind: 'kernels',
  judge(check, exercise, outcomes) {
    const cases = casesOf(check, exercise);
    const fewest: { kernels?: number } = {};
    for (const one of cases) {
      const returned = returnedValues(outcomes.get(one.id));
      if (returned.values === undefined) return failed(check, returned.finding, one);
      const { kernels: ran } = returned.observed;
      // Cases come smallest first.
      fewest.kernels ??= ran;
      if (ran > fewest.kernels) return failed(check, { id: 'kernels-grow', small: fewest.kernels, large: ran }, one);
    }
    return cases.length < 2 ? skipped(check, 'no-cases') : passed(check);
  },
  texts: {
    en: {
      name: () => 'it works on whole tensors, without a loop over the data',
      findings: {
        'kernels-grow': ({ small, large }) => [
          'takes more tensor operations, or reads more numbers out of tensors, for more data',
          `${small} on the small case, ${large} on the large one: replace the loop over rows by operations on whole tensors`,
        ],
      },
    },
    zh: {
      name: () => '对整个张量运算，不逐行循环',
      findings: {
        'kernels-grow': ({ small, large }) => [
          '数据越多，张量运算或从张量里读出的数就越多',
          `小用例共 ${small} 次，大用例共 ${large} 次：请把逐行的循环换成对整个张量的运算`,
        ],
      },
    },
  },
});

/** In a spec: no more kernels run on the second case family of `on` than on the first, which is smaller. */
export function isVectorized({
  points,
  id = 'kernels',
  on,
}: CheckOptions & { readonly on: readonly [small: string, large: string] }): CheckSpec<KernelsCheck> {
  return { kind: 'kernels', id, points, on, resolve: () => ({}) };
}
