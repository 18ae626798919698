import type { AssignmentGrade, Comment, Override } from '../../roster';
import { html, type Html } from '../document/html';
import type { PageTexts } from '../texts';

/** Manual overrides and comments for an exercise or a whole assignment. */
export interface Feedback {
  readonly override: Override | undefined;
  readonly comments: readonly Comment[];
}

/** @param exercise - its name, or `*` for the assignment as a whole */
export function feedbackOf(grade: AssignmentGrade | undefined, exercise: string): Feedback {
  const { overrides = [], comments = [] } = grade ?? {};
  return {
    override: overrides.find((one) => one.exercise === exercise && one.check === undefined),
    comments: comments.filter((one) => one.exercise === exercise),
  };
}

export function commentList({ comments }: Feedback, texts: PageTexts): Html | undefined {
  if (comments.length === 0) return undefined;
  return html`<div class="note">
    ${comments.map(({ reason }) => html`<p><strong>${texts.comment}</strong> ${reason}</p>`)}
  </div> `;
}
