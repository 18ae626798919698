import type { SubmissionResult } from '../../../pipeline/report';
import { html, type Html } from '../document/html';
import { numeric, table } from '../document/table';
import { mean, percent, short } from './statistics';

/** Statistics of one exercise, over students who submitted it and whose exercise was graded. */
export interface ExerciseFigures {
  readonly assignment: string;
  readonly exercise: string;
  readonly graded: number;
  readonly passed: number;
  readonly toDo: number;
  readonly meanScore: number;
  readonly maxScore: number;
}

/** The statistics of each exercise, in the order of the course. */
export function exerciseFigures(results: readonly SubmissionResult[]): readonly ExerciseFigures[] {
  const collected = new Map<
    string,
    { assignment: string; exercise: string; maxScore: number; scores: number[]; passed: number; toDo: number }
  >();
  for (const { assignments } of results) {
    for (const { id, status, exercises } of assignments) {
      for (const { name, status: state, score, maxScore } of exercises) {
        const key = `${id} ${name}`;
        const empty = { assignment: id, exercise: name, maxScore, scores: [], passed: 0, toDo: 0 };
        const figures = collected.get(key) ?? empty;
        collected.set(key, figures);
        if (status !== 'graded' || score === null) continue;
        figures.scores.push(score);
        if (state === 'passed') figures.passed += 1;
        if (state === 'todo') figures.toDo += 1;
      }
    }
  }
  return [...collected.values()].map(({ scores, ...figures }) => ({
    ...figures,
    graded: scores.length,
    meanScore: mean(scores),
  }));
}

export function exercisesSection(results: readonly SubmissionResult[]): Html {
  const figures = exerciseFigures(results);
  const hardest = figures
    .filter(({ graded }) => graded > 0)
    .toSorted((a, b) => a.passed / a.graded - b.passed / b.graded)
    .slice(0, 3)
    .map(({ exercise, passed, graded }) => `${exercise} (${percent(passed, graded)})`);
  const rows = figures.map(
    ({ assignment, exercise, graded, passed, toDo, meanScore, maxScore }) =>
      html`<tr>
        <td>${assignment}</td>
        <th scope="row">${exercise}</th>
        <td class="n">${graded}</td>
        <td class="n">${percent(passed, graded)}${bar(passed, graded)}</td>
        <td class="n">${short(meanScore)}</td>
        <td class="n">${maxScore}</td>
        <td class="n">${toDo}</td>
      </tr> `,
  );
  return html`<h2 id="exercises">Exercises</h2>
    <p>${hardest.length > 0 && `Passed least: ${hardest.join(', ')}.`}</p>
    ${table({
      id: 'exercises-table',
      caption: 'Pass rate and mean points of students who handed in',
      columns: ['assignment', 'exercise', ...numeric('handed in', 'passed', 'mean', 'of', 'to do')],
      rows,
      sortable: true,
      sortedBy: 0,
    })}`;
}

// Hidden from screen readers: the number beside it has the same content.
function bar(part: number, whole: number): Html {
  const share = whole === 0 ? 0 : Math.round((100 * part) / whole);
  return html`<svg class="bar" aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none">
    <rect class="track" width="100" height="8" />
    <rect class="fill" width="${share}" height="8" />
  </svg>`;
}
