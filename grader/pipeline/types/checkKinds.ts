/** What becomes of the points of a check that was taken back. */
export const withdrawals = ['given', 'left-out'] as const;
export type Withdrawal = (typeof withdrawals)[number];

/** What every check has; its own fields follow. */
export interface CheckBase<Kind extends string = string> {
  readonly id: string;
  readonly points: number;
  /** Ids of the cases that it runs on. */
  readonly cases: readonly string[];
  readonly kind: Kind;
  /** The course has taken it back: it is not made, and its points go to everyone or are left out. */
  readonly withdrawn?: Withdrawal | undefined;
}

/**
 * A check and what it alone can find, by kind. Each kind adds itself where it is defined, so that no stage has to know
 * them all: `declare module '../../types/checkKinds' { interface CheckKinds { leak: KindOf<LeakCheck, LeakFinding> } }`.
 */
// eslint-disable-next-line @typescript-eslint/no-empty-object-type -- filled by the kinds
export interface CheckKinds {}

/** An entry of `CheckKinds`. */
export interface KindOf<Check extends CheckBase, Finding = never> {
  readonly check: Check;
  readonly finding: Finding;
}

export type CheckOf<Kind extends keyof CheckKinds> = CheckKinds[Kind]['check'];

/** Any check. */
export type Check = CheckOf<keyof CheckKinds>;

/** What only a check of one kind finds. */
export type OwnFinding = CheckKinds[keyof CheckKinds]['finding'];
