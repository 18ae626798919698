import { z } from 'zod';
import type { CheckBase, KindOf, Translated } from '../../types';
import * as chinese from '../../words/chinese';
import { subject } from '../../words/english';
import { referenceCheck } from '../referenceCheck';
import type { CheckOptions, CheckSpec } from './checkSpec';
import { defineCheck, type CheckKind } from './defineCheck';

/** The result, or one field of it, equals the reference's on every case. */
export interface ReferenceCheck extends CheckBase<'reference'> {
  /** Undefined where the function returns the thing itself. */
  readonly field: string | undefined;
  readonly comparison: Comparison;
  /** For a check on chosen cases: what its own id says that it is about, in languages other than English. */
  readonly translations?: Translated<string> | undefined;
}

/**
 * How a result is held against the reference.
 * `standard`: the bounds of the tolerance table. `relative`: |a−b| ≤ bound·|b|, for scalars that are small by nature.
 * `absolute`: |a−b| ≤ bound·scale, where a usual right way loses digits that no relative bound could spare.
 * `upToConstant`: a case has several calls, and what is compared is each call's value less the first call's.
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
      // JSON leaves out what is undefined.
      .transform(({ field, ...others }) => ({ field, ...others })),
  ...referenceCheck,
  // It is what others wait for.
  waitsFor: () => undefined,
  texts: {
    en: { name: (check) => `${subject(check.field ?? '')}${about(check)} matches the reference`, findings: {} },
    zh: {
      name: (check) => `${chinese.subject(check.field ?? '')}与参考答案一致${aboutInChinese(check)}`,
      findings: {},
    },
  },
});

/** In a spec: `field` (or the whole result where undefined) equals the reference's. */
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

// A check on chosen cases has an id of its own, `adamStep.severalSteps` or `softmaxLoss.dWOfExtremeScores`, which says
// what they are about.
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
