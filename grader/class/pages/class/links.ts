import { html, type Html } from '../document/html';

/** Address of a student's page, from the class page. */
export function studentPath(submission: string): string {
  return `students/${encodeURIComponent(submission)}.html`;
}

/** A student's name, isolated from the direction of what stands beside it, as a link to their page. */
export function studentLink(submission: string): Html {
  return html`<a href="${studentPath(submission)}"><bdi>${submission}</bdi></a>`;
}
