import { listed, type Exported, type ExportInput, type Format } from '../format';
import { gapNotes, gradeFor, handedIn, maximumOf, pointsFor, resultFor, scalerTo } from '../gradebook';
import { matchPeople } from '../people';
import { decimalSignOf, pointsText, readPoints, replaceCells, type Sheet, type SheetCell } from '../sheet';
import { feedbackFor, isOurs } from './feedback';
import { readWorksheet, type WorksheetRow } from './readWorksheet';

/** Moodle's grading worksheet with grades and feedback filled in, and every other byte as it was. */
export const moodleWorksheet: Format = {
  name: 'moodle-worksheet',
  of: 'class',
  write: (input) => {
    const { into } = input.options;
    if (into === undefined) {
      throw new Error(
        'moodle-worksheet fills in the worksheet that Moodle exports (Assignment, Submissions, Download grading worksheet); name it with --into',
      );
    }
    return fill(input, into);
  },
};

function fill(input: ExportInput, sheet: Sheet): Exported {
  const { notes } = handedIn(input);
  const id = onlyAssignment(input);
  const rows = readWorksheet(sheet, input.options.columns);
  const { gradeOf, unplaced, empty } = matchPeople(rows, input.grades);
  const sign = decimalSignOf(rows.flatMap(({ maximum, grade }) => [maximum, grade.value]));
  const values = new Map<SheetCell, string>();
  const locked: string[] = [];
  const tooMuch: string[] = [];
  const kept: string[] = [];
  const replaced: string[] = [];
  for (const [row, grade] of gradeOf) {
    const points = pointsFor(grade, id, input);
    const own = gradeFor(grade, id);
    if (points === undefined || own === undefined) continue;
    const maximum = readPoints(row.maximum);
    const scaled = scalerTo(maximum, maximumOf(input, id), input.options, `${sheet.name}: ${id}`)(points);
    const who = nameOf(row);
    // Moodle would leave such rows out without a word.
    if (row.isLocked) locked.push(who);
    else if (maximum !== undefined && scaled > maximum) tooMuch.push(who);
    else {
      const text = pointsText(scaled, sign);
      const before = row.grade.value.trim();
      if (before !== '' && readPoints(before) !== readPoints(text)) replaced.push(`${who} ${before} → ${text}`);
      values.set(row.grade, text);
      if (row.feedback === undefined) continue;
      if (row.feedback.value.trim() === '' || isOurs(row.feedback.value))
        values.set(row.feedback, feedbackFor(resultFor(grade, id, input), own));
      else kept.push(who);
    }
  }
  return {
    text: replaceCells(sheet, values),
    notes: [
      ...notes,
      ...gapNotes(input, [id], unplaced),
      ...note(replaced, 'grades that are there already become others'),
      ...note(empty.map(nameOf), 'no one who is graded here, left as it was'),
      ...note(locked, 'their grade can not be changed in Moodle, left as it was'),
      ...note(tooMuch, 'more points than the maximum, left as it was'),
      ...note(kept, 'feedback that is there already is kept'),
      ...(rows.some(({ feedback }) => feedback !== undefined)
        ? []
        : ['there is no column for feedback comments that we know: grades alone are filled in']),
    ],
  };
}

function nameOf({ name, identifier }: WorksheetRow): string {
  return name === '' ? identifier : name;
}

/** A worksheet is of one assignment. */
function onlyAssignment({ assignments }: ExportInput): string {
  const [only] = assignments;
  if (only !== undefined && assignments.length === 1) return only.id;
  throw new Error(
    `a worksheet is of one assignment of Moodle; name ours with --assignment, one of ${assignments.map(({ id }) => id).join(', ')}`,
  );
}

function note(names: readonly string[], what: string): readonly string[] {
  return names.length === 0 ? [] : [`${listed(names)}: ${what}`];
}
