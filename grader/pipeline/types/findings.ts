import type { OwnFinding } from './checkKinds';
import type { Outcome, ThrownError } from './sandbox';

/** A finding as data; `report/texts` and the check's kind turn it into words. */
export type Finding = CommonFinding | OwnFinding;

/** Findings that checks of any kind can have. */
export type CommonFinding =
  | { readonly id: 'throws'; readonly error: ThrownError }
  | { readonly id: 'needs-neighbour'; readonly neighbour: string }
  | { readonly id: 'stopped'; readonly outcome: Outcome }
  | { readonly id: 'not-a-tensor'; readonly path: string; readonly got: string }
  | { readonly id: 'not-a-number'; readonly path: string; readonly got: string }
  | { readonly id: 'missing-field'; readonly path: string; readonly fields: readonly string[] }
  | { readonly id: 'not-a-record'; readonly expectedFields: readonly string[]; readonly got: string }
  | { readonly id: 'wrong-kind'; readonly path: string; readonly expected: string; readonly got: string }
  | {
      readonly id: 'wrong-shape';
      readonly path: string;
      readonly expected: readonly number[];
      readonly got: readonly number[];
    }
  | {
      readonly id: 'empty';
      readonly path: string;
      readonly expected: readonly number[];
      readonly got: readonly number[];
    }
  | { readonly id: 'wrong-length'; readonly path: string; readonly expected: number; readonly got: number }
  | {
      readonly id: 'wrong-dtype';
      readonly path: string;
      readonly expected: string;
      readonly got: string;
      /** Its numbers are wrong too, so a cast alone does not fix it. */
      readonly valuesDiffer: boolean;
    }
  | {
      readonly id: 'not-finite';
      readonly path: string;
      readonly got: number;
      readonly index: readonly number[];
      readonly count: number;
      readonly total: number;
    }
  | {
      readonly id: 'values-differ';
      readonly path: string;
      readonly expected: number;
      readonly got: number;
      readonly index: readonly number[];
      readonly count: number;
      readonly total: number;
      readonly relativeError: number;
      readonly threshold: number;
      readonly step: number | undefined;
    }
  | { readonly id: 'skipped'; readonly reason: SkipReason };

export type SkipReason =
  | 'todo'
  | 'missing'
  | 'unreadable'
  | 'forbidden'
  | 'reference-first'
  | 'laws-first'
  | 'loss-first'
  | 'too-long'
  | 'no-cases'
  | 'when-graded'
  | 'points-given'
  | 'left-out'
  | 'stopped'
  | 'infrastructure';
