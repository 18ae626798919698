import type { SubmissionResult } from '../../../pipeline/report';
import { indexBy } from '../../roster';
import { html, type Html } from '../document/html';
import { numeric, table } from '../document/table';
import { studentLink } from './links';
import { median } from './statistics';

/** The duration of one student's exercise. */
export interface Slow {
  readonly submission: string;
  readonly where: string;
  readonly durationMs: number;
  /** The class median for the same exercise. */
  readonly usualMs: number;
}

/** The slowest exercises, slowest first. */
export function slowest(results: readonly SubmissionResult[], count: number): readonly Slow[] {
  const all = results.flatMap(({ submission, assignments }) =>
    assignments.flatMap(({ id, exercises }) =>
      exercises.map(({ name, durationMs }) => ({ submission, where: `${id} › ${name}`, durationMs })),
    ),
  );
  const byPlace = indexBy(all, ({ where }) => [where]);
  const usualIn = (where: string): number => median((byPlace.get(where) ?? []).map(({ durationMs }) => durationMs));
  return all
    .toSorted((a, b) => b.durationMs - a.durationMs)
    .slice(0, count)
    .map((one) => ({ ...one, usualMs: usualIn(one.where) }));
}

export function slowestSection(results: readonly SubmissionResult[]): Html {
  const rows = slowest(results, 8).map(
    ({ submission, where, durationMs, usualMs }) =>
      html`<tr>
        <th scope="row">${studentLink(submission)}</th>
        <td>${where}</td>
        <td class="n">${milliseconds(durationMs)}</td>
        <td class="n">${milliseconds(usualMs)}</td>
      </tr> `,
  );
  const columns = ['student', 'where', ...numeric('ms', 'median of the class, ms')];
  return html`<h2 id="slowest">Slowest</h2>
    ${table({ id: 'slowest-table', caption: 'Exercises that took longest to run', columns, rows })}`;
}

function milliseconds(value: number): string {
  return Math.round(value).toLocaleString('en');
}
