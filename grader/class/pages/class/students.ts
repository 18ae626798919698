import type { SubmissionResult } from '../../../pipeline/report';
import { en } from '../../../pipeline/report/texts';
import { html, type Html } from '../document/html';
import { table, type Column } from '../document/table';
import { studentLink } from './links';
import { short } from './statistics';

/** All students, a row each. Lean, since there may be thousands. */
export function studentsSection(results: readonly SubmissionResult[], names: ReadonlyMap<string, string>): Html {
  const ids = [...new Set(results.flatMap(({ assignments }) => assignments.map(({ id }) => id)))];
  const numeric = true;
  const columns: readonly Column[] = [
    { name: 'student' },
    ...(names.size === 0 ? [] : [{ name: 'name' }]),
    { name: 'total', numeric },
    { name: '%', numeric },
    ...ids.map((id) => ({ name: columnName(id), numeric })),
    { name: 'not passed' },
    { name: 'mistakes' },
  ];
  const rows = results.map((result) => row(result, ids, names));
  const maxima = ids.map(
    (id) =>
      `${id} ${results.flatMap(({ assignments }) => assignments.filter((one) => one.id === id))[0]?.maxScore ?? '–'}`,
  );
  return html`<h2 id="students">All students</h2>
    <p>Points: ${maxima.join(', ')}. A dash is not graded.</p>
    ${table({ id: 'students-table', caption: `${results.length} students; each name leads to the page that the student may see`, columns, rows, sortable: true, sortedBy: 0 })}`;
}

// `03-losses` is told from the others by its number alone; the paragraph above says the rest.
function columnName(id: string): string {
  return id.split('-')[0] ?? id;
}

function row(
  { submission, score, maxScore, assignments }: SubmissionResult,
  ids: readonly string[],
  names: ReadonlyMap<string, string>,
): Html {
  const points = ids.map((id) => {
    const one = assignments.find((assignment) => assignment.id === id);
    return html`<td class="n">${one === undefined || one.score === null ? '–' : one.score}</td>`;
  });
  const share = score === null || maxScore === 0 ? '–' : short((100 * score) / maxScore);
  return html`<tr>
    <th scope="row">${studentLink(submission)}</th>
    ${names.size > 0 && html`<td><bdi>${names.get(submission) ?? ''}</bdi></td>`}
    <td class="n">${score ?? '–'}</td>
    <td class="n">${share}${points}</td>
    <td>${notPassed(assignments)}</td>
    <td class="long">${mistakes(assignments)}</td>
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
