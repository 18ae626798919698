import type { AssignmentGrade, Comment, Override } from '../../roster';
import { html, type Html } from '../document/html';
import type { PageTexts } from '../texts';

/** What people have decided and said of one exercise, or of an assignment as a whole. */
export interface Said {
  /** Of the whole exercise. */
  readonly override: Override | undefined;
  readonly comments: readonly Comment[];
}

/** @param exercise - its name, or `*` for what is of no single one */
export function saidOf(grade: AssignmentGrade | undefined, exercise: string): Said {
  const { overrides = [], comments = [] } = grade ?? {};
  return {
    override: overrides.find((one) => one.exercise === exercise && one.check === undefined),
    comments: comments.filter((one) => one.exercise === exercise),
  };
}

export function commentList({ comments }: Said, texts: PageTexts): Html | undefined {
  if (comments.length === 0) return undefined;
  return html`<div class="note">
    ${comments.map(({ reason }) => html`<p><strong>${texts.comment}</strong> ${reason}</p>`)}
  </div> `;
}
