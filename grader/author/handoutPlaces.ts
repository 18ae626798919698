import type { PictureForHandout } from './drawPictures';
import type { Language } from '../pipeline/types';

/** `<!-- picture descent: written by `grader generate` -->`, to the end of the picture. */
const place = /(<!-- picture ([\w-]+): written by `grader generate` -->\n)[\s\S]*?(<!-- end of picture -->)/g;

/** Names of a handout's picture placeholders. */
export function picturesIn(handout: string): readonly string[] {
  return [...handout.matchAll(place)].map(([, , name = '']) => name);
}

/** Fills in a handout's pictures, with their alternative texts and views. */
export function withPictures(handout: string, pictures: readonly PictureForHandout[], language: Language): string {
  return handout.replace(place, (_all, begin: string, name: string, end: string) => {
    const picture = pictures.find((one) => one.name === name);
    if (picture === undefined) throw new Error(`no picture ${name} was drawn`);
    const shown = `![${picture.text.replace(/[[\]\\]/g, '\\$&')}](${picture.file})`;
    return `${begin}\n${shown}\n\n${picture.view === undefined ? '' : `${captionIn[language](picture.view)}\n\n`}${end}`;
  });
}

const captionIn: Readonly<Record<Language, (view: string) => string>> = {
  en: (view) => `Move it yourself, with your own functions: \`npm run play\`, *${view}*.`,
  zh: (view) => `用你自己的函数亲手试一试：\`npm run play\`，*${view}*。`,
};

const number = /\d+(?:\.\d+)?/g;

/** Whether two pictures look the same: versions of Node round coordinates differently. */
export function samePicture(present: string, made: string): boolean {
  if (present.replace(number, '#') !== made.replace(number, '#')) return false;
  const [ours, theirs] = [present, made].map((text) => (text.match(number) ?? []).map(Number));
  return ours?.every((value, index) => Math.abs(value - (theirs?.[index] ?? NaN)) < 0.15) === true;
}
