import type { Grade } from './gradesOf';

const maxRows = 50;

/** Lists the grades that differ, for a person to review before the new ones count. */
export function compareGrades(before: readonly Grade[], after: readonly Grade[]): readonly string[] {
  const old = new Map(before.map((grade) => [whoOf(grade), grade]));
  const changes = after.flatMap((grade) => {
    const from = old.get(whoOf(grade));
    // If there is no grade before and after, a changed maximum is no change.
    const isSame = from?.final === grade.final && (from.max === grade.max || grade.final === null);
    return isSame ? [] : [`  ${whoOf(grade)}: ${finalOf(from)} → ${finalOf(grade)}${reasonOf(from, grade)}`];
  });
  if (changes.length === 0) return [`no grades change (${after.length} compared)`];
  const more = changes.length > maxRows ? [`  … and ${changes.length - maxRows} more`] : [];
  return [
    `${changes.length} of ${after.length} grades ${changes.length === 1 ? 'changes' : 'change'}:`,
    ...changes.slice(0, maxRows),
    ...more,
  ];
}

function whoOf({ student, submission }: Grade): string {
  return student?.id ?? submission ?? '';
}

function finalOf(grade: Grade | undefined): string {
  return grade === undefined ? 'none' : `${grade.final ?? 'no grade'} of ${grade.max}`;
}

/** The change of the late penalty, or the new remarks if the grade is gone. */
function reasonOf(before: Grade | undefined, { final, penalty, remarks }: Grade): string {
  if (final === null) {
    const added = remarks.filter((remark) => before?.remarks.includes(remark) !== true);
    return added.length === 0 ? '' : ` (${added.join('; ')})`;
  }
  return (before?.penalty ?? 0) === penalty ? '' : ` (late penalty ${before?.penalty ?? 0} → ${penalty})`;
}
