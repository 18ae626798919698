import { wholeAssignment, type Grade } from '../../roster';
import type { AssignmentJson, ExerciseJson, SubmissionResult } from '../../../pipeline/report';
import { textsFor } from '../../../pipeline/report/texts';
import { html, type Html } from '../document/html';
import { page } from '../document/page';
import { table } from '../document/table';
import type { FigureWords } from '../drawings/figure';
import { pageTexts } from '../texts';
import { adjustments } from './adjustments';
import { exerciseSection } from './exerciseSection';
import { judgedAssignment, judgedResult } from './judged';
import { rubricSection } from './rubric';
import { commentList, feedbackOf } from './feedback';
import { statusMark } from './status';

export interface StudentPageOptions {
  readonly courseTitle?: string;
  /** The student's grade; undefined on a whole group's page, since members' grades may differ. */
  readonly grade?: Grade | undefined;
  /** Whether the submission is a group's. */
  readonly isShared?: boolean;
}

/** One student's page: only their own result, only from fields for students, which contain no numbers of hidden cases. */
export function studentPage(result: SubmissionResult, options: StudentPageOptions = {}): string {
  const { courseTitle = '', grade, isShared = false } = options;
  const { submission } = result;
  const { name = '', id = '' } = grade?.student ?? {};
  const who = name || id || submission;
  const language = result.language ?? 'en';
  const words: FigureWords = { page: pageTexts(language), grader: textsFor(language) };
  const { page: texts } = words;
  return page({
    language,
    title: texts.title(who),
    skip: texts.skip,
    head: html`${courseTitle !== '' && html`<p class="over">${courseTitle}</p>`}
      <h1><bdi>${who}</bdi></h1>
      ${name !== '' && html`<p class="quiet"><bdi>${id}</bdi></p>`}
      ${isShared && html`<p class="quiet">${texts.together(submission)}</p>`} ${figures(result, words, grade)}`,
    main: html`${grade !== undefined && adjustments(grade, texts)}${grade !== undefined && rubricSection(grade, language, texts)}${start(result, words)}${overview(result, words, grade)}${result.assignments.map((one) => assignmentSection(one, words, grade))}`,
    foot: html`<p>${texts.foot(result.seedLabel, result.graderVersion)}</p>`,
  });
}

function figures(result: SubmissionResult, { page: texts }: FigureWords, grade: Grade | undefined): Html {
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

function start({ assignments }: SubmissionResult, { page: texts, grader }: FigureWords): Html {
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

function overview(
  { assignments }: SubmissionResult,
  { page: texts, grader }: FigureWords,
  grade: Grade | undefined,
): Html {
  const rows = assignments.map((assignment) => {
    const { id, status, optional, exercises } = assignment;
    const { score, max } = judgedAssignment(assignment, grade);
    const passed = exercises.filter((exercise) => exercise.status === 'passed').length;
    return html`<tr>
      <th scope="row">
        <a href="#${id}">${id}</a>${optional && html` <span class="quiet small">${texts.optional}</span>`}
      </th>
      <td>${grader.assignmentStatus[status]}</td>
      <td class="n">${texts.passedOf(passed, exercises.length)}</td>
      <td class="n">${texts.pointsOf(score, max)}</td>
    </tr> `;
  });
  const { assignment, status, passed, points } = texts.columns;
  const columns = [
    { name: assignment },
    { name: status },
    { name: passed, numeric: true },
    { name: points, numeric: true },
  ];
  return html`<h2>${texts.overview}</h2>
    ${table({ id: 'overview', caption: texts.overviewTable, columns, rows })}`;
}

function assignmentSection(assignment: AssignmentJson, words: FigureWords, grade: Grade | undefined): Html {
  const { id, status, message, exercises } = assignment;
  const { score, max } = judgedAssignment(assignment, grade);
  const own = grade?.assignments.find((one) => one.id === id);
  const points = html`<p class="quiet">${words.page.pointsOf(score, max)}</p>
    ${commentList(feedbackOf(own, wholeAssignment), words.page)}`;
  if (status !== 'graded') {
    return html`<section aria-labelledby="${id}">
      <h2 id="${id}">${id}</h2>
      ${points}
      <p>
        ${statusMark(status === 'missing' ? 'skipped' : status === 'unrecognised' ? 'unreadable' : status, words.grader.assignmentStatus[status])}
      </p>
      ${message !== '' && html`<pre class="message">${message}</pre>`}
    </section> `;
  }
  const sections = exercises.map((exercise, index) =>
    exerciseSection(exercise, exerciseId(id, index), words, feedbackOf(own, exercise.name)),
  );
  return html`<section aria-labelledby="${id}">
    <h2 id="${id}">${id}</h2>
    ${points}
    <div class="exercises">${sections}</div>
  </section> `;
}

function exerciseId(assignment: string, index: number): string {
  return `${assignment}-${index + 1}`;
}
