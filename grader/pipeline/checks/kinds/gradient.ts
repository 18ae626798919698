import { z } from 'zod';
import type { CheckBase, GradientPlace, GradientVerdict, KindOf } from '../../types';
import * as chinese from '../../words/chinese';
import { at, plural, type Lines } from '../../words/english';
import { formatApart, formatError } from '../../words/formatNumber';
import { gradientCheck } from '../gradient';
import { tolerances } from '../tolerances';
import type { CheckOptions, CheckSpec } from './checkSpec';
import { defineCheck, type CheckKind } from './defineCheck';

/** Compares a returned gradient with central differences of the same submission's own loss. */
export interface GradientCheck extends CheckBase<'gradient'> {
  readonly lossField: string;
  readonly gradientField: string;
  /** Index of the argument that the gradient is taken with respect to. */
  readonly argument: number;
  /**
   * `data` differentiates at strength 0, and `regularization` the difference between strengths 1 and 0;
   * `strengthArgument` is the index of the strength.
   */
  readonly part: 'whole' | 'data' | 'regularization';
  readonly strengthArgument: number | undefined;
  /** Whether the loss has kinks; elements at one are detected and skipped. */
  readonly kinks: boolean;
}

type GradientFinding =
  | {
      readonly id: 'gradient-differs';
      readonly path: string;
      readonly numerical: number;
      readonly analytic: number;
      readonly at: GradientPlace;
      readonly relativeError: number;
      readonly part: GradientCheck['part'];
      readonly leftOut: number;
      readonly compared: number;
    }
  | {
      readonly id: 'gradient-passes';
      readonly relativeError: number;
      readonly verdict: GradientVerdict;
      readonly leftOut: number;
      readonly compared: number;
    }
  | { readonly id: 'gradient-undecided'; readonly leftOut: number; readonly total: number }
  | { readonly id: 'loss-changes' };

declare module '../../types/checkKinds' {
  interface CheckKinds {
    readonly gradient: KindOf<GradientCheck, GradientFinding>;
  }
}

export const gradientKind: CheckKind<GradientCheck, GradientFinding> = defineCheck({
  kind: 'gradient',
  schema: () =>
    z
      .object({
        lossField: z.string(),
        gradientField: z.string(),
        argument: z.number(),
        part: z.enum(['whole', 'data', 'regularization']),
        strengthArgument: z.number().optional(),
        kinks: z.boolean(),
      })
      // JSON omits undefined fields.
      .transform(({ strengthArgument, ...others }) => ({ ...others, strengthArgument })),
  ...gradientCheck,
  waitsFor: ({ lossField }, { isAccountedFor }) => (isAccountedFor(lossField) ? undefined : 'loss-first'),
  texts: {
    en: {
      name: ({ part, gradientField }) =>
        `${part === 'regularization' ? 'the regularization part of ' : ''}${gradientField} passes the gradient check`,
      findings: {
        'gradient-differs': gradientDiffers,
        'gradient-passes': ({ relativeError, verdict, leftOut, compared }) => [
          `relative error ${formatError(relativeError)}: ${verdict}`,
          ...elementsLeftOut(leftOut, compared),
        ],
        'gradient-undecided': ({ leftOut, total }) => [
          "the loss can't be differentiated numerically",
          `at ${leftOut} of ${plural(total, 'element')} it has a kink or a jump; the right loss has a few at most`,
          'does the loss round, compare, or draw random numbers where it should not?',
        ],
        'loss-changes': () => [
          'the loss behaves differently when it is differentiated',
          'its central differences do not match the loss that is returned on the cases',
          'does the loss depend on anything but its arguments, such as earlier calls?',
        ],
      },
    },
    zh: {
      name: ({ part, gradientField }) =>
        `${gradientField} ${part === 'regularization' ? '的正则化部分' : ''}通过梯度检验`,
      findings: {
        'gradient-differs': gradientDiffersInChinese,
        'gradient-passes': ({ relativeError, verdict, leftOut, compared }) => [
          `相对误差 ${formatError(relativeError)}：${chineseVerdicts[verdict]}`,
          ...elementsLeftOutInChinese(leftOut, compared),
        ],
        'gradient-undecided': ({ leftOut, total }) => [
          '无法对这个损失做数值微分',
          `${total} 个元素中有 ${leftOut} 个处，损失有折点或跳变；正确的损失最多只有少数几处如此`,
          '损失里是否有不该有的取整、比较或随机数？',
        ],
        'loss-changes': () => [
          '求导时，损失是另一个函数',
          '它的中心差分和它在各用例上返回的损失不符',
          '损失是否依赖参数以外的东西，例如之前的调用？',
        ],
      },
    },
  },
});

