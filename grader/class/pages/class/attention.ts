import type { ExerciseJson, SubmissionResult } from '../../../pipeline/report';
import { en } from '../../../pipeline/report/texts';
import { html, type Html } from '../document/html';
import { table } from '../document/table';
import { statusMark } from '../student/status';
import { studentLink } from './links';

/** Something that a person should look at before the marks go out: in one assignment, all that ended alike. */
export interface Attention {
  readonly submission: string;
  /** Assignment, and exercises where it is about some. */
  readonly where: string;
  readonly status: ExerciseJson['status'] | 'unrecognised' | 'unreadable';
  readonly why: string;
}

/** The most urgent first: what is our fault, then what may be. */
const order: readonly Attention['status'][] = [
  'infrastructure',
  'unrecognised',
  'unreadable',
  'crashed',
  'timeout',
  'memory',
  'forbidden',
];

/** What to look at first, in the order of urgency, then of names. */
export function attentionOf(results: readonly SubmissionResult[]): readonly Attention[] {
  const found = results.flatMap(({ submission, assignments }) =>
    assignments.flatMap(({ id, status, message, exercises }): readonly Attention[] => {
      if (status === 'missing') return [];
      if (status !== 'graded') return [{ submission, where: id, status, why: firstLines(message, id) }];
      return order.flatMap((wanted) => {
        const found = exercises.filter((exercise) => exercise.status === wanted);
        const [first] = found;
        if (first === undefined || wanted === 'unrecognised' || wanted === 'unreadable') return [];
        const names = found.map(({ name }) => name).join(', ');
        return [{ submission, where: `${id} › ${names}`, status: wanted, why: firstLines(first.message, first.name) }];
      });
    }),
  );
  return found.toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

/** A message's claim and its first detail, without the name that stands beside it. */
function firstLines(message: string, name: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  return lines
    .slice(0, 2)
    .filter((line) => line !== '')
    .join('; ')
    .replace(`${name} › `, '');
}

/** So many are listed; the others are found in the table of all students. */
const maxListed = 60;

export function attentionSection(results: readonly SubmissionResult[]): Html {
  const found = attentionOf(results);
  const heading = html`<h2 id="attention">Needs a person first</h2>`;
  const taken = takenList(results);
  if (found.length === 0)
    return html`${heading}
      <p>Nothing: every submission could be read and ran to its end.</p>
      ${taken}`;
  const students = new Set(found.map(({ submission }) => submission)).size;
  const left = found.length - maxListed;
  const rows = found.slice(0, maxListed).map(
    ({ submission, where, status, why }) =>
      html`<tr>
        <th scope="row">${studentLink(submission)}</th>
        <td>${mark(status)}</td>
        <td>${where}</td>
        <td class="long">${why}</td>
      </tr> `,
  );
  return html`${heading}
    <p>
      ${counted(found)}: ${found.length} in all, of ${students} ${students === 1 ? 'student' : 'students'}. What could
      not be graded for a reason of ours has no score until it is graded again.
    </p>
    ${table({ id: 'attention-table', caption: `Not graded first, then unreadable files, crashes, time and memory limits, and forbidden calls${left > 0 ? `; ${left} more are in the table of all students` : ''}`, columns: ['student', 'what', 'where', 'why'].map((name) => ({ name })), rows })}
    ${taken}`;
}

/** Files that were graded though they are not quite what was asked for. */
function takenList(results: readonly SubmissionResult[]): Html | undefined {
  const remarks = results.flatMap(({ submission, assignments }) =>
    assignments.flatMap(({ remarks: own = [] }) => own.map((remark) => ({ submission, remark }))),
  );
  if (remarks.length === 0) return undefined;
  return html`<p>Graded, with a remark:</p>
    <ul>
      ${remarks.map(({ submission, remark }) => html`<li>${studentLink(submission)}: ${remark}</li>`)}
    </ul>`;
}

function mark(status: Attention['status']): Html {
  return status === 'unrecognised' || status === 'unreadable'
    ? statusMark('unreadable', en.assignmentStatus[status])
    : statusMark(status, en.status[status]);
}

function counted(found: readonly Attention[]): string {
  const counts = order.map((status) => [status, found.filter((one) => one.status === status).length] as const);
  return counts.flatMap(([status, count]) => (count === 0 ? [] : [`${count} ${words[status]}`])).join(', ');
}

const words: Readonly<Record<Attention['status'], string>> = {
  ...en.status,
  unrecognised: 'not recognised',
  unreadable: 'unreadable',
  timeout: 'out of time',
  memory: 'out of memory',
  forbidden: 'with forbidden calls',
};
