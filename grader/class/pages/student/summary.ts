import type { ExerciseJson, SubmissionResult } from '../../../pipeline/report';
import type { Grade } from '../../roster';
import { html, type Html } from '../document/html';
import type { FigureWords } from '../drawings/figure';
import { judgedResult } from './judged';

/** The key figures at the top of a student's page, with notes on what is not graded yet. */
export function figures(result: SubmissionResult, { page: texts }: FigureWords, grade: Grade | undefined): Html {
  const { assignments, scope } = result;
  const { score, max, open } = judgedResult(result, grade);
  const exercises = assignments.flatMap((one) => one.exercises);
  const count = (wanted: (status: ExerciseJson['status']) => boolean): number =>
    exercises.filter(({ status }) => wanted(status)).length;
  const begun = assignments.filter(({ status }) => status !== 'missing').flatMap((one) => one.exercises);
  const toDo = exercises.length - begun.length + count((status) => status === 'todo');
  const passed = count((status) => status === 'passed');
  const isOurFault = [...assignments, ...exercises].some(({ status }) => status === 'infrastructure');
  const waits = assignments.some((one) => one.score === null && one.status === 'graded');
  return html`<dl class="figures">
      <div>
        <dt>${texts.points}</dt>
        <dd>${score === null ? texts.notGraded : score} <span>${texts.ofPoints(max)}</span></dd>
      </div>
      <div>
        <dt>${texts.exercisesPassed}</dt>
        <dd>${passed} <span>${texts.ofExercises(exercises.length)}</span></dd>
      </div>
      <div>
        <dt>${texts.toFix}</dt>
        <dd>${begun.filter(isToFix).length}</dd>
      </div>
      <div>
        <dt>${texts.toDo}</dt>
        <dd>${toDo}</dd>
      </div>
    </dl>
    <p class="scope">${scope === 'public' ? texts.publicAlone : texts.withHidden}</p>
    ${isOurFault && html`<p class="note"><strong>${texts.ungraded}</strong></p>`}
    ${waits && html`<p class="note"><strong>${texts.waits}</strong></p>`}
    ${
      open.length > 0 &&
      html`<p class="note">
        <strong
          >${texts.rubric.open(
            open.map(({ criterion }) => criterion),
            open.reduce((sum, one) => sum + one.max, 0),
          )}</strong
        >
      </p>`
    }`;
}

const right: readonly ExerciseJson['status'][] = ['passed', 'todo', 'answered', 'infrastructure'];

function isToFix({ status }: ExerciseJson): boolean {
  return !right.includes(status);
}

/** Few enough to remember. Carried mistakes are left out: their original exercise comes first. */
const maxFirst = 3;

/** The exercises to fix first, with links. */
export function firstSteps({ assignments }: SubmissionResult, { page: texts, grader }: FigureWords): Html {
  const handedIn = assignments.filter(({ status }) => status === 'graded');
  const wrong = handedIn.flatMap(({ id, exercises }) =>
    exercises.flatMap((exercise, index) => (isToFix(exercise) ? [{ assignment: id, exercise, index }] : [])),
  );
  const first = wrong.filter(({ exercise }) => exercise.carriedFrom === null).slice(0, maxFirst);
  if (first.length === 0) {
    const all = assignments.flatMap(({ exercises }) => exercises);
    if (!all.every(({ status }) => status === 'passed' || status === 'todo')) return html``;
    return html`<h2>${texts.start}</h2>
      <p>${all.some(({ status }) => status === 'todo') ? texts.onlyToDo : texts.allRight}</p>`;
  }
  const items = first.map(
    ({ assignment, exercise, index }) =>
      html`<li>
        <a href="#${exerciseId(assignment, index)}">${assignment} › ${exercise.name}</a>
        <span class="quiet">${grader.status[exercise.status]}</span>
      </li> `,
  );
  return html`<h2>${texts.start}</h2>
    <p>${texts.startWith}</p>
    <ol class="first">
      ${items}
    </ol>`;
}

/** The anchor of an exercise on the page. */
export function exerciseId(assignment: string, index: number): string {
  return `${assignment}-${index + 1}`;
}
