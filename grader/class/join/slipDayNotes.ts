import { keyOf, slipDaysIn, type Grade, type SlipDaysUsed } from '../roster';

/**
 * Warns about students who used too many slip days: batches that are not linked each grant all of them.
 *
 * @param allowed - slip days of a term, for students without their own number in the roster
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
          `${student.id} used ${days} slip days of ${own}; \`grader report OUT --after EARLIER…\` makes a batch count the slip days used in earlier ones`,
        ];
  });
}
