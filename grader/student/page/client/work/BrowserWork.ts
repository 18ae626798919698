import { folderOf, type AssignmentOnPage } from '../../document/settings';
import type { WorkFile } from '../../server/messages';
import type { Work, WorkSaved } from './Work';

/** The part of `localStorage` that is used. */
export type TextStore = Pick<Storage, 'getItem' | 'setItem'>;

const prefix = 'descent/';

/** The student's work without a server: stored in this browser, starting with the skeletons. */
export class BrowserWork implements Work {
  constructor(readonly store: TextStore) {}

  read(assignment: AssignmentOnPage): Promise<WorkFile> {
    return Promise.resolve(fileOf(assignment, this.#text(assignment)));
  }

  save(assignment: AssignmentOnPage, text: string, version: string): Promise<WorkSaved> {
    const before = this.#text(assignment);
    // Another tab may have saved; its text must not be lost.
    if (before !== version) return Promise.resolve({ status: 'changed', now: fileOf(assignment, before) });
    try {
      this.store.setItem(prefix + assignment.id, text);
      return Promise.resolve(fileOf(assignment, text));
    } catch (error) {
      return Promise.resolve({ status: 'not-saved', reason: String(error) });
    }
  }

  onChange(listener: (assignment: string) => void): void {
    addEventListener('storage', ({ key }) => {
      if (key?.startsWith(prefix) === true) listener(key.slice(prefix.length));
    });
  }

  #text({ id, skeleton }: AssignmentOnPage): string {
    return this.store.getItem(prefix + id) ?? skeleton;
  }
}

/** A text is its own version. */
function fileOf({ id, file }: AssignmentOnPage, text: string): WorkFile {
  return {
    status: 'file',
    text,
    version: text,
    source: { status: 'text', file: `assignments/${folderOf(id)}/${file}`, text },
  };
}
