import { classifier } from './classifier';
import { decay } from './decay';
import { descent } from './descent';
import { fitting } from './fitting';
import { gradients } from './gradients';
import { losses } from './losses';
import { schedules } from './schedules';
import { training } from './training';
import type { View } from './View';

export { viewStyle } from './kit/style';
export type { MountedView, View } from './View';

/** All views, in the order of the course. */
export const views: readonly View[] = [classifier, losses, decay, fitting, gradients, descent, schedules, training];
