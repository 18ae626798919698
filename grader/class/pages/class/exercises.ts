import type { SubmissionResult } from '../../../pipeline/report';
import { html, type Html } from '../document/html';
import { table } from '../document/table';
import { mean, percent, short } from './statistics';

/** How the class did on one exercise: those who handed its assignment in, and whose exercise could be graded. */
export interface ExerciseFigures {
  readonly assignment: string;
  readonly exercise: string;
  readonly graded: number;
  readonly passed: number;
  readonly toDo: number;
  readonly meanScore: number;
  readonly maxScore: number;
}

/** In the order of the course. */
export function exerciseFigures(results: readonly SubmissionResult[]): readonly ExerciseFigures[] {
  const collected = new Map<string, Omit<ExerciseFigures, 'meanScore'> & { scores: number[] }>();
  for (const { assignments } of results) {
    for (const { id, status, exercises } of assignments) {
      for (const { name, status: state, score, maxScore } of exercises) {
        const key = `${id} ${name}`;
        const fresh = { assignment: id, exercise: name, graded: 0, passed: 0, toDo: 0, maxScore, scores: [] };
        const before = collected.get(key) ?? fresh;
        if (before === fresh) collected.set(key, fresh);
        if (status !== 'graded' || score === null) continue;
        before.scores.push(score);
        const { graded, passed, toDo } = before;
        Object.assign(before, {
          graded: graded + 1,
          passed: passed + (state === 'passed' ? 1 : 0),
          toDo: toDo + (state === 'todo' ? 1 : 0),
        });
      }
    }
  }
  return [...collected.values()].map(({ scores, ...figures }) => ({ ...figures, meanScore: mean(scores) }));
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
  const numeric = true;
  return html`<h2 id="exercises">Exercises</h2>
    <p>${hardest.length > 0 && `Passed least: ${hardest.join(', ')}.`}</p>
    ${table({
      id: 'exercises-table',
      caption: 'Pass rate and mean points of students who handed in',
      columns: [
        { name: 'assignment' },
        { name: 'exercise' },
        { name: 'handed in', numeric },
        { name: 'passed', numeric },
        { name: 'mean', numeric },
        { name: 'of', numeric },
        { name: 'to do', numeric },
      ],
      rows,
      sortable: true,
      sortedBy: 0,
    })}`;
}

// The number beside it says the same.
function bar(part: number, whole: number): Html {
  const share = whole === 0 ? 0 : Math.round((100 * part) / whole);
  return html`<svg class="bar" aria-hidden="true" viewBox="0 0 100 8" preserveAspectRatio="none">
    <rect class="track" width="100" height="8" />
    <rect class="fill" width="${share}" height="8" />
  </svg>`;
}
