import type { Curriculum } from '../pipeline/course';
import { callbacks } from './callbacks';
import { digits } from './data/digits';
import { laws } from './laws';

/** What this course adds to the engine. */
export const curriculum = {
  laws,
  callbacks,
  data: [digits],
  author: () => import('./author'),
} as const satisfies Curriculum;
