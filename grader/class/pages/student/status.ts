import type { CheckJson, ExerciseJson } from '../../../pipeline/report';
import { html, type Html } from '../document/html';

/** A status as a word; the style adds a sign and a colour. */
export function statusMark(status: ExerciseJson['status'] | CheckJson['status'] | 'unreadable', word: string): Html {
  return html`<b class="${status}">${word}</b>`;
}
