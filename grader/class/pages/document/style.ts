import { drawingStyle } from '../../../student/page/drawing';
import { colors } from './colors';
import { layout } from './layout';

/** The style of all pages: system fonts, light and dark, print and phones. */
export const style = `${colors}${drawingStyle}${layout}`;