/**
 * In a spec: the returned `gradient` agrees with central differences of the returned `loss` with respect to argument
 * `of`.
 */
export function gradient({
  points,
  on,
  loss: lossField,
  gradient: gradientField,
  of,
  part = 'whole',
  strength,
  kinks = false,
  id = part === 'regularization' ? 'regularizationGradient' : 'gradient',
}: CheckOptions & {
  readonly loss: string;
  readonly gradient: string;
  readonly of: string;
  readonly part?: GradientCheck['part'];
  /** Argument that is the strength of a regularization; needed for the parts `data` and `regularization`. */
  readonly strength?: string;
  readonly kinks?: boolean;
}): CheckSpec<GradientCheck> {
  return {
    kind: 'gradient',
    id,
    points,
    on,
    resolve: ({ argument }) => {
      const strengthArgument = strength === undefined ? undefined : argument(strength);
      return { lossField, gradientField, argument: argument(of), part, strengthArgument, kinks };
    },
  };
}

type Differs = Extract<GradientFinding, { readonly id: 'gradient-differs' }>;

function gradientDiffers(found: Differs): Lines {
  const { path, relativeError } = found;
  const [numerical, analytic] = formatApart(found.numerical, found.analytic);
  const part = found.part === 'regularization' ? 'the regularization part of ' : '';
  const band = relativeError < tolerances.gradientSuspicious ? 'suspicious, probably a small mistake' : 'wrong';
  const total = found.compared + found.leftOut;
  const place = 'element' in found.at ? at(found.at.element, total) : ' along a random direction';
  return [
    `${part}${path} does not pass the gradient check`,
    `central differences of your own loss give ${numerical}, ${path} has ${analytic}${place}`,
    `relative error ${formatError(relativeError)}: ${band}; allowed ${formatError(tolerances.gradientAcceptable)}`,
    ...elementsLeftOut(found.leftOut, found.compared),
  ];
}

function elementsLeftOut(count: number, compared: number): readonly string[] {
  return count === 0 ? [] : [`${plural(count, 'element')} at a kink of the loss left out, ${compared} compared`];
}

const chineseVerdicts: Readonly<Record<GradientVerdict, string>> = {
  perfect: '完美',
  acceptable: '可以接受',
  suspicious: '可疑，可能有小错误',
  wrong: '错误',
};

function gradientDiffersInChinese(found: Differs): Lines {
  const { path, relativeError } = found;
  const [numerical, analytic] = formatApart(found.numerical, found.analytic);
  const part = found.part === 'regularization' ? '的正则化部分' : '';
  const band = chineseVerdicts[relativeError < tolerances.gradientSuspicious ? 'suspicious' : 'wrong'];
  const total = found.compared + found.leftOut;
  const place = 'element' in found.at ? chinese.at(found.at.element, total) : '沿一个随机方向，';
  return [
    `${path} ${part}未通过梯度检验`,
    `${place}对你自己的损失做中心差分得到 ${numerical}，${path} 给出 ${analytic}`,
    `相对误差 ${formatError(relativeError)}：${band}；允许 ${formatError(tolerances.gradientAcceptable)}`,
    ...elementsLeftOutInChinese(found.leftOut, found.compared),
  ];
}

function elementsLeftOutInChinese(count: number, compared: number): readonly string[] {
  return count === 0 ? [] : [`损失折点处的 ${count} 个元素没有参与比较，比较了 ${compared} 个`];
}
