import type { Picture } from '../../../pipeline/report/pictures';
import type { Html } from '../document/html';
import type { FigureWords } from './figureWords';
import { heatMapFigure } from './heatMapFigure';
import { pathFigure } from './pathFigure';

export type { FigureWords } from './figureWords';

/** A picture with a caption that states its numbers. `id` is unique on the page. */
export function figure(picture: Picture, words: FigureWords, id: string): Html {
  return picture.kind === 'heatMap' ? heatMapFigure(picture, words, id) : pathFigure(picture, words, id);
}
