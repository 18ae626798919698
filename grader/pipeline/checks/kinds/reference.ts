import { z } from 'zod';
import type { CheckBase, KindOf, Translated } from '../../types';
import * as chinese from '../../words/chinese';
import { subject } from '../../words/english';
import { referenceCheck } from '../referenceCheck';
import type { CheckOptions, CheckSpec } from './checkSpec';
import { defineCheck, type CheckKind } from './defineCheck';

/** The result, or one field of it, equals the reference's on every case. */
export interface ReferenceCheck extends CheckBase<'reference'> {
  /** Undefined if the function returns the value itself. */
  readonly field: string | undefined;
  readonly comparison: Comparison;
  /** For a check on chosen cases: what its own id describes, in languages other than English. */
  readonly translations?: Translated<string> | undefined;
}

/**
 * How a result is compared with the reference.
 * `standard`: the bounds of the tolerance table. `relative`: |a−b| ≤ bound·|b|, for scalars that are small by nature.
 * `absolute`: |a−b| ≤ bound·scale, if a common correct approach loses more digits than a relative bound allows.
 * `upToConstant`: a case has several calls, and each call's value minus the first call's is compared.
 */
export type Comparison =
  | { readonly rule: 'standard' }
  | { readonly rule: 'upToConstant' }
  | { readonly rule: 'relative' | 'absolute'; readonly bound: number };

const comparisonSchema = z.discriminatedUnion('rule', [
  z.object({ rule: z.literal('standard') }),
  z.object({ rule: z.literal('upToConstant') }),
  z.object({ rule: z.enum(['relative', 'absolute']), bound: z.number() }),
]);

declare module '../../types/checkKinds' {
  interface CheckKinds {
    readonly reference: KindOf<ReferenceCheck>;
  }
}

export const referenceKind: CheckKind<ReferenceCheck> = defineCheck({
  kind: 'reference',
  schema: () =>
    z
      .object({
        field: z.string().optional(),
        comparison: comparisonSchema,
        translations: z.object({ zh: z.string() }).optional(),
      })
      // JSON omits undefined fields.
      .transform(({ field, ...others }) => ({ field, ...others })),
  ...referenceCheck,
  // Other checks depend on it.
  waitsFor: () => undefined,
  texts: {
    en: { name: (check) => `${subject(check.field ?? '')}${about(check)} matches the reference`, findings: {} },
    zh: {
      name: (check) => `${chinese.subject(check.field ?? '')}与参考答案一致${aboutInChinese(check)}`,
      findings: {},
    },
  },
});

/** In a spec: `field`, or the whole result if undefined, equals the reference's. */
export function reference(
  field: string | undefined,
  {
    points,
    on,
    id = field ?? 'result',
    comparison = { rule: 'standard' },
  }: CheckOptions & { readonly comparison?: Comparison },
): CheckSpec<ReferenceCheck> {
  return {
    kind: 'reference',
    id,
    points,
    on,
    resolve: ({ about: translations }) => ({ field, comparison, translations }),
  };
}

// A check on chosen cases has its own id, `adamStep.severalSteps` or `softmaxLoss.dWOfExtremeScores`, which describes
// the cases.
function ownId({ id, field = 'result' }: ReferenceCheck): string | undefined {
  const own = id.slice(id.indexOf('.') + 1);
  return own === field ? undefined : own;
}

function about(check: ReferenceCheck): string {
  const own = ownId(check);
  if (own === undefined) return '';
  const { field = 'result' } = check;
  const words = (text: string): string => text.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`).trim();
  return own.startsWith(field) ? ` ${words(own.slice(field.length))}` : ` (${words(own)})`;
}

function aboutInChinese(check: ReferenceCheck): string {
  const own = ownId(check);
  return own === undefined ? '' : `：${check.translations?.zh ?? own}`;
}
