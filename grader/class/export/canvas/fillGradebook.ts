import { keyOf } from '../../roster';
import { infoOf, listNote, type AssignmentInfo, type Exported, type ExportInput } from '../format';
import { gapNotes, handedIn, maximumOf, pointsFor, scalerTo } from '../gradebook';
import { matchPeople } from '../people';
import { decimalSignOf, pointsText, readPoints, replaceCells, type Sheet, type SheetCell } from '../sheet';
import { readGradebook, type CanvasColumn, type CanvasGradebook } from './readGradebook';

/** Canvas's gradebook with points in the assignments' columns, and everything else unchanged. */
export function fillGradebook(input: ExportInput, sheet: Sheet): Exported {
  const gradebook = readGradebook(sheet);
  const given = handedIn(input);
  const { columns, notes } = chooseColumns(input, given.ids, gradebook, sheet.name);
  const { gradeOf, unplaced, empty } = matchPeople(gradebook.rows, input.grades);
  const sign = decimalSignOf(gradebook.pointsPossible.map(({ value }) => value));
  const values = new Map<SheetCell, string>();
  const kept: string[] = [];
  const replaced: string[] = [];
  for (const [id, column] of columns) {
    const possible = gradebook.pointsPossible[column.index]?.value ?? '';
    if (/read\s+only/i.test(possible))
      throw new Error(`${sheet.name}: the column ${column.title} is read only in Canvas; name another`);
    const toScale = scalerTo(readPoints(possible), maximumOf(input, id), input.options, column.title);
    for (const [row, grade] of gradeOf) {
      const cell = row.cells[column.index];
      const points = pointsFor(grade, id, input);
      if (cell === undefined || points === undefined) continue;
      // Excused, or not assigned to this student.
      if (/^(?:EX|N\/A)$/i.test(cell.value.trim())) kept.push(`${row.name} (${cell.value.trim()})`);
      else {
        const text = pointsText(toScale(points), sign);
        const before = cell.value.trim();
        if (before !== '' && readPoints(before) !== readPoints(text)) replaced.push(`${row.name} ${before} → ${text}`);
        values.set(cell, text);
      }
    }
  }
  return {
    text: replaceCells(sheet, values),
    notes: [
      ...given.notes,
      ...notes,
      ...gapNotes(input, [...columns.keys()], unplaced),
      ...listNote(
        'rows without a grade here, unchanged',
        empty.map(({ name }) => name),
      ),
      ...listNote('existing grades replaced', replaced),
      ...listNote('excused or not assigned, unchanged', kept),
    ],
  };
}

interface Chosen {
  readonly columns: ReadonlyMap<string, CanvasColumn>;
  readonly notes: readonly string[];
}

function chooseColumns(input: ExportInput, ids: readonly string[], { columns }: CanvasGradebook, name: string): Chosen {
  const chosen = new Map<string, CanvasColumn>();
  const missing: string[] = [];
  const { options } = input;
  for (const id of ids) {
    const given = options.columns.get(id);
    const found = columns.filter(({ title }) =>
      given === undefined ? isTitleOf(title, infoOf(input, id)) : title === given || withoutId(title) === given,
    );
    const [column] = found;
    if (column !== undefined && found.length === 1) chosen.set(id, column);
    else if (column !== undefined)
      throw new Error(`${name} has ${found.length} columns for ${id}: ${titles(found)}; ${advice(id)}`);
    else if (given !== undefined || options.isNamed)
      throw new Error(`${name} has no column ${given ?? id}; it has ${titles(columns)}; ${advice(id)}`);
    else missing.push(id);
  }
  if (chosen.size === 0)
    throw new Error(
      `${name} has no column for ${missing.join(' or ')}; it has ${titles(columns)}; ${advice(missing[0] ?? 'ID')}`,
    );
  const taken = [...chosen.values()].find((column, index, all) => all.indexOf(column) !== index);
  if (taken !== undefined)
    throw new Error(`${taken.title} can't be the column of two assignments; name one of them with --assignment`);
  return { columns: chosen, notes: listNote('no column, left out', missing) };
}

function isTitleOf(title: string, { id, title: ours }: AssignmentInfo): boolean {
  const key = keyOf(withoutId(title));
  return [id, ours, `${id} ${ours}`, `${id}: ${ours}`].some((candidate) => keyOf(candidate) === key);
}

/** Removes Canvas's id from a title such as `Losses (1234)`. */
function withoutId(title: string): string {
  return title.replace(/\s\(\d+\)$/, '');
}

function titles(columns: readonly CanvasColumn[]): string {
  return columns.map(({ title }) => title).join(', ');
}

function advice(id: string): string {
  return `name it with --column "${id}=Title"`;
}
