import type { AssignmentJson, SubmissionResult } from '../../../pipeline/report';
import { indexBy } from '../../roster';
import { html, type Html } from '../document/html';
import { numeric, table } from '../document/table';
import { studentLink } from './links';
import { percent } from './statistics';

/** A check that students with full marks in all other exercises fail: the check may be wrong. */
export interface DoubtfulItem {
  readonly assignment: string;
  readonly exercise: string;
  readonly check: string;
  /** Number of students with full marks in all other exercises of the assignment. */
  readonly strong: number;
  /** The strong students who fail it. */
  readonly failing: readonly string[];
  /** Pass rates of the better and the weaker half of the class, by their points in the other exercises. */
  readonly better: PassRate;
  readonly weaker: PassRate;
}

interface PassRate {
  readonly passed: number;
  readonly of: number;
}

interface Item {
  readonly assignment: string;
  readonly exercise: string;
  readonly check: string;
  readonly attempts: Attempt[];
}

interface Attempt {
  readonly submission: string;
  readonly passed: boolean;
  readonly failed: boolean;
  /** Points of the other exercises, and their maximum. */
  readonly rest: number;
  readonly restMaximum: number;
}

/** Sorted by the share of strong students who fail, largest first. */
export function doubtfulItems(results: readonly SubmissionResult[]): readonly DoubtfulItem[] {
  const items = new Map<string, Item>();
  for (const { submission, assignments } of results) {
    for (const assignment of assignments) if (assignment.status === 'graded') collect(submission, assignment, items);
  }
  return [...items.values()]
    .map(({ attempts, ...item }) => ({ ...item, ...judge(attempts) }))
    .filter(({ failing }) => failing.length > 0)
    .toSorted((a, b) => b.failing.length / b.strong - a.failing.length / a.strong || b.strong - a.strong);
}

function collect(submission: string, { id, exercises }: AssignmentJson, items: Map<string, Item>): void {
  // Students that we failed to grade have no other scores to compare with.
  if (exercises.some(({ score }) => score === null)) return;
  const total = exercises.reduce((sum, { score }) => sum + (score ?? 0), 0);
  const maximum = exercises.reduce((sum, { maxScore }) => sum + maxScore, 0);
  for (const { name, checks, score, maxScore } of exercises) {
    for (const { id: check, status } of checks) {
      const item = items.get(`${id} ${check}`) ?? { assignment: id, exercise: name, check, attempts: [] };
      items.set(`${id} ${check}`, item);
      const attempt = { submission, passed: status === 'passed', failed: status === 'failed' };
      item.attempts.push({ ...attempt, rest: total - (score ?? 0), restMaximum: maximum - maxScore });
    }
  }
}

function judge(attempts: readonly Attempt[]): Pick<DoubtfulItem, 'strong' | 'failing' | 'better' | 'weaker'> {
  const strong = attempts.filter(({ rest, restMaximum }) => restMaximum > 0 && rest >= restMaximum);
  const ranked = attempts.toSorted((a, b) => b.rest - a.rest);
  const half = ranked.length >> 1;
  const rate = (some: readonly Attempt[]): PassRate => ({
    passed: some.filter(({ passed }) => passed).length,
    of: some.length,
  });
  return {
    strong: strong.length,
    failing: strong.filter(({ failed }) => failed).map(({ submission }) => submission),
    better: rate(ranked.slice(0, half)),
    weaker: rate(ranked.slice(ranked.length - half)),
  };
}

const maxListed = 12;

/** One row per exercise, with its most doubtful check: its other checks usually fail for the same reason. */
export function itemsSection(results: readonly SubmissionResult[]): Html {
  const byExercise = indexBy(doubtfulItems(results), ({ assignment, exercise }) => [`${assignment} ${exercise}`]);
  const heading = html`<h2 id="items">Items that strong students fail</h2>`;
  const what =
    'A check that students with full marks in all other exercises of its assignment fail may itself be wrong or unclear.';
  if (byExercise.size === 0)
    return html`${heading}
      <p>None. ${what}</p>`;
  const rows = [...byExercise.values()].slice(0, maxListed).map(row);
  const numbers = numeric('strong who fail', 'better half', 'weaker half');
  const columns = ['exercise', 'assignment', ...numbers, 'checks', 'who'];
  const left = byExercise.size - maxListed;
  const caption =
    'How many students with full marks elsewhere fail the first check, and how many of each half of the class pass it' +
    (left > 0 ? `; ${left} milder exercises are not shown` : '');
  return html`${heading}
    <p>${what}</p>
    ${table({ id: 'items-table', caption, columns, rows })}`;
}

function row(items: readonly DoubtfulItem[]): Html {
  const [first] = items;
  if (first === undefined) return html``;
  const { assignment, exercise, strong, failing, better, weaker } = first;
  const checks = items.map(({ check }) => check.slice(check.indexOf('.') + 1)).join(', ');
  const who = failing.slice(0, 3).map((student, index) => html`${index > 0 && ', '}${studentLink(student)}`);
  return html`<tr>
    <th scope="row">${exercise}</th>
    <td>${assignment}</td>
    <td class="n">${failing.length} of ${strong}</td>
    <td class="n">${percent(better.passed, better.of)}</td>
    <td class="n">${percent(weaker.passed, weaker.of)}</td>
    <td class="long">${checks}</td>
    <td>${who}${failing.length > 3 && ', …'}</td>
  </tr> `;
}
