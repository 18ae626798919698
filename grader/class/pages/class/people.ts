import { wholeAssignment, type GradeBook } from '../../roster';
import { plural } from '../../../pipeline/words/english';
import { html, type Html } from '../document/html';
import { table } from '../document/table';

/** The student's name for each submission; for a group, all names. */
export function namesOf(book: GradeBook | undefined): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  for (const { submission, student } of book?.grades ?? []) {
    if (submission === undefined || student === undefined) continue;
    const before = names.get(submission);
    names.set(submission, before === undefined ? student.name : `${before}, ${student.name}`);
  }
  return names;
}

/** Double submissions, overrides to review, changed grades and absent students. */
export function peopleSection({ grades, match, staleOverrides }: GradeBook): Html {
  const stale = staleOverrides.map(({ override: { id, exercise, points, reason }, assignment, because }) =>
    row(
      id,
      'review',
      `${points} points for ${exercise} (${reason}): ${because === 'checks' ? `the checks of ${assignment} have changed` : 'the work was handed in again'} since`,
    ),
  );
  const adjusted = grades.flatMap((grade) => {
    const { submission, student, assignments, override, penalty, final } = grade;
    if (submission === undefined || ((override ?? 0) === 0 && (penalty ?? 0) === 0)) return [];
    const late = assignments.flatMap(({ id, daysLate, penalty: lost }) =>
      daysLate > 0 ? [`${id} ${daysLate} ${daysLate === 1 ? 'day' : 'days'} late, −${lost ?? 0}`] : [],
    );
    const decided = assignments.flatMap(({ overrides }) =>
      overrides.map(({ exercise, points, reason, by }) =>
        exercise === wholeAssignment
          ? `${points} beside the checks by ${by}: ${reason}`
          : `${exercise} ${points} by ${by}: ${reason}`,
      ),
    );
    return [row(student?.id ?? submission, `final ${final ?? '–'}`, [...late, ...decided].join('; '))];
  });
  const waiting = grades.flatMap(({ submission, student, assignments }) => {
    const open = assignments.flatMap(({ id, final, rubric = [] }) => {
      const names = rubric.flatMap(({ criterion, points }) => (points === null ? [criterion] : []));
      return submission === undefined || final !== null || names.length === 0 ? [] : [`${id}: ${names.join(', ')}`];
    });
    return open.length === 0 ? [] : [row(student?.id ?? submission ?? '', 'waits for points', open.join('; '))];
  });
  const undecided = match.undecided.map(({ student: { id, name }, reason }) =>
    row(id, 'undecided', `${name}: ${reason}`),
  );
  const absent = match.absent.map(({ id, name }) => row(id, 'absent', name));
  const rows = [...undecided, ...stale, ...waiting, ...adjusted, ...absent];
  const counts = [
    `${plural(adjusted.length, 'grade')} changed by lateness or by a person`,
    ...(waiting.length === 0 ? [] : [`${plural(waiting.length, 'grade')} waiting for points given by hand`]),
    ...(undecided.length === 0 ? [] : [`${plural(undecided.length, 'student')} with more than one submission`]),
    `${plural(absent.length, 'student')} without a submission`,
  ];
  return html`<h2 id="people">People</h2>
    <p>${counts.join(', ')}.</p>
    ${
      rows.length > 0 &&
      table({
        id: 'people-table',
        caption: 'First double submissions, then overrides to review, changed grades, and absent students',
        columns: ['who', 'what', 'why'],
        rows,
      })
    }`;
}

function row(who: string, what: string, why: string): Html {
  return html`<tr>
    <th scope="row"><bdi>${who}</bdi></th>
    <td>${what}</td>
    <td class="long">${why}</td>
  </tr> `;
}
