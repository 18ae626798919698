import { plural } from '../../../pipeline/words/english';
import type { SubmissionResult } from '../../../pipeline/report';
import { html, type Html } from '../document/html';
import { numeric, table } from '../document/table';
import { studentLink } from './links';

/** A known mistake and the students who made it. */
export interface MistakeFigures {
  readonly assignment: string;
  readonly exercise: string;
  readonly mistake: string;
  readonly students: readonly string[];
  /** Number of other exercises that it is carried into. */
  readonly carried: number;
}

/** Most frequent first. A carried mistake counts in the exercise where it originates. */
export function mistakeFigures(results: readonly SubmissionResult[]): readonly MistakeFigures[] {
  const found = new Map<
    string,
    { assignment: string; exercise: string; mistake: string; students: string[]; carried: number }
  >();
  const entry = (assignment: string, exercise: string, mistake: string) => {
    const key = `${assignment} ${exercise} ${mistake}`;
    const figures = found.get(key) ?? { assignment, exercise, mistake, students: [], carried: 0 };
    found.set(key, figures);
    return figures;
  };
  for (const { submission, assignments } of results) {
    for (const { id, exercises } of assignments) {
      for (const { name, mistake, carriedFrom } of exercises) {
        if (mistake === null) continue;
        if (carriedFrom === null) entry(id, name, mistake).students.push(submission);
        else entry(id, carriedFrom, mistake).carried += 1;
      }
    }
  }
  return [...found.values()]
    .filter(({ students }) => students.length > 0)
    .toSorted((a, b) => b.students.length - a.students.length);
}

const maxNamed = 6;

export function mistakesSection(results: readonly SubmissionResult[]): Html {
  const found = mistakeFigures(results);
  const heading = html`<h2 id="mistakes">Known mistakes</h2>`;
  if (found.length === 0)
    return html`${heading}
      <p>No known mistake was recognised.</p>`;
  const rows = found.map(
    ({ assignment, exercise, mistake, students, carried }) =>
      html`<tr>
        <th scope="row"><a href="#students" data-search="${`${exercise}:${mistake}`}">${mistake}</a></th>
        <td>${exercise}</td>
        <td>${assignment}</td>
        <td class="n">${students.length}</td>
        <td class="n">${carried}</td>
        <td class="long">${who(students)}</td>
      </tr> `,
  );
  const unknown = results.flatMap(({ assignments }) =>
    assignments.flatMap(({ exercises }) =>
      exercises.filter(({ status, mistake }) => status === 'failed' && mistake === null),
    ),
  ).length;
  const columns = ['mistake', 'exercise', 'assignment', ...numeric('students', 'carried into'), 'who'];
  return html`${heading}
    <p>
      ${plural(found.length, 'mistake was', 'different mistakes were')} recognised;
      ${plural(unknown, 'failed exercise shows', 'failed exercises show')} none of them. A mistake that is carried into
      another exercise counts where it originates.
    </p>
    ${table({ id: 'mistakes-table', caption: 'Recognised mistakes, most frequent first; each links to its students', columns, rows, sortable: true })}`;
}

function who(students: readonly string[]): Html {
  const named = students.slice(0, maxNamed).map((student, index) => html`${index > 0 && ', '}${studentLink(student)}`);
  const left = students.length - maxNamed;
  return html`${named}${left > 0 && ` and ${left} more`}`;
}
