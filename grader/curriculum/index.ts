import { data as own } from '#course/data';
import type { Curriculum, DataSet } from '../pipeline/course';
import { callbacks } from './callbacks';
import { combine } from './combine';
import { digits } from './data/digits';
import { laws } from './laws';

/** This course's additions to the engine. */
export const curriculum = {
  laws,
  callbacks,
  data: combine<readonly DataSet[], readonly DataSet[]>('data', [digits], own),
  author: () => import('./author'),
} as const satisfies Curriculum;
