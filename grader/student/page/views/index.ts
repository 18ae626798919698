export { viewStyle } from './kit/style';
import { descent } from './descent';
import type { View } from './View';

export type { MountedView, View, ViewContext } from './View';

/** All views, in the order of the course. */
export const views: readonly View[] = [descent];
