import type { CheckBase, Translated } from '../../types';

/** Options that all checks share. */
export interface CheckOptions {
  readonly points: number;
  /** Last part of the check's id, if there are several of a kind. */
  readonly id?: string;
  /** Case families that it runs on; by default all that are not reserved. */
  readonly on?: readonly string[];
}

/** A check as its author writes it. Its full id consists of exercise and `id`. */
export interface CheckSpec<Check extends CheckBase = CheckBase> {
  readonly kind: Check['kind'];
  /** Last part of the check's id, `loss` in `softmaxLoss.loss`. */
  readonly id: string;
  readonly points: number;
  readonly on: readonly string[] | undefined;
  /** Resolves its other fields, once its exercise is known. */
  readonly resolve: (exercise: SpecContext) => Omit<Check, keyof CheckBase>;
}

/** What a check's author can refer to by name. */
export interface SpecContext {
  /** The index of a parameter. @throws if the exercise has none of that name */
  readonly argument: (name: string) => number;
  /** What the check's own id describes, in other languages. */
  readonly about: Translated<string> | undefined;
}
