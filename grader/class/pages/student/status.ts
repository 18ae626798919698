import type { CheckJson, ExerciseJson } from '../../../pipeline/report';
import { html, type Html } from '../document/html';

/** A status as a word; the style puts a sign before it, and a colour behind it that only repeats it. */
export function statusMark(status: ExerciseJson['status'] | CheckJson['status'] | 'unreadable', word: string): Html {
  return html`<b class="${status}">${word}</b>`;
}
