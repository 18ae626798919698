import type { CheckBase, Translated } from '../../types';

/** What the options of every check have. */
export interface CheckOptions {
  readonly points: number;
  /** Last part of the check's id, where there are several of a kind. */
  readonly id?: string;
  /** Case families that it runs on; all that are not reserved when left out. */
  readonly on?: readonly string[];
}

/** A check as its author writes it. Its id is made of exercise and `id`. */
export interface CheckSpec<Check extends CheckBase = CheckBase> {
  readonly kind: Check['kind'];
  /** Last part of the check's id, `loss` in `softmaxLoss.loss`. */
  readonly id: string;
  readonly points: number;
  readonly on: readonly string[] | undefined;
  /** What else it is made of, once its exercise is known. */
  readonly resolve: (exercise: SpecContext) => Omit<Check, keyof CheckBase>;
}

/** What a check's author may refer to by name. */
export interface SpecContext {
  /** The place of a parameter. @throws if the exercise has none of that name */
  readonly argument: (name: string) => number;
  /** What the check's own id says that it is about, in other languages. */
  readonly about: Translated<string> | undefined;
}
