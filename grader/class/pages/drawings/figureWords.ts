import type { Picture } from '../../../pipeline/report/pictures';
import type { Texts } from '../../../pipeline/report/texts';
import type { PageTexts } from '../texts';

/** The texts of one language: the pages' and the grader's. */
export interface FigureWords {
  readonly page: PageTexts;
  readonly grader: Texts;
}

/** `Public case 2, where all labels are 0:` */
export function caseLabel({ case: number, label }: Picture, { page, grader }: FigureWords): string {
  const text = page.picture.inCase(number, label === null ? '' : grader.where(label));
  return `${text}${grader.language === 'zh' ? '：' : ':'}`;
}

/** Joins with a space, except in Chinese. */
export function joinSentences(sentences: readonly string[], { grader }: FigureWords): string {
  return sentences.join(grader.language === 'zh' ? '' : ' ');
}
