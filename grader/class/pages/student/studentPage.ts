import { wholeAssignment, type Grade } from '../../roster';
import type { AssignmentJson, SubmissionResult } from '../../../pipeline/report';
import { textsFor } from '../../../pipeline/report/texts';
import { html, type Html } from '../document/html';
import { messageBox } from '../document/message';
import { page } from '../document/page';
import { numeric, table } from '../document/table';
import type { FigureWords } from '../drawings/figure';
import { pageTexts } from '../texts';
import { adjustments } from './adjustments';
import { exerciseSection } from './exerciseSection';
import { judgedAssignment } from './judged';
import { rubricSection } from './rubric';
import { commentList, feedbackOf } from './feedback';
import { statusMark } from './status';
import { exerciseId, figures, firstSteps } from './summary';

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
    main: html`${grade !== undefined && adjustments(grade, texts)}${grade !== undefined && rubricSection(grade, language, texts)}${firstSteps(result, words)}${overview(result, words, grade)}${result.assignments.map((one) => assignmentSection(one, words, grade))}`,
    foot: html`<p>${texts.foot(result.seedLabel, result.graderVersion)}</p>`,
  });
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
  const columns = [assignment, status, ...numeric(passed, points)];
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
      ${message !== '' && messageBox(message)}
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
