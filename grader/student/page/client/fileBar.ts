import { folderOf } from '../document/settings';
import type { Course } from './Course';
import { element } from '../views/kit/element';
import { saveAs } from '../views/kit/save';
import { handInZip } from './handInZip';
import type { OpenFile } from './OpenFile';
import type { PageTexts } from './texts';

/** The save state of a file, and the choice between both versions in a conflict. */
export function fileProgress(file: OpenFile, texts: PageTexts, isLocal: boolean): readonly (Node | string)[] {
  const { progress } = file;
  switch (progress.status) {
    case 'conflict':
      return [
        element('b', {}, texts.changed),
        element('button', { type: 'button', onclick: () => void file.choose('theirs') }, texts.takeTheirs),
        element('button', { type: 'button', onclick: () => void file.choose('mine') }, texts.keepMine),
      ];
    case 'not-saved':
      return [texts.notSaved(progress.reason)];
    case 'saving':
      return [texts.saving];
    case 'saved':
      return [isLocal ? texts.saved : texts.savedInBrowser];
  }
}

/** Saves the hand-in of an assignment: its code, and its answers to questions. */
export function handInButton(course: Course, id: string, texts: PageTexts): HTMLElement {
  const save = (): void =>
    saveAs(`${folderOf(id)}.zip`, new Blob([handInZip(course.filesOf(id))], { type: 'application/zip' }));
  return element('button', { type: 'button', onclick: save }, texts.handIn);
}
