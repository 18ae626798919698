import { listed, type Exported, type ExportInput } from '../format';
import { gapNotes, handedIn, maximumOf, pointsFor } from '../gradebook';
import { whoIs } from '../people';
import { asTextFormula, pointsText, refuseFormula, writeRows } from '../sheet';

/** Words by which Canvas takes a column for one of its own totals, and drops it. */
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
 * A gradebook in Canvas's form, made from the roster. The roster's ids are SIS ids: Canvas's own are left empty, since
 * a number there would be somebody's.
 */
export function makeGradebook(input: ExportInput): Exported {
  const { grades, hasRoster, options } = input;
  const given = handedIn(input);
  // Canvas would count it towards the total.
  const optional = new Set(
    grades.flatMap((grade) => grade.assignments.filter((one) => one.optional).map(({ id }) => id)),
  );
  const ids = given.ids.filter((id) => !optional.has(id) || options.columns.has(id));
  const titles = ids.map((id) => titleOf(id, input));
  // An empty field would erase there what someone entered by hand, so that whoever has no grade has no row.
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
      ...(gaps.length === 0
        ? []
        : [
            `${gaps.length} have an empty field, which erases there what was entered by hand; fill in the gradebook that Canvas exports with --into: ${listed(gaps.map(whoIs))}`,
          ]),
      ...(hasRoster
        ? []
        : [
            'there is no roster: submissions stand for SIS ids; better name the gradebook that Canvas exports with --into',
          ]),
      ...(left.length === 0
        ? []
        : [`optional, left out of Canvas's total: ${left.join(', ')}; name them with --assignment to have them`]),
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
