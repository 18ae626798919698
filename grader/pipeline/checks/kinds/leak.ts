import type { CheckBase, KindOf } from '../../types';
import { plural } from '../../words/english';
import { judgeEach } from './judgeEach';
import type { CheckOptions, CheckSpec } from './checkSpec';
import { defineCheck, type CheckKind } from './defineCheck';

/** Only the returned tensors stay allocated. */
export type LeakCheck = CheckBase<'leak'>;

type LeakFinding = { readonly id: 'leaks'; readonly tensors: number };

declare module '../../types/checkKinds' {
  interface CheckKinds {
    readonly leak: KindOf<LeakCheck, LeakFinding>;
  }
}

export const leakKind: CheckKind<LeakCheck, LeakFinding> = defineCheck({
  kind: 'leak',
  judge: (check, exercise, outcomes) =>
    judgeEach(check, exercise, outcomes, ({ leakedTensors: tensors }) =>
      tensors === 0 ? undefined : { id: 'leaks', tensors },
    ),
  texts: {
    en: {
      name: () => 'no tensor is left behind',
      findings: {
        leaks: ({ tensors }) => [
          `leaves ${plural(tensors, 'tensor')} allocated`,
          'only what is returned may stay: wrap the body in tf.tidy(() => …)',
        ],
      },
    },
    zh: {
      name: () => '没有遗留张量',
      findings: {
        leaks: ({ tensors }) => [
          `遗留了 ${tensors} 个没有释放的张量`,
          '只有返回的张量可以保留：请把函数体放进 tf.tidy(() => …)',
        ],
      },
    },
  },
});

/** In a spec: only the returned tensors stay allocated. */
export function leavesNoTensors({ points, on, id = 'leak' }: CheckOptions): CheckSpec<LeakCheck> {
  return { kind: 'leak', id, points, on, resolve: () => ({}) };
}
