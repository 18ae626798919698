import { z } from 'zod';
import { isArrayValue, valueAt, type ValueRecord } from '../../execution/values';
import { defineLaw, differingField, theResult, type LawContext } from '../../pipeline/checks/laws';

/**
 * The best so far starts with a score of `start` and a placeholder instead of a candidate, which is returned if no
 * candidate scores more: `undefined`, 0, an empty string or anything else. `candidates` maps each field of a choice to
 * the argument that lists its values.
 */
export const placeholderIsBest = defineLaw({
  name: 'placeholderIsBest',
  parameters: z.strictObject({ score: z.string(), start: z.number(), candidates: z.record(z.string(), z.string()) }),
  says: { en: () => 'a placeholder wins where no candidate is better', zh: () => '没有候选更好时，占位值获胜' },
  violation: (context) => (placeholderWins([context]) ? undefined : { where: theResult, expected: NaN, got: NaN }),
  throughout: placeholderWins,
});

interface Parameters {
  readonly score: string;
  readonly start: number;
  readonly candidates: Readonly<Record<string, string>>;
}

function placeholderWins(contexts: readonly LawContext<ValueRecord>[]): boolean {
  const { score, start, candidates } = (contexts[0]?.parameters ?? {}) as unknown as Parameters;
  const isBeaten = ({ expected }: LawContext<ValueRecord>): boolean => Number(valueAt(expected, [score])) > start;
  const isRight = ({ expected, result, scale }: LawContext<ValueRecord>): boolean =>
    differingField(expected, result, [], scale) === undefined;
  const isCandidate = ({ inputs, result }: LawContext<ValueRecord>): boolean =>
    Object.entries(candidates).every(([field, list]) => {
      const listed = valueAt(inputs, [list]);
      return isArrayValue(listed) && listed.includes(valueAt(result, [field]));
    });
  const others = contexts.filter((context) => !isBeaten(context));
  return (
    others.length > 0 &&
    contexts.filter(isBeaten).every(isRight) &&
    others.every((context) => valueAt(context.result, [score]) === start && !isCandidate(context))
  );
}
