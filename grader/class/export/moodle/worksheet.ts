import { listNote, type Exported, type ExportInput, type Format } from '../format';
import { gapNotes, gradeFor, handedIn, maximumOf, pointsFor, resultFor, scalerTo } from '../gradebook';
import { matchPeople } from '../people';
import { decimalSignOf, pointsText, readPoints, replaceCells, type Sheet, type SheetCell } from '../sheet';
import { feedbackFor, isGenerated } from './feedback';
import { readWorksheet, type WorksheetRow } from './readWorksheet';

/** Moodle's grading worksheet with grades and feedback filled in, and every other byte unchanged. */
export const moodleWorksheet: Format = {
  name: 'moodle-worksheet',
  of: 'class',
  write: (input) => {
    const { into } = input.options;
    if (into === undefined)
      throw new Error(
        'moodle-worksheet fills in the worksheet that Moodle exports (Assignment, Submissions, Download grading worksheet); name it with --into',
      );
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
    // Moodle would silently ignore such rows.
    if (row.isLocked) locked.push(who);
    else if (maximum !== undefined && scaled > maximum) tooMuch.push(who);
    else {
      const text = pointsText(scaled, sign);
      const before = row.grade.value.trim();
      if (before !== '' && readPoints(before) !== readPoints(text)) replaced.push(`${who} ${before} → ${text}`);
      values.set(row.grade, text);
      if (row.feedback === undefined) continue;
      if (row.feedback.value.trim() === '' || isGenerated(row.feedback.value))
        values.set(row.feedback, feedbackFor(resultFor(grade, id, input), own));
      else kept.push(who);
    }
  }
  return {
    text: replaceCells(sheet, values),
    notes: [
      ...notes,
      ...gapNotes(input, [id], unplaced),
      ...listNote('existing grades replaced', replaced),
      ...listNote('rows without a grade here, unchanged', empty.map(nameOf)),
      ...listNote('locked in Moodle, unchanged', locked),
      ...listNote('points above the maximum, unchanged', tooMuch),
      ...listNote('feedback by a person kept', kept),
      ...(rows.some(({ feedback }) => feedback !== undefined)
        ? []
        : ['no known column for feedback comments: only grades are filled in']),
    ],
  };
}

function nameOf({ name, identifier }: WorksheetRow): string {
  return name === '' ? identifier : name;
}

function onlyAssignment({ assignments }: ExportInput): string {
  const [only] = assignments;
  if (only !== undefined && assignments.length === 1) return only.id;
  throw new Error(
    `a worksheet is for one assignment; name it with --assignment, one of ${assignments.map(({ id }) => id).join(', ')}`,
  );
}
