import { keyOf, slipDaysIn, type Grade, type SlipDaysUsed } from '../roster';

/**
 * Who used more slip days in all than there are: batches that don't know of one another each count from the first day.
 *
 * @param allowed - slip days of a term, for whom the roster says nothing else
 */
export function slipDayNotes(batches: readonly (readonly Grade[])[], allowed: number): readonly string[] {
  const used = batches.reduce<SlipDaysUsed>((before, grades) => slipDaysIn(grades, before), new Map());
  const students = new Map(batches.flat().flatMap(({ student }) => (student ? [[keyOf(student.id), student]] : [])));
  return [...used].flatMap(([key, days]) => {
    const student = students.get(key);
    const own = student?.slipDays ?? allowed;
    return student === undefined || days <= own
      ? []
      : [
          `${student.id} used ${days} slip days in all and had ${own}; \`grader report OUT --after EARLIER…\` counts in each batch what those before it have used`,
        ];
  });
}
