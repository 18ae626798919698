import type { CheckJson, ExerciseJson } from '../../../pipeline/report';
import { html, type Html } from '../document/html';
import { figure, type FigureWords } from '../drawings/figure';
import { messageBox } from '../document/message';
import { commentList, type Feedback } from './feedback';
import { statusMark } from './status';

/** An exercise with its error, nested hints, and every check with its picture. */
export function exerciseSection(exercise: ExerciseJson, id: string, words: FigureWords, feedback: Feedback): Html {
  const { page, grader } = words;
  const { name, status, score, maxScore, checks } = exercise;
  // Failed or commented exercises are open, others closed.
  const open = (status !== 'passed' && status !== 'todo') || feedback.comments.length > 0;
  const { override } = feedback;
  const points =
    override === undefined ? page.pointsOf(score, maxScore) : page.byPerson(override.points, maxScore, score);
  return html`<details class="exercise" id="${id}" ${open && html` open`}>
    <summary>
      <h3>${name}</h3>
      ${statusMark(status, grader.status[status])}<span class="n">${points}</span>
    </summary>
    <div class="body">
      ${commentList(feedback, page)}${problem(exercise)}${carried(exercise, page)}${hints(exercise, page)}
      <ul class="checks" aria-label="${page.checks}">
        ${checks.map((check, index) => checkItem(check, exercise, words, `${id}-p${index}`))}
      </ul>
    </div>
  </details> `;
}

function problem({ studentMessage = '' }: ExerciseJson): Html | undefined {
  return studentMessage === '' ? undefined : messageBox(studentMessage);
}

function carried({ mistake: id, carriedFrom }: ExerciseJson, page: FigureWords['page']): Html | undefined {
  if (id === null || carriedFrom === null) return undefined;
  return html`<p><strong>${page.carried(carriedFrom)}</strong></p> `;
}

// A carried mistake has its hints in the original exercise.
function hints({ hints: texts, carriedFrom }: ExerciseJson, page: FigureWords['page']): Html | undefined {
  if (texts.length === 0 || carriedFrom !== null) return undefined;
  // Nested, so that opening the last requires opening the others.
  const nested = texts.reduceRight<Html | undefined>(
    (next, text, index) =>
      html`<details class="hints">
        <summary>${page.hint[index]}</summary>
        <p>${text}</p>
        ${next}
      </details> `,
    undefined,
  );
  return html`<div role="group" aria-label="${page.hints}">${nested}</div>`;
}

function checkItem(check: CheckJson, exercise: ExerciseJson, words: FigureWords, id: string): Html {
  const { page, grader } = words;
  const { name, status, points, maxPoints, visibility, studentMessage, picture } = check;
  const hidden = status === 'failed' && visibility === 'hidden';
  // The exercise shows once why all of its checks are skipped.
  const silent = status === 'skipped' && exercise.status !== 'failed';
  return html`<li>
    ${statusMark(status, page.check[status])}<span
      >${name}${hidden && html` <i class="quiet">${page.onHidden}</i>`}</span
    >
    <span class="n">${grader.pointsOf(points, maxPoints)}</span>
    ${!silent && message(status, withoutHint(studentMessage, exercise, grader))}${picture !== undefined && figure(picture, words, id)}
  </li> `;
}

function message(status: CheckJson['status'], text: string): Html | undefined {
  if (text === '') return undefined;
  return status === 'failed' ? messageBox(text) : html`<p class="quiet small">${text}</p>`;
}

/** The exercise offers its hints once, closed, above its checks. */
function withoutHint(text: string, { name, hints: [first] }: ExerciseJson, grader: FigureWords['grader']): string {
  return first === undefined ? text : text.replace(`\n  ${grader.hint(1, first, name)}`, '');
}
