import type { Grade } from '../../roster';
import { infoOf, type ExportInput, type Format } from '../format';
import { gapNotes, gradeFor, handedIn, maximumOf, pointsFor, resultFor } from '../gradebook';
import { pointsText, refuseFormula, writeRows } from '../sheet';
import { feedbackFor } from './feedback';

/** Above it, Moodle refuses grades of an item that the import makes, and with them the whole file. */
const maxOfNewItem = 100;

/**
 * A table for Moodle's import of grades: `ID number,Email address` and for each assignment grade and feedback.
 *
 * One unknown row makes Moodle refuse all, so that only people with a grade are in it.
 */
export const moodle: Format = {
  name: 'moodle',
  of: 'class',
  write: (input) => {
    const { ids, notes } = handedIn(input);
    const titles = ids.map((id) => input.options.columns.get(id) ?? infoOf(input, id).title);
    const people = input.grades.filter(
      (grade) => grade.status !== 'unmatched' && ids.some((id) => pointsFor(grade, id, input) !== undefined),
    );
    const header = ['ID number', 'Email address', ...titles.flatMap((title) => [title, `${title} feedback`])];
    const rows = people.map((grade) => [
      refuseFormula(grade.student?.id ?? grade.submission ?? '', 'id'),
      refuseFormula(grade.student?.email ?? '', 'email'),
      ...ids.flatMap((id) => cells(input, grade, id)),
    ]);
    const large = ids.filter((id) => maximumOf(input, id) > maxOfNewItem);
    return {
      text: writeRows([header, ...rows]),
      notes: [
        ...notes,
        ...gapNotes(input, ids),
        ...(input.hasRoster
          ? []
          : ['there is no roster: submissions stand for ID numbers, and Moodle refuses all if it does not know one']),
        ...(large.length === 0
          ? []
          : [
              `${large.join(', ')} can give more than ${maxOfNewItem} points: map the column to an item that exists, not to a new one`,
            ]),
      ],
    };
  },
};

function cells(input: ExportInput, grade: Grade, id: string): readonly string[] {
  const points = pointsFor(grade, id, input);
  const own = gradeFor(grade, id);
  if (points === undefined || own === undefined) return ['', ''];
  return [pointsText(points), feedbackFor(resultFor(grade, id, input), own)];
}
