import type { SubmissionResult } from '../../../pipeline/report';
import { en } from '../../../pipeline/report/texts';
import { plural } from '../../../pipeline/words/english';
import { indexBy, type Grade, type GradeBook } from '../../roster';
import { html, type Html } from '../document/html';
import { numeric, table } from '../document/table';
import type { Member } from '../members';
import { codeLink, studentLink, type CodeIndex } from './links';
import { short } from './statistics';

export interface StudentsOptions {
  /** Defined with a roster or a manual change. */
  readonly book: GradeBook | undefined;
  readonly code: CodeIndex;
}

/** One row per student, including those without a submission. Rows are small, since there may be thousands. */
export function studentsSection(people: readonly Member[], { book, code }: StudentsOptions): Html {
  const results = people.map(({ result }) => result);
  const ids = [...new Set(results.flatMap(({ assignments }) => assignments.map(({ id }) => id)))];
  const columns = [
    'student',
    ...(book === undefined ? [] : ['name']),
    ...(code.size === 0 ? [] : ['code']),
    ...numeric('total', ...(book === undefined ? [] : ['final']), '%', ...ids.map(columnName)),
    'not passed',
    'mistakes',
  ];
  // The members of each shared submission.
  const partners = indexBy(people, ({ isShared, result }) => (isShared ? [result.submission] : []));
  const rows = people.map((member) =>
    row(member, ids, { book, code, partners: partners.get(member.result.submission) ?? [] }),
  );
  const empty = (book?.grades ?? [])
    .filter(({ submission }) => submission === undefined)
    .map((grade) => emptyRow(grade, ids, code));
  const maxima = ids.map(
    (id) =>
      `${id} ${results.flatMap(({ assignments }) => assignments.filter((one) => one.id === id))[0]?.maxScore ?? '–'}`,
  );
  const isKnown = (book?.students.length ?? 0) > 0;
  const notKnown = !isKnown ? 0 : people.filter(({ grade }) => grade?.student === undefined).length;
  const counts = [
    plural(rows.length + empty.length - notKnown, 'student'),
    ...(notKnown === 0 ? [] : [`${plural(notKnown, 'submission')} with an uncertain author`]),
  ];
  return html`<h2 id="students">All students</h2>
    <p>
      Points: ${maxima.join(', ')}. A dash means not graded.
      ${book !== undefined && 'The total is from the checks; final includes overrides and lateness.'}
    </p>
    ${table({ id: 'students-table', caption: `${counts.join(', ')}; each name links to the student's page`, columns, rows: [...rows, ...empty], sortable: true, sortedBy: 0 })}`;
}

// The number of `03-losses` identifies it; the paragraph above the table has the full name.
function columnName(id: string): string {
  return id.split('-')[0] ?? id;
}

interface RowOptions extends StudentsOptions {
  readonly partners: readonly Member[];
}

function row(member: Member, ids: readonly string[], { book, code, partners }: RowOptions): Html {
  const { page, grade } = member;
  const { submission, score, maxScore, assignments } = member.result;
  const points = ids.map((id) => {
    const one = assignments.find((assignment) => assignment.id === id);
    return html`<td class="n">${one === undefined || one.score === null ? '–' : one.score}</td>`;
  });
  const share = score === null || maxScore === 0 ? '–' : short((100 * score) / maxScore);
  const others = partners.filter((one) => one !== member).map((one) => one.grade?.student?.name ?? '');
  return html`<tr ${searchable(grade)}>
    <th scope="row">${studentLink(page)}</th>
    ${book !== undefined && nameCell(grade, others)} ${code.size > 0 && html`<td>${codeLink(submission, code)}</td>`}
    <td class="n">${score ?? '–'}</td>
    ${book !== undefined && html`<td class="n">${finalOf(grade) ?? '–'}</td>`}
    <td class="n">${share}${points}</td>
    <td>${notPassed(assignments)}</td>
    <td class="long">${mistakes(assignments)}</td>
  </tr> `;
}

/** An unmatched submission has no final grade. */
function finalOf(grade: Grade | undefined): number | null {
  return grade === undefined || grade.status === 'unmatched' ? null : grade.final;
}

/** Additional search words: email, group, accounts. */
function searchable(grade: Grade | undefined): Html | undefined {
  const { email = '', group = '', accounts = [] } = grade?.student ?? {};
  const words = [email, group, ...accounts].filter((word) => word !== '').join(' ');
  return words === '' ? undefined : html` data-also="${words}"`;
}

function nameCell(grade: Grade | undefined, others: readonly string[]): Html {
  const more = others.length > 0 && html` <span class="quiet small">with <bdi>${others.join(', ')}</bdi></span>`;
  return html`<td><bdi>${grade?.student?.name ?? ''}</bdi>${more}</td>`;
}

/** The row of a student without a counted submission. */
function emptyRow(grade: Grade, ids: readonly string[], code: CodeIndex): Html {
  const { student, final, status, assignments } = grade;
  const isByHand = assignments.some(({ byHand }) => byHand === true);
  const dashes = [...Array<undefined>(1 + ids.length)].map(() => html`<td class="n">–</td>`);
  return html`<tr ${searchable(grade)}>
    <th scope="row"><bdi>${student?.id ?? ''}</bdi></th>
    ${nameCell(grade, [])} ${code.size > 0 && html`<td></td>`}
    <td class="n">–</td>
    <td class="n">${final ?? '–'}</td>
    ${dashes}
    <td>${isByHand ? 'graded by hand' : status}</td>
    <td class="long"></td>
  </tr> `;
}

/** `2 failed, 1 timeout, 9 todo`. */
function notPassed(assignments: SubmissionResult['assignments']): string {
  const counts = new Map<string, number>();
  const count = (word: string): unknown => counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const { status, exercises } of assignments) {
    if (status !== 'graded') count(en.assignmentStatus[status]);
    else for (const exercise of exercises) if (exercise.status !== 'passed') count(en.status[exercise.status]);
  }
  return [...counts].map(([word, number]) => `${number} ${word}`).join(', ');
}

function mistakes(assignments: SubmissionResult['assignments']): Html {
  const found = assignments.flatMap(({ exercises }) =>
    exercises.flatMap(({ name, mistake, carriedFrom }) =>
      mistake === null || carriedFrom !== null ? [] : [`${name}:${mistake}`],
    ),
  );
  return html`<span class="small">${found.join(', ')}</span>`;
}
