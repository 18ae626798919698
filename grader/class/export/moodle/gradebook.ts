import type { Grade } from '../../roster';
import { infoOf, listNote, type ExportInput, type Format } from '../format';
import { gapNotes, gradeFor, handedIn, maximumOf, pointsFor, resultFor } from '../gradebook';
import { pointsText, refuseFormula, writeRows } from '../sheet';
import { feedbackFor } from './feedback';

/** Moodle refuses the whole file if a grade of a new item exceeds this. */
const maxOfNewItem = 100;

/**
 * A table for Moodle's import of grades: `ID number,Email address`, and grade and feedback of each assignment. It only
 * contains people with a grade, since Moodle refuses the whole file if one row is unknown.
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
          : ['no roster: names of submissions are used as ID numbers, and Moodle refuses the file if one is unknown']),
        ...listNote(`more than ${maxOfNewItem} points, map the column to an existing item, not to a new one`, large),
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
