import type { AssignmentJson, ExerciseJson, SubmissionResult } from '../../../pipeline/report';
import type { GradeBook } from '../../roster';
import { en } from '../../../pipeline/report/texts';
import { html, type Html } from '../document/html';
import { table } from '../document/table';
import { statusMark } from '../student/status';
import { placeLink, studentLink, type CodeIndex } from './links';
import { namesOf } from './people';

/** Something that a person should check before grades are published: all of an assignment with the same status. */
export interface Attention {
  /** undefined for a student with several submissions. */
  readonly submission: string | undefined;
  /** The student's name, if known. */
  readonly who: string;
  /** The assignment, and the exercises if some are concerned. */
  readonly where: string;
  readonly status: ExerciseJson['status'] | 'unrecognised' | 'unreadable' | 'undecided' | 'unmatched';
  readonly why: string;
  /** The position of a compile error. */
  readonly place?: AssignmentJson['place'];
}

/** Most urgent first: the grader's failures, then what may be one. */
const order: readonly Attention['status'][] = [
  'infrastructure',
  'unmatched',
  'undecided',
  'unrecognised',
  'unreadable',
  'crashed',
  'timeout',
  'memory',
  'forbidden',
];

/** What a person should check first, most urgent first. */
export function attentionOf(results: readonly SubmissionResult[], book?: GradeBook): readonly Attention[] {
  const names = namesOf(book);
  const found = results.flatMap(({ submission, assignments }) =>
    assignments.flatMap((assignment) =>
      attentionIn(assignment).map((one) => ({ ...one, submission, who: names.get(submission) ?? '' })),
    ),
  );
  const undecided = (book?.match.undecided ?? []).map(({ student: { id, name }, reason }) => ({
    submission: undefined,
    who: `${id}, ${name}`,
    where: 'all',
    status: 'undecided' as const,
    why: reason,
  }));
  const unmatched = unmatchedOf(book).map(({ submission, reason }) => ({
    submission,
    who: '',
    where: 'all',
    status: 'unmatched' as const,
    why: reason,
  }));
  return [...found, ...unmatched, ...undecided].toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));
}

/** Submissions of unknown students, without double submissions, which are listed as undecided. */
function unmatchedOf(book: GradeBook | undefined): GradeBook['match']['unmatched'] {
  const doubts = book?.match.undecided.map(({ reason }) => reason) ?? [];
  return book?.match.unmatched.filter(({ reason }) => !doubts.includes(reason)) ?? [];
}

function attentionIn(assignment: AssignmentJson): readonly Omit<Attention, 'submission' | 'who'>[] {
  const { id, status, message, place, exercises } = assignment;
  if (status === 'missing') return [];
  if (status !== 'graded') return [{ where: id, status, why: firstLines(message, id), place }];
  return order.flatMap((wanted) => {
    const found = exercises.filter((exercise) => exercise.status === wanted);
    const [first] = found;
    if (first === undefined) return [];
    const names = found.map(({ name }) => name).join(', ');
    return [{ where: `${id} › ${names}`, status: first.status, why: firstLines(first.message, first.name) }];
  });
}

/** A message's claim and first detail, without the exercise's name, which has its own column. */
function firstLines(message: string, name: string): string {
  const lines = message.split('\n').map((line) => line.trim());
  return lines
    .slice(0, 2)
    .filter((line) => line !== '')
    .join('; ')
    .replace(`${name} › `, '');
}

/** The table of all students contains the rest. */
const maxListed = 60;

export function attentionSection(
  results: readonly SubmissionResult[],
  book: GradeBook | undefined,
  code: CodeIndex,
): Html {
  const found = attentionOf(results, book);
  const heading = html`<h2 id="attention">Needs a person first</h2>`;
  const taken = remarkList(results);
  if (found.length === 0)
    return html`${heading}
      <p>Nothing: every submission was read and ran to completion.</p>
      ${taken}`;
  const count = new Set(found.map(({ submission, who }) => submission ?? who)).size;
  const left = found.length - maxListed;
  const rows = found.slice(0, maxListed).map(
    ({ submission, who, where, status, why, place }) =>
      html`<tr>
        <th scope="row">${submissionCell(submission, who)}</th>
        <td>${mark(status)}</td>
        <td>${where}</td>
        <td class="long">
          ${why}${place !== undefined && submission !== undefined && html`; ${placeLink(submission, place, code)}`}
        </td>
      </tr> `,
  );
  return html`${heading}
    <p>
      ${counted(found)}: ${found.length} in all, of ${count} ${count === 1 ? 'submission' : 'submissions'}. Work that
      could not be graded because of an error on our side has no score until it is graded again.
    </p>
    ${table({ id: 'attention-table', caption: `First what is not graded, then work whose author or validity is uncertain, unreadable files, crashes, time and memory limits, and forbidden calls${left > 0 ? `; ${left} more are in the table of all students` : ''}`, columns: ['who', 'what', 'where', 'why'].map((name) => ({ name })), rows })}
    ${taken}`;
}

/** Lists submissions that were graded although their files differ from the requested ones. */
function remarkList(results: readonly SubmissionResult[]): Html | undefined {
  const remarks = results.flatMap(({ submission, assignments }) =>
    assignments.flatMap(({ remarks: own = [] }) => own.map((remark) => ({ submission, remark }))),
  );
  if (remarks.length === 0) return undefined;
  return html`<p>Graded, with a remark:</p>
    <ul>
      ${remarks.map(({ submission, remark }) => html`<li>${studentLink(submission)}: ${remark}</li>`)}
    </ul>`;
}

function submissionCell(submission: string | undefined, who: string): Html {
  if (submission === undefined) return html`<bdi>${who}</bdi>`;
  return html`${studentLink(submission)}${who !== '' && html` <span class="quiet small"><bdi>${who}</bdi></span>`}`;
}

function mark(status: Attention['status']): Html {
  if (status === 'undecided' || status === 'unmatched') return statusMark('unreadable', status);
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
  undecided: 'undecided',
  unmatched: 'matching no one in the roster',
  unrecognised: 'not recognised',
  unreadable: 'unreadable',
  timeout: 'out of time',
  memory: 'out of memory',
  forbidden: 'with forbidden calls',
};
