import { zipSync } from 'fflate';
import type { AssignmentOnPage } from '../document/settings';

/** The first day that a zip can name, in local time, as `npm run hand-in` writes it. */
const firstDay = new Date(1980, 0, 1);

/** What is handed in of an assignment: a zip with its file where it lies in a working copy. */
export function handInZip({ id, file }: AssignmentOnPage, text: string): Uint8Array<ArrayBuffer> {
  const content = new TextEncoder().encode(text);
  return new Uint8Array(zipSync({ [`assignments/${id}/${file}`]: [content, { level: 0, mtime: firstDay }] }));
}
