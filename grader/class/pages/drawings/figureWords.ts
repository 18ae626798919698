import type { Picture } from '../../../pipeline/report/pictures';
import type { Texts } from '../../../pipeline/report/texts';
import type { PageTexts } from '../texts';

/** The sentences of one language: the pages' own, and the grader's. */
export interface FigureWords {
  readonly page: PageTexts;
  readonly grader: Texts;
}

/** `Public case 2, where all labels are 0:` */
export function inCase({ case: number, label }: Picture, { page, grader }: FigureWords): string {
  const text = page.picture.inCase(number, label === null ? '' : grader.where(label));
  return `${text}${grader.language === 'zh' ? '：' : ':'}`;
}

/** Chinese sentences end in a stop that is wide enough. */
export function join(sentences: readonly string[], { grader }: FigureWords): string {
  return sentences.join(grader.language === 'zh' ? '' : ' ');
}
