import { z } from 'zod';
import { decodeJson, encodeJson, isRecordValue, type ValueRecord } from '../../../execution/values';
import type { CheckBase, CommonFinding, KindOf, Law, MistakeSign, Words } from '../../types';
import { formatApart } from '../../words/formatNumber';
import { checkLawParameters, lawNamed } from '../laws';
import { propertyCheck } from '../propertyCheck';
import type { CheckOptions, CheckSpec, SpecContext } from './checkSpec';
import { defineCheck, type CheckKind } from './defineCheck';

/** A law that any correct answer obeys. */
export interface PropertyCheck extends CheckBase<'property'> {
  readonly law: Law;
  readonly parameters: ValueRecord;
}

interface PropertyFinding {
  readonly id: 'law-broken';
  readonly law: Law;
  readonly parameters: ValueRecord;
  readonly expected: number;
  readonly got: number;
  readonly where: Words;
  /** What kept the numbers from being compared; they are NaN then. */
  readonly because?: CommonFinding;
}

declare module '../../types/checkKinds' {
  interface CheckKinds {
    readonly property: KindOf<PropertyCheck, PropertyFinding>;
  }
}

export const propertyKind: CheckKind<PropertyCheck, PropertyFinding> = defineCheck<PropertyCheck, PropertyFinding>({
  kind: 'property',
  schema: signSchema,
  write: writeSign,
  ...propertyCheck,
  // Without references, the laws themselves prove an exercise: each counts separately.
  waitsFor: (_check, { hasReferences, isProven }) => (hasReferences && !isProven ? 'reference-first' : undefined),
  texts: {
    en: {
      name: ({ law, parameters }) => law.says.en(parameters),
      findings: {
        'law-broken': ({ law, parameters, where, expected, got, because }, common) => {
          const [wanted, found] = formatApart(expected, got);
          const details =
            because === undefined ? `expected ${wanted}, got ${found}` : common(because).slice(1).join('; ');
          return [`breaks a law: ${law.says.en(parameters)}`, `${where.en}: ${details}`];
        },
      },
    },
    zh: {
      name: ({ law, parameters }) => law.says.zh(parameters),
      findings: {
        'law-broken': ({ law, parameters, where, expected, got, because }, common) => {
          const [wanted, found] = formatApart(expected, got);
          const details =
            because === undefined ? `应为 ${wanted}，实际为 ${found}` : common(because).slice(1).join('；');
          return [`违反规律：${law.says.zh(parameters)}`, `${where.zh}：${details}`];
        },
      },
    },
  },
});

/** In a spec: a law holds. */
export function obeys(
  { law, parameters }: MistakeSign,
  { points, on, id }: CheckOptions & { readonly id: string },
): CheckSpec<PropertyCheck> {
  const resolve = ({ argument }: SpecContext): Pick<PropertyCheck, 'law' | 'parameters'> => {
    if (typeof parameters.argument === 'string') argument(parameters.argument);
    return { law, parameters };
  };
  return { kind: 'property', id, points, on, resolve };
}

/** Reads a law and its parameters from `public.json`. */
export function signSchema(laws: readonly Law[]): z.ZodType<MistakeSign> {
  return z.object({ law: z.string(), parameters: z.unknown() }).transform((file, context) => {
    try {
      const law = lawNamed(laws, file.law);
      const parameters = decodeJson(file.parameters);
      if (!isRecordValue(parameters)) throw new Error(`the law ${law.name} has no parameters`);
      checkLawParameters(law, parameters);
      return { law, parameters };
    } catch (error) {
      context.addIssue({ code: 'custom', message: (error as Error).message });
      return z.NEVER;
    }
  });
}

export function writeSign({ law, parameters }: MistakeSign): object {
  return { law: law.name, parameters: encodeJson(parameters) };
}
