import type { Grade } from './gradesOf';

const maxRows = 50;

/** Whose grade changes from one way of judging to another, for a person to read before it counts. */
export function compareGrades(before: readonly Grade[], after: readonly Grade[]): readonly string[] {
  const old = new Map(before.map((grade) => [whoOf(grade), grade]));
  const changes = after.flatMap((grade) => {
    const from = old.get(whoOf(grade));
    // Where there is no grade before and after, only what a grade would be of has changed.
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

/** Lateness, or what a grade that was there waits for now. */
function reasonOf(before: Grade | undefined, { final, penalty, remarks }: Grade): string {
  if (final === null) {
    const news = remarks.filter((remark) => before?.remarks.includes(remark) !== true);
    return news.length === 0 ? '' : ` (${news.join('; ')})`;
  }
  return (before?.penalty ?? 0) === penalty ? '' : ` (for lateness ${before?.penalty ?? 0} → ${penalty})`;
}
