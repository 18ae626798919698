import type { Exercise, Hints, Outcomes, RecognisedMistake } from '../../types';
import { allFinite, isEqual, publicNumbers, sameForm, type Numbers } from './publicNumbers';
import { quantitiesOf } from './quantitiesOf';
import { relationOf, type Relation, type Sample } from './relations';

/**
 * What a wrong result has to do with the right one, where one rule says it for each wrong field on every public case;
 * see Note [Relations].
 */
export function relatedValues(exercise: Exercise, outcomes: Outcomes): RecognisedMistake | undefined {
  const { cases, read } = publicNumbers(exercise);
  const [right, got] = [read(({ expected }) => expected), read(({ id }) => outcomes.get(id))];
  if (right === undefined || got === undefined || !sameForm(right, got)) return undefined;
  if (!allFinite(right) || !allFinite(got)) return undefined;
  const quantities = quantitiesOf(exercise, cases);
  const scales = cases.map(({ scale }) => scale ?? 0);
  const wrong = [...right.keys()].flatMap((field) => {
    const samples = samplesOf(field, { right, got, scales });
    if (samples.every((one) => isEqual(one.right, one.got, one.scale))) return [];
    return [{ field, relation: relationOf(samples, quantities) }];
  });
  const [first, ...others] = wrong;
  if (first?.relation === undefined || others.some(({ relation }) => relation === undefined)) return undefined;
  return named(first.field, first.relation, others.length);
}

function samplesOf(
  field: string,
  { right, got, scales }: { readonly right: Numbers; readonly got: Numbers; readonly scales: readonly number[] },
): readonly Sample[] {
  return (right.get(field) ?? []).flatMap((numbers, one) =>
    numbers.map((number, index) => {
      return { right: number, got: got.get(field)?.[one]?.[index] ?? NaN, one, scale: scales[one] ?? 0 };
    }),
  );
}

function named(field: string, { id, says }: Relation, others: number): RecognisedMistake {
  const what = { en: field === '' ? 'result' : `\`${field}\``, zh: field === '' ? '结果' : ` \`${field}\` ` };
  const hints: Hints = [
    `Put your ${what.en} and the expected one side by side, for several cases. Which rule leads from one to the other?`,
    'It is the same rule for every number of every case. Which step of the formula could make just that difference?',
    `In every case your ${what.en} is ${says.en}.${others > 0 ? ' Begin with this field.' : ''} Look for the step of the formula that is missing, done twice, or turned round.`,
  ];
  const zh: Hints = [
    `把几个用例中你的${what.zh}和期望值并排放在一起：怎样由一个得到另一个？`,
    '每个用例的每个数都符合同一条规则。公式中的哪一步会恰好造成这样的差别？',
    `在每个用例中，你的${what.zh}都是${says.zh}。${others > 0 ? '请先看这个字段。' : ''}请检查公式中漏掉、多做了一次或弄反了的那一步。`,
  ];
  return { id, hints, translations: { zh }, carriedFrom: undefined };
}
