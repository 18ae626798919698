import { zipSync, type ZippableFile } from 'fflate';
import { folderOf, type AssignmentOnPage } from '../document/settings';

/** The earliest date that a zip can represent, in local time, as `npm run hand-in` writes it. */
const firstDay = new Date(1980, 0, 1);

/** The hand-in of an assignment: a zip with its files at their paths in a working copy. */
export function handInZip(files: readonly Edited[]): Uint8Array<ArrayBuffer> {
  const entries = files.map(({ assignment: { id, file }, text }): [string, ZippableFile] => [
    `assignments/${folderOf(id)}/${file}`,
    [new TextEncoder().encode(text), { level: 0, mtime: firstDay }],
  ]);
  return new Uint8Array(zipSync(Object.fromEntries(entries)));
}

/** A file as it is on the page. */
interface Edited {
  readonly assignment: AssignmentOnPage;
  readonly text: string;
}
