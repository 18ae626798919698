import type { LabelledPoint, Regions } from '../../computations/classifier';
import type { ComputationResult } from '../../computations';
import { noiseAt } from '../../computations/surfaces';
import { gridOf } from '../../drawing';
import { limited, type Scene } from '../kit';
import type { ClassifierTexts } from './texts';

export type Method = 'scores' | 'lifted' | 'neighbors';
export type Layout = 'clouds' | 'xor';

export interface ClassifierState {
  readonly method: Method;
  readonly layout: Layout;
  readonly points: readonly LabelledPoint[];
  /** Class of the next point. */
  readonly adding: number;
  readonly k: number;
  readonly metric: 'l1Distances' | 'l2Distances';
  readonly steps: number;
}

export interface ClassifierData {
  readonly regions: ComputationResult<Regions>;
  readonly templates: ComputationResult<readonly (readonly number[])[]>;
}

export type ClassifierScene = Scene<ClassifierState, ClassifierData, ClassifierTexts>;

export const side = [-3, 3] as const;
export const gridSize = 44;
export const grid = gridOf(side, side, gridSize);
export const maxPoints = 80;
/** Maximum number of draggable points, since each needs a handle for the keyboard. */
export const maxHandles = 40;

/** The initial points of a layout, always the same. */
export function pointsOf(layout: Layout): readonly LabelledPoint[] {
  const centers = layout === 'clouds' ? ([[-1.4, 1], [1.5, 1.2], [0.2, -1.4]] as const) : ([[-1.3, -1.3], [1.3, -1.3], [1.3, 1.3], [-1.3, 1.3]] as const); // prettier-ignore
  const spread = layout === 'clouds' ? 0.75 : 0.5;
  return Array.from({ length: 24 }, (_, index) => {
    const at = index % centers.length;
    const [[x = 0, y = 0] = [], [dx, dy]] = [centers[at], noiseAt(index + 7)];
    const place = (value: number): number => limited(value, [-2.9, 2.9], 2);
    return { at: [place(x + spread * dx), place(y + spread * dy)], label: layout === 'clouds' ? at : at % 2 };
  });
}

export function placed([x, y]: readonly [number, number]): readonly [number, number] {
  return [limited(x, side, 2), limited(y, side, 2)];
}
