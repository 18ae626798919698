import { en } from '../../../pipeline/report/texts';
import type { SubmissionResult } from '../../../pipeline/report';
import type { GradeBook } from '../../roster';
import { html, type Html } from '../document/html';
import { table } from '../document/table';
import { statusMark } from '../student/status';
import { attentionOf, urgency, type Attention } from './attention';
import { placeLink, studentLink, type CodeIndex } from './links';

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
      In ${count} ${count === 1 ? 'submission' : 'submissions'}:
      ${counted(found)}.${found.some(({ status }) => status === 'infrastructure') && html` ${ofOurs}`}
    </p>
    ${table({ id: 'attention-table', caption: `First what is not graded, then work whose author or validity is uncertain, unreadable files, crashes, time and memory limits, and forbidden calls${left > 0 ? `; ${left} more are in the table of all students` : ''}`, columns: ['who', 'what', 'where', 'why'], rows })}
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
  const counts = urgency.map((status) => [status, found.filter((one) => one.status === status).length] as const);
  return counts.flatMap(([status, count]) => (count === 0 ? [] : [`${count} ${words[status]}`])).join(', ');
}

const ofOurs = 'Work that could not be graded because of an error on our side has no score until it is graded again.';

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
