import { listNote, type Exported, type ExportInput } from '../format';
import { gapNotes, handedIn, maximumOf, pointsFor } from '../gradebook';
import { whoIs } from '../people';
import { asTextFormula, pointsText, refuseFormula, writeRows } from '../sheet';

/** Canvas takes columns with these words for its own totals, and drops them. */
const dropped = /(?:Current|Final) (?:Score|Points|Grade)|Override (?:Score|Grade|Status)/;
const reserved = [
  'Student',
  'LastName',
  'FirstName',
  'ID',
  'SIS User ID',
  'SIS Login ID',
  'Section',
  'Integration ID',
  'Root Account',
];

/**
 * Makes a gradebook in Canvas's format from the roster, with its ids as SIS ids. Canvas's own ids are left empty, since a
 * number there could be another student's.
 */
export function makeGradebook(input: ExportInput): Exported {
  const { grades, hasRoster, options } = input;
  const given = handedIn(input);
  // Canvas would add them to the total.
  const optional = new Set(
    grades.flatMap((grade) => grade.assignments.filter((one) => one.optional).map(({ id }) => id)),
  );
  const ids = given.ids.filter((id) => !optional.has(id) || options.columns.has(id));
  const titles = ids.map((id) => titleOf(id, input));
  // An empty field would erase a grade entered by hand, so students without a grade have no row.
  const people = grades
    .filter(({ status }) => status !== 'unmatched')
    .filter((grade) => ids.some((id) => pointsFor(grade, id, input) !== undefined));
  const gaps = people.filter((grade) => ids.some((id) => pointsFor(grade, id, input) === undefined));
  const rows = people.map((grade) => {
    const { student, submission = '' } = grade;
    const points = ids.map((id) => pointsFor(grade, id, input));
    return [
      asTextFormula(student?.name ?? submission),
      '',
      refuseFormula(student?.id ?? submission, 'id'),
      refuseFormula(student?.email ?? '', 'email'),
      '',
      ...points.map((one) => (one === undefined ? '' : pointsText(one))),
    ];
  });
  const header = ['Student', 'ID', 'SIS User ID', 'SIS Login ID', 'Section', ...titles];
  const possible = ['    Points Possible', '', '', '', '', ...ids.map((id) => pointsText(maximumOf(input, id)))];
  const left = [...optional].filter((id) => !ids.includes(id));
  return {
    text: writeRows([header, possible, ...rows]),
    notes: [
      ...given.notes,
      ...gapNotes(input, ids),
      ...listNote(
        `${gaps.length} with an empty field, which erases a grade entered by hand; to keep it, fill in Canvas's export with --into`,
        gaps.map(whoIs),
      ),
      ...(hasRoster
        ? []
        : ["no roster: names of submissions are used as SIS ids; better fill in Canvas's export with --into"]),
      ...listNote("optional, left out of Canvas's total unless named with --assignment", left),
    ],
  };
}

function titleOf(id: string, { options, assignments }: ExportInput): string {
  const given = options.columns.get(id);
  const title = given ?? assignments.find((one) => one.id === id)?.title ?? id;
  if (!dropped.test(title) && !reserved.includes(title)) return asTextFormula(title);
  if (given === undefined) return id;
  throw new Error(`Canvas takes a column ${title} for one of its own and drops it; give ${id} another title`);
}
